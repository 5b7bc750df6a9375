package org.knudsen.hypocoercivity;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.mult.VectorVectorMult_DDRM;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.lemma.SymmetricPencil;

/**
 * A functional (2.6) on one mode with what an energy estimate needs of it: P, its dissipation D =
 * -(P T + T^T P) / 2 along d_t f = T^eps f, and the dual norm that a source is measured in,
 *
 * <p>2 &lt;P f, S&gt; &lt;= theta &lt;f, D f&gt; + (1 / theta) &lt;P S, D^{-1} P S&gt;.
 *
 * <p>On the wave 0, where D vanishes on ker T^eps, all but {@link #whole} is of the parts
 * orthogonal to the kernel. Vectors are in the coordinates of {@link WaveOperator}: coefficients of
 * odd l divided by i; no argument is modified. Immutable.
 */
public final class ModeEnergy {

  private final SimpleMatrix whole;
  private final SimpleMatrix form;
  private final SimpleMatrix dissipation;
  private final SimpleMatrix dual; // P D^{-1} P
  private final SimpleMatrix kernel; // P on ker T^eps

  /** The functional must be positive on the mode, and decay. */
  public ModeEnergy(LyapunovFunctional functional, WaveOperator mode) {
    if (!(functional.decayRate(mode) > 0)) {
      throw new IllegalArgumentException(
          "the functional does not decay on the wave %s at the Knudsen number %s: %s"
              .formatted(mode.wave(), mode.knudsen(), functional));
    }
    SimpleMatrix rest = mode.complement();
    SimpleMatrix onKernel = SimpleMatrix.identity(mode.size()).minus(rest.mult(rest.transpose()));
    this.whole = functional.form(mode);
    this.kernel = SymmetricPencil.restricted(whole, onKernel);
    SimpleMatrix p = SymmetricPencil.restricted(whole, rest);
    SimpleMatrix d = SymmetricPencil.restricted(functional.dissipation(mode), rest);
    SimpleMatrix half = SymmetricPencil.inverseRoot(d).transpose().mult(p);
    SimpleMatrix back = rest.transpose();
    this.form = SymmetricPencil.restricted(p, back);
    this.dissipation = SymmetricPencil.restricted(d, back);
    this.dual = SymmetricPencil.restricted(half.transpose().mult(half), back);
  }

  private static double value(SimpleMatrix a, double[] f, double[] g) {
    return VectorVectorMult_DDRM.innerProdA(
        DMatrixRMaj.wrap(f.length, 1, f), a.getDDRM(), DMatrixRMaj.wrap(g.length, 1, g));
  }

  /** &lt;f, P f&gt; with what the kernel holds. */
  public double whole(double[] f) {
    return value(whole, f, f);
  }

  /** &lt;f, P f&gt;. */
  public double energy(double[] f) {
    return value(form, f, f);
  }

  /** &lt;f, P f&gt; of the part of f in ker T^eps; 0 but for the wave 0. */
  public double kernel(double[] f) {
    return value(kernel, f, f);
  }

  /** &lt;f, D f&gt;. */
  public double dissipation(double[] f) {
    return value(dissipation, f, f);
  }

  /** &lt;P f, g&gt;. */
  public double product(double[] f, double[] g) {
    return value(form, f, g);
  }

  /** &lt;P g, D^{-1} P g&gt;. */
  public double dual(double[] g) {
    return value(dual, g, g);
  }
}
