package org.knudsen.norm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.MissingCapabilityException;
import org.knudsen.velocity.VelocitySpace;
import org.knudsen.velocity.WeightedNorms;

class SobolevNormTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("a", 1.0, 0.7), new Species("b", 3.5, 0.2));

  /** (3.35) term by term: every alpha applied to the spectrum, every order of beta added. */
  @ParameterizedTest
  @CsvSource({"1, 0", "1, 1", "1, 3", "2, 2", "3, 2", "2, 3"})
  void isTheSumOverMultiIndices(int dimension, int s) {
    double eps = 0.3;
    FourierModes modes = new FourierModes(new Torus(dimension, 6));
    BurnettSpace space = new BurnettSpace(MIXTURE, 3, AxialSymmetry.ofDimension(dimension));
    double[] f = new Random(5).doubles(modes.size(space.size()), -1, 1).toArray();
    double expected = s == 0 ? 0 : integral(space, modes, f, 0);
    for (int a0 = 0; a0 <= s; a0++) {
      for (int a1 = 0; a0 + a1 <= (dimension > 1 ? s : a0); a1++) {
        for (int a2 = 0; a0 + a1 + a2 <= (dimension > 2 ? s : a0 + a1); a2++) {
          double[] g = f.clone();
          int[] alpha = {a0, a1, a2};
          for (int axis = 0; axis < dimension; axis++) {
            for (int t = 0; t < alpha[axis]; t++) {
              modes.derivative(g, space.size(), axis, g);
            }
          }
          for (int b = 0; a0 + a1 + a2 + b <= s; b++) {
            expected += (b == 0 ? 1 : eps * eps) * integral(space, modes, g, b);
          }
        }
      }
    }
    double value = new SobolevNorm(space, modes, s, eps).of(f);
    assertEquals(expected, value * value, 1e-12 * expected);
  }

  /** Int over the torus of sum_{|beta| = b} |d_v^beta g|^2: Parseval, waves k and -k. */
  private static double integral(BurnettSpace space, FourierModes modes, double[] g, int b) {
    double sum = space.squaredDerivativeNorm(g, 0, b);
    for (int w = 1; w < modes.count(); w++) {
      int at = modes.offset(w, space.size());
      sum +=
          2
              * (space.squaredDerivativeNorm(g, at, b)
                  + space.squaredDerivativeNorm(g, at + space.size(), b));
    }
    return sum;
  }

  /** The paper counts d_x d_y f once: turning f about an axis changes a second-order norm. */
  @Test
  void secondOrderDependsOnTheOrientationOfTheAxes() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 4, AxialSymmetry.FULL);
    FourierModes modes = new FourierModes(new Torus(3, 4));
    double[] along = new double[modes.size(space.size())];
    double[] turned = along.clone();
    // w_0^2 - w_1^2 and its image under a turn by 45 degrees, 2 w_0 w_1: Hermite weights at degree
    // 2 are sum_k (n_k+1)(n_k+2) + sum_{k<l} (n_k+1)(n_l+1) = 12 + 2 + 2 + 7 = 23 for n = (2,0,0)
    // and 6 + 6 + 2 + 4 + 2 + 2 = 22 for (1,1,0)
    // (w_0^2 - w_1^2) / 2 = (sqrt(3) Y_20 part - Y_22 part) / 2 in orthonormal functions
    along[space.burnettModes().index(0, 2, 0)] = Math.sqrt(3) / 2;
    along[space.burnettModes().index(0, 2, 2)] = -0.5;
    turned[space.burnettModes().index(0, 2, 1)] = 1;
    assertEquals(23, space.squaredDerivativeNorm(along, 0, 2), 1e-12);
    assertEquals(22, space.squaredDerivativeNorm(turned, 0, 2), 1e-12);
    assertEquals(
        new SobolevNorm(space, modes, 1, 0.1).of(along),
        new SobolevNorm(space, modes, 1, 0.1).of(turned),
        1e-14,
        "the norm of order 1 is invariant");
  }

  @Test
  void namesAndLimits() {
    BurnettSpace space = new BurnettSpace(MIXTURE, 3, AxialSymmetry.SLAB);
    FourierModes modes = new FourierModes(new Torus(1, 4));
    assertEquals("L2", new SobolevNorm(space, modes, 0, 1).name());
    assertEquals("H3eps", new SobolevNorm(space, modes, 3, 1).name());
    assertThrows(IllegalArgumentException.class, () -> new SobolevNorm(space, modes, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> new SobolevNorm(space, modes, 11, 1));
  }

  /** A space with one derivative only: order 1 works, order 2 is refused by name. */
  @Test
  void spaceWithoutDerivativesIsRefusedByName() {
    FourierModes modes = new FourierModes(new Torus(1, 4));
    VelocitySpace poor = new OneDerivative();
    assertEquals("H1eps", new SobolevNorm(poor, modes, 1, 1).name());
    MissingCapabilityException error =
        assertThrows(MissingCapabilityException.class, () -> new SobolevNorm(poor, modes, 2, 1));
    assertTrue(error.getMessage().contains("VelocityDerivatives"), error.getMessage());
  }

  private static final class OneDerivative implements VelocitySpace, WeightedNorms {

    @Override
    public Mixture mixture() {
      return MIXTURE;
    }

    @Override
    public int modes() {
      return 1;
    }

    @Override
    public String describe() {
      return "one mode";
    }

    @Override
    public double squaredNorm(double[] f, int offset) {
      return 0;
    }

    @Override
    public double squaredGradientNorm(double[] f, int offset) {
      return 0;
    }
  }
}
