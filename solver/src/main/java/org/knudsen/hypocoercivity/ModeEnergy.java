package org.knudsen.hypocoercivity;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.knudsen.lemma.SymmetricPencil;

/**
 * A functional (2.6) on one mode with what an energy estimate needs of it: P, its dissipation D =
 * -(P T + T^T P) / 2 along d_t f = T^eps f, and the dual norm that a source is measured in,
 *
 * <p>2 &lt;P f, S&gt; &lt;= theta &lt;f, D f&gt; + (1 / theta) &lt;P S, D^{-1} P S&gt;.
 *
 * <p>On the wave 0, where D vanishes on ker T^eps, all but {@link #whole} is of the parts
 * orthogonal to the kernel. Vectors are in the coordinates of {@link WaveOperator}: coefficients of
 * odd l divided by i. Immutable.
 */
public final class ModeEnergy {

  private final RealMatrix whole;
  private final RealMatrix restriction; // null: the identity
  private final RealMatrix form;
  private final RealMatrix dissipation;
  private final CholeskyDecomposition factor;

  /**
   * @throws IllegalArgumentException if the functional is not positive on the mode, or does not
   *     decay
   */
  public ModeEnergy(LyapunovFunctional functional, WaveOperator mode) {
    this.whole = functional.form(mode);
    this.restriction =
        mode.wave() > 0 ? null : SymmetricPencil.nullSpace(mode.kernelProjection()).transpose();
    this.form = symmetric(mode.withoutKernel(whole));
    this.dissipation =
        symmetric(mode.withoutKernel(LyapunovFunctional.dissipation(whole, mode.matrix())));
    if (!(functional.decayRate(mode) > 0)) {
      throw new IllegalArgumentException(
          "the functional does not decay on the wave "
              + mode.wave()
              + " at the Knudsen number "
              + mode.knudsen()
              + ": "
              + functional);
    }
    try {
      this.factor = new CholeskyDecomposition(dissipation, 1e-12, 0);
    } catch (NonPositiveDefiniteMatrixException e) {
      throw new IllegalArgumentException(
          "the dissipation on the wave " + mode.wave() + " is not positive to round-off", e);
    }
  }

  private static RealMatrix symmetric(RealMatrix a) {
    return a.add(a.transpose()).scalarMultiply(0.5);
  }

  private RealVector restricted(double[] y) {
    RealVector vector = new ArrayRealVector(y, false);
    return restriction == null ? vector : restriction.operate(vector);
  }

  /** &lt;f, P f&gt; with what the kernel holds. */
  public double whole(double[] f) {
    RealVector vector = new ArrayRealVector(f, false);
    return vector.dotProduct(whole.operate(vector));
  }

  /** &lt;f, P f&gt;. */
  public double energy(double[] f) {
    RealVector y = restricted(f);
    return y.dotProduct(form.operate(y));
  }

  /** &lt;f, P f&gt; of the part of f in ker T^eps; 0 but for the wave 0. */
  public double kernel(double[] f) {
    if (restriction == null) {
      return 0;
    }
    RealVector y = new ArrayRealVector(f);
    RealVector rest = restriction.transpose().operate(restriction.operate(y));
    RealVector part = y.subtract(rest);
    return part.dotProduct(whole.operate(part));
  }

  /** &lt;f, D f&gt;. */
  public double dissipation(double[] f) {
    RealVector y = restricted(f);
    return y.dotProduct(dissipation.operate(y));
  }

  /** &lt;P f, g&gt;. */
  public double product(double[] f, double[] g) {
    return form.operate(restricted(f)).dotProduct(restricted(g));
  }

  /** &lt;P g, D^{-1} P g&gt;. */
  public double dual(double[] g) {
    RealVector pg = form.operate(restricted(g));
    return pg.dotProduct(factor.getSolver().solve(pg));
  }
}
