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
    long counted =
        2 * OperatorMemory.couplings(degree, symmetry, true)
            + OperatorMemory.couplings(degree, symmetry, false);
    assertTrue(operator.couplings() <= counted);
    assertEquals(1, (double) operator.couplings() / counted, 0.05);
  }

  @Test
  void refusesWhatDoesNotFitAndNamesTheDegreeThatDoes() {
    long fitsEight = OperatorMemory.peakBytes(2, 8, AxialSymmetry.FULL);
    assertDoesNotThrow(() -> OperatorMemory.require(2, 8, AxialSymmetry.FULL, fitsEight));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> OperatorMemory.require(2, 12, AxialSymmetry.FULL, fitsEight))
            .getMessage();
    assertTrue(message.contains("degree 12"), message);
    assertTrue(message.contains("degree 8 would fit"), message);
    assertTrue(message.contains(fitsEight / (1 << 20) + " MiB free"), message);
  }
}
