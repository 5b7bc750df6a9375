package org.knudsen.collision;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Q_ij(F_i, F_j)(v) = Int B (F_i(v') F_j(v'_*) - F_i(v) F_j(v_*)) dv_* dsigma of (1.1), (1.2), by
 * brute force at one point v, in velocities as they stand: no basis, no centre-of-mass expansion,
 * no Legendre moments.
 *
 * <p>v_* = v - g omega. Polar coordinates of omega about v, of sigma about omega; Gauss-Legendre in
 * g and both polar angles, the trapezoidal rule in both azimuths: all converge exponentially on the
 * analytic integrands of the tests. g = t^2, so that |g|^gamma with gamma = 1/2 is analytic.
 */
public final class DirectQuadrature {

  /** A distribution. */
  @FunctionalInterface
  public interface Distribution {
    public double at(double x, double y, double z);
  }

  /** c (m / 2 pi)^{3/2} exp(-m |v - u|^2 / 2). */
  public static Distribution maxwellian(double c, double m, double ux, double uy, double uz) {
    double top = c * Math.pow(m / (2 * Math.PI), 1.5);
    return (x, y, z) ->
        top * Math.exp(-m / 2 * ((x - ux) * (x - ux) + (y - uy) * (y - uy) + (z - uz) * (z - uz)));
  }

  private final double[] speed;
  private final double[] speedWeight;
  private final double[] polar;
  private final double[] polarWeight;
  private final double[] scatter;
  private final double[] scatterWeight;

  /**
   * @param speeds points in t
   * @param directions points in the polar angle of omega; twice as many in its azimuth
   * @param deflections points in cos theta, and in the azimuth of sigma
   */
  public DirectQuadrature(int speeds, int directions, int deflections) {
    GaussIntegratorFactory factory = new GaussIntegratorFactory();
    speed = points(factory.legendre(speeds, 0, 1));
    speedWeight = weights(factory.legendre(speeds, 0, 1));
    polar = points(factory.legendre(directions));
    polarWeight = weights(factory.legendre(directions));
    scatter = points(factory.legendre(deflections));
    scatterWeight = weights(factory.legendre(deflections));
  }

  private static double[] points(GaussIntegrator rule) {
    double[] out = new double[rule.getNumberOfPoints()];
    for (int q = 0; q < out.length; q++) {
      out[q] = rule.getPoint(q);
    }
    return out;
  }

  private static double[] weights(GaussIntegrator rule) {
    double[] out = new double[rule.getNumberOfPoints()];
    for (int q = 0; q < out.length; q++) {
      out[q] = rule.getWeight(q);
    }
    return out;
  }

  /**
   * Q_ij(f, fStar)(v).
   *
   * @param reach largest relative speed, beyond which the distributions are negligible
   */
  public double at(
      double[] v,
      double mi,
      double mj,
      org.knudsen.kernel.PairKernel kernel,
      Distribution f,
      Distribution fStar,
      double reach) {
    return overSpeeds(v, mi, mj, kernel, f, fStar, f.at(v[0], v[1], v[2]), reach);
  }

  /** The gain Int B f(v') fStar(v'_*) dv_* dsigma alone. */
  public double gain(
      double[] v,
      double mi,
      double mj,
      org.knudsen.kernel.PairKernel kernel,
      Distribution f,
      Distribution fStar,
      double reach) {
    return overSpeeds(v, mi, mj, kernel, f, fStar, 0, reach);
  }

  private double overSpeeds(
      double[] v,
      double mi,
      double mj,
      org.knudsen.kernel.PairKernel kernel,
      Distribution f,
      Distribution fStar,
      double here,
      double reach) {
    double[][] about = frame(v);
    int azimuths = 2 * polar.length;
    double sum = 0;
    for (int a = 0; a < polar.length; a++) {
      for (int p = 0; p < azimuths; p++) {
        double[] omega = direction(about, polar[a], 2 * Math.PI * (p + 0.5) / azimuths);
        double solid = polarWeight[a] * 2 * Math.PI / azimuths;
        for (int q = 0; q < speed.length; q++) {
          double t = speed[q] * Math.sqrt(reach);
          double g = t * t;
          double weight = speedWeight[q] * Math.sqrt(reach) * 2 * t * g * g * solid;
          sum +=
              weight
                  * kernel.kinetic().at(g)
                  * overSigma(v, omega, g, mi, mj, kernel, f, fStar, here);
        }
      }
    }
    return sum;
  }

  private double overSigma(
      double[] v,
      double[] omega,
      double g,
      double mi,
      double mj,
      org.knudsen.kernel.PairKernel kernel,
      Distribution f,
      Distribution fStar,
      double here) {
    double total = mi + mj;
    double[] star = new double[3];
    double[] centre = new double[3];
    for (int k = 0; k < 3; k++) {
      star[k] = v[k] - g * omega[k];
      centre[k] = (mi * v[k] + mj * star[k]) / total;
    }
    double loss = here * fStar.at(star[0], star[1], star[2]);
    double[][] about = frame(omega);
    int azimuths = scatter.length;
    double sum = 0;
    for (int a = 0; a < scatter.length; a++) {
      double weight = scatterWeight[a] * 2 * Math.PI / azimuths * kernel.angular().at(scatter[a]);
      for (int p = 0; p < azimuths; p++) {
        double[] sigma = direction(about, scatter[a], 2 * Math.PI * (p + 0.5) / azimuths);
        double to = mj / total * g;
        double back = -mi / total * g;
        double gain =
            f.at(centre[0] + to * sigma[0], centre[1] + to * sigma[1], centre[2] + to * sigma[2])
                * fStar.at(
                    centre[0] + back * sigma[0],
                    centre[1] + back * sigma[1],
                    centre[2] + back * sigma[2]);
        sum += weight * (gain - loss);
      }
    }
    return sum;
  }

  /** A right-handed orthonormal frame whose third axis lies along v. */
  static double[][] frame(double[] v) {
    double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    double[] e =
        length == 0
            ? new double[] {1, 0, 0}
            : new double[] {v[0] / length, v[1] / length, v[2] / length};
    int small = Math.abs(e[0]) < 0.7 ? 0 : 1;
    double[] a = new double[3];
    a[small] = 1;
    for (int k = 0; k < 3; k++) {
      a[k] -= e[small] * e[k];
    }
    double norm = Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    for (int k = 0; k < 3; k++) {
      a[k] /= norm;
    }
    double[] b = {e[1] * a[2] - e[2] * a[1], e[2] * a[0] - e[0] * a[2], e[0] * a[1] - e[1] * a[0]};
    return new double[][] {a, b, e};
  }

  static double[] direction(double[][] frame, double s, double phi) {
    double sine = Math.sqrt(1 - s * s);
    double[] out = new double[3];
    for (int k = 0; k < 3; k++) {
      out[k] = sine * (Math.cos(phi) * frame[0][k] + Math.sin(phi) * frame[1][k]) + s * frame[2][k];
    }
    return out;
  }
}
