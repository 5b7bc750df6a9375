package org.knudsen.hypocoercivity;

import org.knudsen.torus.FourierModes;
import org.knudsen.velocity.VelocitySpace;
import org.knudsen.velocity.WeightedNorms;

/**
 * The eps-weighted norm of (3.28), (3.35) that ||.||_{H^s_eps} is equivalent to, for s = 0, 1:
 *
 * <p>||f||^2 + sum_{|alpha| <= s} ||d_x^alpha f||^2 + eps^2 sum_{|alpha|+|beta| <= s, |beta| >= 1}
 * ||d_v^beta d_x^alpha f||^2 in L^2_{x,v}(mu^{-1/2}).
 *
 * <p>As the paper prints it, alpha = 0 is in the sum, so ||f||^2 stands twice for s = 1; it is
 * computed as printed. For s = 0 it is the plain norm of L^2_{x,v}(mu^{-1/2}).
 *
 * <p>Exact for the functions of a run: derivatives in x are taken on Fourier modes, those in v by
 * {@link WeightedNorms}.
 */
public final class SobolevNorm {

  private final WeightedNorms velocity;
  private final FourierModes modes;
  private final int size;
  private final int order;
  private final double eps;

  /**
   * @param order s = 0 or 1
   * @param eps the Knudsen number in the weight
   */
  public SobolevNorm(VelocitySpace space, FourierModes modes, int order, double eps) {
    if (order < 0 || order > 1) {
      throw new IllegalArgumentException("Sobolev order is " + order + "; 0 or 1");
    }
    this.velocity = space.require(WeightedNorms.class);
    this.modes = modes;
    this.size = space.size();
    this.order = order;
    this.eps = eps;
  }

  /** L2 for s = 0, H1eps for s = 1. */
  public String name() {
    return order == 0 ? "L2" : "H" + order + "eps";
  }

  /**
   * The norm of a field over the torus.
   *
   * @param spectrum its Fourier coefficients with space.size() components, laid out by {@link
   *     FourierModes}; not modified
   */
  public double of(double[] spectrum) {
    double sum = column(spectrum, 0, 0);
    for (int w = 1; w < modes.count(); w++) {
      double wave = 4 * Math.PI * Math.PI * modes.squaredNorm(w);
      int real = modes.offset(w, size);
      // k and -k
      sum += 2 * (column(spectrum, real, wave) + column(spectrum, real + size, wave));
    }
    return Math.sqrt(sum);
  }

  private double column(double[] f, int offset, double squaredWave) {
    double plain = velocity.squaredNorm(f, offset);
    return order == 0
        ? plain
        : (2 + squaredWave) * plain + eps * eps * velocity.squaredGradientNorm(f, offset);
  }
}
