package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;

class OperatorMemoryTest {

  /** Elements that vanish (mass is conserved: no target (0,0,0)) are all that the count adds. */
  @ParameterizedTest
  @CsvSource({"SLAB,10", "PLANAR,6", "FULL,6"})
  void countsTheCouplingsThatAreBuilt(AxialSymmetry symmetry, int degree) {
    Mixture mixture = Mixture.of(new Species("a", 1, 0.5), new Species("b", 3, 0.5));
    CollisionKernel kernel =
        CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(0.25, 1), s -> 1 + s));
    BurnettCollision operator =
        new BurnettCollision(
            new BurnettSpace(mixture, degree, symmetry), kernel, TableCache.none());
    BurnettModes modes = operator.space().burnettModes();
    double counted =
        2 * CouplingTable.couplings(modes, true) + CouplingTable.couplings(modes, false);
    assertTrue(operator.couplings() <= counted);
    assertEquals(1, operator.couplings() / counted, 0.05);
  }

  @Test
  void refusesWhatDoesNotFitAndNamesTheDegreeThatDoes() {
    double fitsEight = BurnettCollision.memory(space(8)).building();
    assertDoesNotThrow(() -> BurnettCollision.require(space(8), fitsEight));
    String message = refusal(space(12), fitsEight);
    assertTrue(message.contains("degree 12 for 2 species"), message);
    assertTrue(message.contains("degree 8 would fit"), message);
    assertTrue(message.contains(Math.round(fitsEight / (1 << 20)) + " MiB free"), message);
    assertTrue(refusal(space(8), fitsEight - 1).contains("degree 7 would fit"));
    assertTrue(refusal(space(8), 1).contains("no degree fits"));
  }

  private static String refusal(BurnettSpace space, double free) {
    return assertThrows(IllegalArgumentException.class, () -> BurnettCollision.require(space, free))
        .getMessage();
  }

  private static BurnettSpace space(int degree) {
    Mixture mixture = Mixture.of(new Species("a", 1, 0.5), new Species("b", 3, 0.5));
    return new BurnettSpace(mixture, degree, AxialSymmetry.FULL);
  }
}
