package org.knudsen.velocity;

import org.knudsen.kernel.GaussRule;

/**
 * A product quadrature over velocity space against the unit Gaussian, with the Burnett functions
 * tabulated at its nodes: Gauss-Laguerre in |w|^2 / 2, Gauss-Legendre in the polar cosine and,
 * where there is no axial symmetry, equidistant azimuths. Exact for products of two functions of
 * the degree it is made for.
 */
final class GaussianGrid {

  private final int modes;
  private final double[] weights;
  private final double[] speeds;
  private final double[] values; // [node * modes + mode]

  GaussianGrid(BurnettModes basis) {
    int degree = basis.degree();
    modes = basis.count();
    GaussRule radial = GaussRule.laguerre(degree / 2 + 3, 0.5);
    GaussRule polar = GaussRule.legendre(degree + 2);
    int azimuths = azimuths(basis);
    int nodes = radial.size() * polar.size() * azimuths;
    weights = new double[nodes];
    speeds = new double[nodes];
    values = new double[nodes * modes];
    double[] harmonics = new double[(degree + 1) * (degree + 1)];

    int q = 0;
    for (int r = 0; r < radial.size(); r++) {
      double speed = Math.sqrt(2 * radial.node(r));
      double[] rho = basis.radial(speed);
      for (int p = 0; p < polar.size(); p++) {
        double sine = Math.sqrt((1 - polar.node(p)) * (1 + polar.node(p)));
        for (int a = 0; a < azimuths; a++) {
          double phi = 2 * Math.PI * (a + 0.5) / azimuths;
          RealHarmonics.values(
              degree, polar.node(p), sine * Math.cos(phi), sine * Math.sin(phi), harmonics);
          // Int_0^inf t^{1/2} e^{-t} dt = sqrt(pi)/2
          weights[q] = radial.weight(r) / (Math.sqrt(Math.PI) / 2) * polar.weight(p) / 2 / azimuths;
          speeds[q] = speed;
          for (int mode = 0; mode < modes; mode++) {
            values[q * modes + mode] =
                rho[basis.index(basis.n(mode), basis.l(mode), 0)] * harmonics[basis.harmonic(mode)];
          }
          q++;
        }
      }
    }
  }

  private static int azimuths(BurnettModes basis) {
    return basis.symmetry() == AxialSymmetry.SLAB ? 1 : 2 * basis.degree() + 2;
  }

  /** The bytes of the tables at K/2 + 3 speeds and K + 2 cosines. */
  static double bytes(BurnettModes basis) {
    int degree = basis.degree();
    int nodes = (degree / 2 + 3) * (degree + 2) * azimuths(basis);
    return (double) Double.BYTES * nodes * (basis.count() + 2); // values, weight and speed
  }

  int nodes() {
    return weights.length;
  }

  double weight(int q) {
    return weights[q];
  }

  double speed(int q) {
    return speeds[q];
  }

  /** out[q] = sum_mode f[offset + mode] phi_mode(w_q) * factor. */
  void evaluate(double[] f, int offset, double factor, double[] out) {
    for (int q = 0; q < weights.length; q++) {
      double sum = 0;
      for (int mode = 0; mode < modes; mode++) {
        sum += f[offset + mode] * values[q * modes + mode];
      }
      out[q] = factor * sum;
    }
  }
}
