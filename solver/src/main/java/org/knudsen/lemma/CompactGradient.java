package org.knudsen.lemma;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.OperatorsAboutMaxwellian;
import org.knudsen.collision.Polarisation;
import org.knudsen.kernel.CollisionKernel;
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
 */
public final class CompactGradient {

  private final BurnettCollision operator;
  private final LocalMaxwellian background;
  private final FrequencyGradient frequency;
  private final double eps;
  private final double scale; // C_2^K
  private final DerivativeForms forms;
  private final RealMatrix sobolev;

  /**
   * @param kernel the one that operator is made from
   * @param background M^eps at a point
   * @param eps its Knudsen number, > 0
   * @param axis the axis of the derivative in v
   */
  public CompactGradient(
      BurnettCollision operator,
      CollisionKernel kernel,
      LocalMaxwellian background,
      double eps,
      int axis) {
    if (!(eps > 0) || Double.isInfinite(eps)) {
      throw new IllegalArgumentException("Knudsen number is " + eps + "; a finite number > 0");
    }
    BurnettSpace space = operator.space();
    int[] beta = new int[axis + 1];
    beta[axis] = 1;
    this.operator = operator;
    this.background = background;
    this.eps = eps;
    this.frequency = new FrequencyGradient(space, background, kernel, 0, axis);
    this.forms =
        DerivativeForms.about(
            space, new OperatorsAboutMaxwellian(operator, kernel, background), 0, beta);
    this.scale = SymmetricPencil.largest(forms.compact(), forms.plain());
    this.sobolev = forms.lower().add(forms.plain());
  }

  /** C_2^K. */
  public double c2() {
    return scale;
  }

  /**
   * C_1^K(xi) for given gradients along one direction of x.
   *
   * @param concentrationGradient d_x ct_j of each species
   * @param velocityGradient d_x u_jk, entry {@code j * axes + k}, k over the axes of the space
   */
  public double c1(double xi, double[] concentrationGradient, double[] velocityGradient) {
    if (!(xi > 0)) {
      throw new IllegalArgumentException("xi is " + xi + "; a number > 0");
    }
    int size = sobolev.getRowDimension();
    RealMatrix mixed =
        forms
            .plain()
            .multiply(rate(concentrationGradient, velocityGradient))
            .scalarMultiply(eps / 2);
    RealMatrix a = MatrixUtils.createRealMatrix(2 * size, 2 * size);
    a.setSubMatrix(
        forms.compact().subtract(forms.plain().scalarMultiply(xi * scale)).getData(), size, size);
    a.setSubMatrix(mixed.getData(), size, 0);
    a.setSubMatrix(mixed.transpose().getData(), 0, size);
    RealMatrix b = MatrixUtils.createRealMatrix(2 * size, 2 * size);
    b.setSubMatrix(sobolev.getData(), 0, 0);
    b.setSubMatrix(forms.lower().getData(), size, size);
    return Math.max(0, SymmetricPencil.largest(a, b));
  }

  /** Kt as a matrix. */
  RealMatrix rate(double[] concentrationGradient, double[] velocityGradient) {
    RealMatrix out = frequency.rate(concentrationGradient, velocityGradient);
    double[] m = slope(concentrationGradient, velocityGradient);
    Polarisation polarisation = new Polarisation(operator);
    double[] unit = new double[m.length];
    double[] column = new double[m.length];
    for (int b = 0; b < m.length; b++) {
      unit[b] = 1;
      polarisation.apply(m, unit, column);
      unit[b] = 0;
      for (int row = 0; row < m.length; row++) {
        out.addToEntry(row, b, column[row]);
      }
    }
    return out;
  }

  /** m = (d_x M^eps) / eps. */
  private double[] slope(double[] concentrationGradient, double[] velocityGradient) {
    BurnettSpace space = operator.space();
    int axes = space.burnettModes().symmetry().axes();
    int modes = space.modes();
    double[] maxwellian = new double[modes];
    double[] out = new double[space.size()];
    for (int i = 0; i < space.mixture().size(); i++) {
      double c = background.concentration(i);
      double rest = space.mixture().concentration(i);
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
      for (int a = 0; a < modes; a++) {
        out[i * modes + a] = concentrationGradient[i] / c * maxwellian[a];
      }
      for (int k = 0; k < axes; k++) { // - d_k = sqrt(m) a_k^+
        new CreationOperator(space.burnettModes(), k)
            .add(
                Math.sqrt(space.mixture().mass(i)) * velocityGradient[i * axes + k],
                maxwellian,
                0,
                out,
                i * modes);
      }
    }
    return out;
  }
}
