package org.knudsen.velocity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Enumeration of the modes (n, l, m). */
class BurnettModesTest {

  /** Full: binomial(K+3, 3), all polynomials of degree K in three variables. */
  @ParameterizedTest
  @CsvSource({
    "12, SLAB, 49",
    "10, SLAB, 36",
    "2, SLAB, 4",
    "8, FULL, 165",
    "12, FULL, 455",
    "2, FULL, 10",
    "2, PLANAR, 7",
    "8, PLANAR, 95"
  })
  void sizes(int degree, AxialSymmetry symmetry, int count) {
    assertEquals(count, new BurnettModes(degree, symmetry).count());
  }

  @ParameterizedTest
  @EnumSource(AxialSymmetry.class)
  void indexInvertsTheEnumerationAndHarmonicsAreContiguous(AxialSymmetry symmetry) {
    BurnettModes modes = new BurnettModes(7, symmetry);
    for (int a = 0; a < modes.count(); a++) {
      assertEquals(a, modes.index(modes.n(a), modes.l(a), modes.m(a)));
      assertTrue(symmetry.keeps(modes.m(a)));
      assertEquals(modes.index(0, modes.l(a), modes.m(a)) + modes.n(a), a);
      assertTrue(a == 0 || modes.l(a) >= modes.l(a - 1));
    }
  }

  @Test
  void absentModesAndDegreesAreNamed() {
    BurnettModes modes = new BurnettModes(4, AxialSymmetry.SLAB);
    Throwable e = assertThrows(IllegalArgumentException.class, () -> modes.index(0, 1, 1));
    assertEquals(
        "no mode (n, l, m) = (0, 1, 1) in a burnett basis, degree 4, slab", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> modes.index(2, 1, 0));
    Throwable low =
        assertThrows(IllegalArgumentException.class, () -> new BurnettModes(1, AxialSymmetry.FULL));
    assertTrue(low.getMessage().contains("is 1; 2"), low.getMessage());
  }
}
