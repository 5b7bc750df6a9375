package org.knudsen.collision;

import java.util.Optional;
import org.knudsen.kernel.GaussRule;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettModes;

/**
 * The reduced elements t(a, b -> c) of the bilinear operator Q_ij, one table an ordered pair of
 * species; a, b, c run over the radial pairs (n, l).
 *
 * <p>With f_i = psi_{i; a m_a}, f_j = psi_{j; b m_b} the component of Q_ij(f_i, f_j) on psi_{i; c
 * m_c} is, by the Wigner-Eckart theorem,
 *
 * <p>sqrt(c_j) C(l_a m_a, l_b m_b | l_c m_c) t(a, b -> c), t(a, b -> c) = 1/(2 l_c + 1) sum_m Int G
 * G [phi_a(w) x phi_b(w*)]_{l_c m} (T phi_c)_m dw dw*,
 *
 * <p>where (T phi)(v, v*) = Int B (phi(v') - phi(v)) dsigma: pre- and post-collision velocities
 * exchanged. T phi_c comes from {@link CentreOfMassBrackets} with Legendre deficits; it is a
 * polynomial times Phi(|g|). The sum over m is rotation invariant, so it may be taken in the frame
 * with u along the polar axis and W in the half plane phi = 0: what is left is a polynomial in
 * |W|^2, |u|^2 and W.u, integrated exactly by Gauss rules in |W|, |u| (with Phi in the weight) and
 * cos chi. The polynomial has degree 3K in (W, u), so 3K/4 + 1 points each suffice.
 *
 * <p>Why quadrature and not Moshinsky brackets for the left side too: their closed form is an
 * alternating sum and loses digits as the degree grows; here all terms are point values of
 * orthonormal functions against positive weights, and the error stays at round-off of the norm.
 */
final class ReducedElements {

  private final int degree;
  private final BurnettModes radial; // m = 0: one entry a pair (n, l)
  private final double cosine;
  private final double sine;
  private final double[] deficits;
  private final RelativeSpeedRule relative;
  private final RelativeSpeedRule centre;
  private final GaussRule angle;
  private final double[] table;

  /** The elements of Q_ij, from the cache or computed. */
  ReducedElements(Mixture mixture, int i, int j, PairKernel kernel, int degree, TableCache cache) {
    this.degree = degree;
    this.radial = new BurnettModes(degree, AxialSymmetry.SLAB);
    double total = mixture.mass(i) + mixture.mass(j);
    this.cosine = Math.sqrt(mixture.mass(i) / total);
    this.sine = Math.sqrt(mixture.mass(j) / total);
    this.deficits = kernel.angular().deficits(degree);
    int points = 3 * degree / 4 + 2;
    this.relative = RelativeSpeedRule.of(kernel.kinetic(), mixture.reducedMass(i, j), points);
    this.centre = RelativeSpeedRule.gaussian(points);
    this.angle = GaussRule.legendre(points);
    String key = key();
    int size = radial.count();
    Optional<double[]> stored = cache.load(key).filter(t -> t.length == size * size * size);
    this.table = stored.orElseGet(this::build);
    if (stored.isEmpty()) {
      cache.store(key, table);
    }
  }

  /** The bytes of the elements of one pair of species. */
  static double bytes(int degree) {
    return Double.BYTES * Math.pow(new BurnettModes(degree, AxialSymmetry.SLAB).count(), 3);
  }

  /** The pairs (n, l), as the modes of a slab. */
  BurnettModes radial() {
    return radial;
  }

  /** t(a, b -> c); zero where l_a, l_b, l_c do not couple. */
  double get(int a, int b, int c) {
    int size = radial.count();
    return table[(a * size + b) * size + c];
  }

  /** A digest of every number the table depends on: no kernel or species name. */
  private String key() {
    ContentDigest digest = new ContentDigest("reduced-elements-1");
    digest.add(degree).add(cosine).add(sine).add(deficits);
    for (int q = 0; q < relative.size(); q++) {
      digest.add(relative.speed(q)).add(relative.weight(q));
    }
    return digest.hex();
  }

  private double[] build() {
    int size = radial.count();
    double[] table = new double[size * size * size];
    BodyFrame frame = new BodyFrame(radial, cosine, sine, deficits);
    for (int p = 0; p < centre.size(); p++) {
      for (int q = 0; q < relative.size(); q++) {
        frame.speeds(centre.speed(p), relative.speed(q));
        for (int r = 0; r < angle.size(); r++) {
          double weight =
              8 * Math.PI * Math.PI * centre.weight(p) * relative.weight(q) * angle.weight(r);
          frame.angle(angle.node(r));
          add(table, frame, weight);
        }
      }
    }
    return table;
  }

  private void add(double[] table, BodyFrame frame, double weight) {
    int size = radial.count();
    double[] first = radial.radial(frame.speedFirst());
    double[] second = radial.radial(frame.speedSecond());
    double[] tested = new double[degree / 2 + 1];
    for (int la = 0; la <= degree; la++) {
      for (int lb = 0; lb <= degree; lb++) {
        for (int lc = Math.abs(la - lb); lc <= Math.min(degree, la + lb); lc += 2) {
          frame.tested(la, lb, lc, weight / (2 * lc + 1), tested);
          int nc = radial.radialCount(lc);
          int c = radial.index(0, lc, 0);
          for (int na = 0; na < radial.radialCount(la); na++) {
            int a = radial.index(na, la, 0);
            for (int nb = 0; nb < radial.radialCount(lb); nb++) {
              int b = radial.index(nb, lb, 0);
              double value = first[a] * second[b];
              int to = (a * size + b) * size + c;
              for (int n = 0; n < nc; n++) {
                table[to + n] += value * tested[n];
              }
            }
          }
        }
      }
    }
  }
}
