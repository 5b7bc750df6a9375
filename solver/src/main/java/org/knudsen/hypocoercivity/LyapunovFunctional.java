package org.knudsen.hypocoercivity;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The functional (2.6) for s = 1: A ||f||^2 + a ||grad_x f||^2 + b eps &lt;grad_x f, grad_v f&gt; +
 * d eps^2 ||grad_v f||^2, one set of constants for all waves.
 *
 * @param l2 A
 * @param gradientX a
 * @param mixed b
 * @param gradientV d
 */
public record LyapunovFunctional(double l2, double gradientX, double mixed, double gradientV) {

  /** The functional on one mode, as a symmetric matrix. */
  public RealMatrix form(WaveOperator mode) {
    double eps = mode.knudsen();
    double kappa = mode.wave();
    return MatrixUtils.createRealIdentityMatrix(mode.size())
        .scalarMultiply(l2 + gradientX * kappa * kappa)
        .add(mode.mixedForm().scalarMultiply(mixed * eps))
        .add(mode.gradientForm().scalarMultiply(gradientV * eps * eps));
  }

  /**
   * The largest lambda with d/dt functional <= -2 lambda functional along d_t f = T^eps f on the
   * mode, a generalised eigenvalue. Never more than {@link WaveOperator#decayRate()}.
   *
   * @throws IllegalArgumentException if the functional is not positive on the mode
   */
  public double decayRate(WaveOperator mode) {
    return SymmetricPencil.smallest(dissipation(form(mode), mode.matrix()), form(mode)).value();
  }

  /** -(P T + T^T P) / 2. */
  static RealMatrix dissipation(RealMatrix form, RealMatrix matrix) {
    RealMatrix half = form.multiply(matrix);
    return half.add(half.transpose()).scalarMultiply(-0.5);
  }

  /**
   * The best C_eq of (3.35) on the mode: functional >= C_eq times the eps-weighted norm of order 1.
   */
  public double lowerEquivalence(WaveOperator mode) {
    double eps = mode.knudsen();
    double kappa = mode.wave();
    RealMatrix norm =
        MatrixUtils.createRealIdentityMatrix(mode.size())
            .scalarMultiply(2 + kappa * kappa)
            .add(mode.gradientForm().scalarMultiply(eps * eps));
    return SymmetricPencil.smallest(form(mode), norm).value();
  }

  /** The best C_EQ of (3.35) on the mode: functional <= C_EQ times the norm of H^1_{x,v}. */
  public double upperEquivalence(WaveOperator mode) {
    double kappa = mode.wave();
    RealMatrix norm =
        MatrixUtils.createRealIdentityMatrix(mode.size())
            .scalarMultiply(1 + kappa * kappa)
            .add(mode.gradientForm());
    return SymmetricPencil.largest(form(mode), norm);
  }
}
