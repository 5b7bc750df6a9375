package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.collision.Gas;
import org.knudsen.hypocoercivity.WaveOperator;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.CreationOperator;

/** Norms of velocity derivatives against the creation operators of all three axes. */
class VelocityFormsTest {

  private static final int DEGREE = 3;
  private static final Mixture MIXTURE =
      Mixture.of(new Species("a", 1.0, 0.7), new Species("b", 3.5, 0.2));

  /** All modes (n, l, m), so many that neither derivatives nor v leave them. */
  private static final BurnettModes MODES = new BurnettModes(DEGREE + 3, AxialSymmetry.FULL);

  private static SimpleMatrix raise(int axis) {
    double[] dense = new CreationOperator(MODES, axis).matrix();
    SimpleMatrix out = new SimpleMatrix(MODES.count(), MODES.count());
    for (int at = 0; at < dense.length; at++) {
      out.set(at / MODES.count(), at % MODES.count(), dense[at]);
    }
    return out;
  }

  /** sum over all b axes of D^T weight D, D = sqrt(m)^b a^+ ... a^+. */
  private static SimpleMatrix differentiated(SimpleMatrix weight, double mass, int order) {
    SimpleMatrix out = weight;
    for (int b = 0; b < order; b++) {
      SimpleMatrix sum = new SimpleMatrix(MODES.count(), MODES.count());
      for (int axis = 0; axis < 3; axis++) {
        SimpleMatrix up = raise(axis);
        sum = sum.plus(up.transpose().mult(out).mult(up).scale(mass));
      }
      out = sum;
    }
    return out;
  }

  /**
   * gamma = 0 and gamma = 2, where the weight 1 + |v|^2 is a sum of squares of (a + a^+) / sqrt(m).
   */
  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "0, 2", "0, 3", "2, 0", "2, 1", "2, 2"})
  void equalTheSumOverAxes(double gamma, int order) {
    SimpleMatrix[] forms = VelocityForms.of(MIXTURE, gamma, DEGREE, order);
    for (int i = 0; i < 2; i++) {
      double mass = MIXTURE.mass(i);
      SimpleMatrix weight = SimpleMatrix.identity(MODES.count());
      for (int axis = 0; gamma > 0 && axis < 3; axis++) {
        SimpleMatrix v = raise(axis).plus(raise(axis).transpose());
        weight = weight.plus(v.mult(v).scale(1 / mass));
      }
      SimpleMatrix expected = differentiated(weight, mass, order);
      for (int a = 0; a < MODES.count(); a++) {
        for (int b = 0; b < MODES.count(); b++) {
          if (2 * MODES.n(a) + MODES.l(a) > DEGREE || 2 * MODES.n(b) + MODES.l(b) > DEGREE) {
            continue;
          }
          boolean same = MODES.l(a) == MODES.l(b) && MODES.m(a) == MODES.m(b);
          int l = MODES.l(a);
          int first = i * ((DEGREE - l) / 2 + 1);
          double value = same ? forms[l].get(first + MODES.n(a), first + MODES.n(b)) : 0;
          assertEquals(
              expected.get(a, b), value, 1e-12 * Math.pow(4 * mass + 9, order + 1), a + "," + b);
        }
      }
    }
  }

  /** The diagonal of a mode is that of the harmonics, unweighted. */
  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3"})
  void modesHaveTheSameDerivatives(int order) {
    Gas gas =
        Gas.of(
            MIXTURE,
            CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(0.25, 0), s -> 1)),
            DEGREE);
    SimpleMatrix[] forms = VelocityForms.of(MIXTURE, 0, DEGREE, order);
    for (int m = 0; m <= DEGREE; m++) {
      SimpleMatrix mode = new WaveOperator(gas, m, 1, 0.1).velocityForm(order);
      int at = 0;
      for (int i = 0; i < 2; i++) {
        for (int l = m; l <= DEGREE; l++) {
          int radial = (DEGREE - l) / 2 + 1;
          for (int n = 0; n < radial; n++, at++) {
            double expected = forms[l].get(i * radial + n, i * radial + n);
            assertEquals(expected, mode.get(at, at), 1e-13 * expected);
          }
        }
      }
      assertEquals(at, mode.getNumRows());
    }
  }
}
