package org.knudsen.norm;

import org.knudsen.torus.FourierModes;
import org.knudsen.velocity.VelocityDerivatives;
import org.knudsen.velocity.VelocitySpace;
import org.knudsen.velocity.WeightedNorms;

/**
 * The eps-weighted norm of (3.28), (3.35) that ||.||_{H^s_eps} of (2.6) is equivalent to, for s =
 * 0, 1, 2, ...:
 *
 * <p>||f||^2 + sum_{|alpha| &lt;= s} ||d_x^alpha f||^2 + eps^2 sum_{|alpha|+|beta| &lt;= s, |beta|
 * >= 1} ||d_v^beta d_x^alpha f||^2 in L^2_{x,v}(mu^{-1/2}).
 *
 * <p>As the paper prints it, alpha = 0 is in the sum, so ||f||^2 stands twice for s >= 1; it is
 * computed as printed. For s = 0 it is the plain norm of L^2_{x,v}(mu^{-1/2}). Multi-indices are
 * summed each once, alpha over the axes of the torus, beta over all three axes of velocity, as in
 * section 2.1 of the paper; for s >= 2 such a norm depends on the orientation of the axes.
 *
 * <p>Exact for the functions of a run: on the Fourier mode k the sum over |alpha| = a is the
 * complete homogeneous polynomial of degree a in (2 pi k_axis)^2, and derivatives in v are taken by
 * {@link WeightedNorms} (s &lt;= 1) and {@link VelocityDerivatives} (s >= 2).
 */
public final class SobolevNorm {

  /** The largest s: far beyond any use, and weights stay within doubles. */
  public static final int LARGEST_ORDER = 10;

  private final WeightedNorms velocity;
  private final VelocityDerivatives derivatives; // null for s <= 1, which needs less of a space
  private final FourierModes modes;
  private final int size;
  private final int order;
  private final double eps;

  /**
   * Of order s, 0 to {@value #LARGEST_ORDER}, in a space that can differentiate as often, with the
   * Knudsen number of the weight.
   */
  public SobolevNorm(VelocitySpace space, FourierModes modes, int order, double eps) {
    if (order < 0 || order > LARGEST_ORDER) {
      throw new IllegalArgumentException("Sobolev order is " + order + "; 0 to " + LARGEST_ORDER);
    }
    this.velocity = space.require(WeightedNorms.class);
    this.derivatives = order < 2 ? null : space.require(VelocityDerivatives.class);
    this.modes = modes;
    this.size = space.size();
    this.order = order;
    this.eps = eps;
  }

  /** L2 for s = 0, H1eps for s = 1, H2eps for s = 2, ... */
  public String name() {
    return order == 0 ? "L2" : "H" + order + "eps";
  }

  /**
   * The norm of a field over the torus, whose spectrum has space.size() components and is not
   * modified.
   */
  public double of(double[] spectrum) {
    double[] space = new double[order + 1]; // [a]: sum over |alpha| <= a
    double sum = 0;
    for (int w = 0; w < modes.count(); w++) {
      spatial(w, space);
      int real = modes.offset(w, size);
      double wave = column(spectrum, real, space);
      if (w > 0) { // k and -k
        wave = 2 * (wave + column(spectrum, real + size, space));
      }
      sum += wave;
    }
    return Math.sqrt(sum);
  }

  /** out[a] = sum over |alpha| &lt;= a of prod_axis (2 pi k_axis)^{2 alpha_axis}. */
  private void spatial(int w, double[] out) {
    java.util.Arrays.fill(out, 0);
    out[0] = 1;
    for (int axis = 0; axis < modes.torus().dimension(); axis++) {
      double x = 2 * Math.PI * modes.wave(w, axis);
      for (int a = 1; a <= order; a++) {
        out[a] += x * x * out[a - 1];
      }
    }
    for (int a = 1; a <= order; a++) {
      out[a] += out[a - 1];
    }
  }

  private double column(double[] f, int offset, double[] space) {
    double plain = velocity.squaredNorm(f, offset);
    if (order == 0) {
      return plain;
    }
    double mixed = space[order - 1] * velocity.squaredGradientNorm(f, offset);
    for (int b = 2; b <= order; b++) {
      mixed += space[order - b] * derivatives.squaredDerivativeNorm(f, offset, b);
    }
    return (1 + space[order]) * plain + eps * eps * mixed;
  }
}
