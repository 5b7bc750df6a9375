package org.knudsen.fluid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.KineticPart;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

class MaxwellStefanCoefficientsTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));

  private static MaxwellStefanCoefficients of(KineticPart kinetic) {
    return MaxwellStefanCoefficients.of(
        MIXTURE, CollisionKernel.symmetric(2, (i, j) -> new PairKernel(kinetic, s -> 1)));
  }

  @Test
  void maxwellMoleculesInClosedForm() {
    // 1/Delta = mu_r beta with beta = C 2 pi Int (1 - s) ds = 4 pi C
    assertEquals(1 / (0.8 * 4 * Math.PI * 2.5), of(new PowerLaw(2.5, 0)).delta(0, 1), 1e-16);
  }

  @Test
  void hardSpheresInClosedForm() {
    // <|g|^3> = 8 sqrt(2 / pi) mu_r^{-3/2}; C = ((d_i + d_j) / 4)^2 = 1/4 for unit diameters
    double inverse =
        0.8 * 0.8 * 4 * Math.PI / 4 * 8 * Math.sqrt(2 / Math.PI) * Math.pow(0.8, -1.5) / 3;
    assertEquals(1 / inverse, of(new PowerLaw(0.25, 1)).delta(0, 1), 1e-15);
    assertEquals(of(new PowerLaw(0.25, 1)).delta(0, 1), of(new PowerLaw(0.25, 1)).delta(1, 0), 0.0);
  }

  /** The same function with its exponent hidden goes through quadrature. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.5, 1})
  void quadratureAgreesWithTheClosedForm(double gamma) {
    PowerLaw law = new PowerLaw(1.7, gamma);
    double closed = of(law).delta(0, 1);
    assertEquals(closed, of(law::at).delta(0, 1), 1e-13 * closed);
  }

  @Test
  void kernelsOfTheWrongSizeOrWithoutFrictionAreRefused() {
    CollisionKernel one =
        CollisionKernel.symmetric(1, (i, j) -> new PairKernel(new PowerLaw(1, 1), s -> 1));
    assertThrows(IllegalArgumentException.class, () -> MaxwellStefanCoefficients.of(MIXTURE, one));
    CollisionKernel still =
        CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(1, 1), s -> 0));
    assertThrows(
        IllegalArgumentException.class, () -> MaxwellStefanCoefficients.of(MIXTURE, still));
  }
}
