package org.knudsen.lemma;

import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.OperatorsAboutMaxwellian;
import org.knudsen.collision.Polarisation;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.CreationOperator;

/**
 * (3.6), Lemma 3.4, for |alpha| = |beta| = 1 at a point x where M^eps and its gradient are given.
 * With g = d_x f, independent of f at one point, and Kt = (d_x K^eps) / eps, it reads
 *
 * <p>&lt;d_v K^eps g, d_v g&gt; + eps &lt;d_v Kt f, d_v g&gt; &lt;= C_1(xi) (||f||^2 + ||d_v f||^2
 * + ||g||^2) + xi C_2 ||d_v g||^2,
 *
 * <p>and the least C_1(xi) is a generalised eigenvalue in the pair (f, g). Kt is Lt + nut of {@link
 * FrequencyGradient}, Lt f = Q(m, f) + Q(f, m), with m = (d_x M^eps) / eps: species i of it is (d_x
 * ct_i / c_i) M_i - d_x u_i . grad_v M_i. C_2 is that of {@link CompactDerivatives}; for eps -> 0
 * C_1(xi) tends to its value there.
 *
 * <p>On functions of degree K, m cut off there as M^eps is in {@link OperatorsAboutMaxwellian}.
 * Gradients are laid out as in {@link FrequencyGradient}.
 */
public final class CompactGradient {

  private final FrequencyGradient frequency;
  private final double eps;
  private final double scale; // C_2^K
  private final DerivativeForms forms;
  private final SimpleMatrix[] unit; // Kt of a unit gradient

  /**
   * About M^eps at a point, eps > 0 its Knudsen number; the forms are one block, |beta| = 1, the
   * frequency is for the same beta.
   */
  public CompactGradient(
      BurnettCollision operator,
      DerivativeForms forms,
      FrequencyGradient frequency,
      LocalMaxwellian background,
      double eps) {
    if (!(eps > 0) || Double.isInfinite(eps)) {
      throw new IllegalArgumentException("Knudsen number is " + eps + "; a finite number > 0");
    }
    this.frequency = frequency;
    this.eps = eps;
    this.forms = forms;
    this.scale = SymmetricPencil.largest(forms.compact(), forms.plain());
    this.unit = new SimpleMatrix[frequency.coordinates()];
    Polarisation polarisation = new Polarisation(operator);
    int size = operator.space().size();
    for (int part = 0; part < unit.length; part++) {
      double[] gradient = new double[unit.length];
      gradient[part] = 1;
      double[] m = slope(operator.space(), background, part);
      unit[part] =
          frequency.rate(gradient).plus(new SimpleMatrix(size, size, true, polarisation.matrix(m)));
    }
  }

  /** C_2^K. */
  public double c2() {
    return scale;
  }

  /** C_1^K(xi) for given gradients; not modified. */
  public double c1(double xi, double... gradient) {
    if (!(xi > 0)) {
      throw new IllegalArgumentException("xi is " + xi + "; a number > 0");
    }
    SimpleMatrix mixed = forms.plain().mult(rate(gradient)).scale(eps / 2);
    int size = mixed.getNumRows();
    SimpleMatrix a = new SimpleMatrix(2 * size, 2 * size);
    a.insertIntoThis(size, size, forms.compact().plus(-xi * scale, forms.plain()));
    a.insertIntoThis(size, 0, mixed);
    a.insertIntoThis(0, size, mixed.transpose());
    SimpleMatrix b = new SimpleMatrix(2 * size, 2 * size);
    b.insertIntoThis(0, 0, forms.lower().plus(forms.plain()));
    b.insertIntoThis(size, size, forms.lower());
    return Math.max(0, SymmetricPencil.largest(a, b));
  }

  /** C_1^K(xi) for all gradients with |d_x ct_j| and |d_x u_jk| up to the given sizes. */
  public double constant(double xi, double concentrationSize, double velocitySize) {
    return frequency.atCorners(concentrationSize, velocitySize, gradient -> c1(xi, gradient));
  }

  /** Kt as a matrix. */
  SimpleMatrix rate(double... gradient) {
    return FrequencyGradient.sum(unit, gradient);
  }

  /** m = (d_x M^eps) / eps of a unit gradient. */
  private static double[] slope(BurnettSpace space, LocalMaxwellian background, int part) {
    int parts = 1 + space.burnettModes().symmetry().axes();
    int modes = space.modes();
    int i = part / parts;
    double c = background.concentration(i);
    double rest = space.mixture().concentration(i);
    double[] maxwellian = new double[modes];
    space.deviation(
        i,
        1,
        c - rest,
        background.centre(i, 0),
        background.centre(i, 1),
        background.centre(i, 2),
        maxwellian,
        0);
    maxwellian[space.burnettModes().index(0, 0, 0)] += Math.sqrt(rest);
    double[] out = new double[space.size()];
    if (part % parts == 0) {
      for (int a = 0; a < modes; a++) {
        out[i * modes + a] = maxwellian[a] / c;
      }
    } else { // - d_k = sqrt(m) a_k^+
      new CreationOperator(space.burnettModes(), part % parts - 1)
          .add(Math.sqrt(space.mixture().mass(i)), maxwellian, 0, out, i * modes);
    }
    return out;
  }
}
