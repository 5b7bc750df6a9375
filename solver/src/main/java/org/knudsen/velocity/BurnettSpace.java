package org.knudsen.velocity;

import java.util.stream.IntStream;
import org.knudsen.mixture.Mixture;

/**
 * The span of the Burnett functions of degree K: h_i = sum_nlm a_nlm psi_{i;nlm},
 *
 * <p>psi_{i;nlm}(v) = mu_i(v) / sqrt(c_i) phi_nlm(sqrt(m_i) v),
 *
 * <p>phi_nlm as in {@link BurnettFunctions} (D. Burnett, Proc. London Math. Soc. s2-40 (1936)
 * 382-435), an orthonormal basis of L^2(mu^{-1/2}), species by species, whatever the mass ratio.
 * Norms are Euclidean; multiplication by v is sparse and symmetric; d/dv raises the degree by one
 * and is exact; collision invariants are combinations of the modes (0,0,0), (0,1,m) and (1,0,0).
 */
public final class BurnettSpace
    implements VelocitySpace,
        Streaming,
        Moments,
        CollisionInvariants,
        WeightedNorms,
        VelocityDerivatives,
        MaxwellianExpansion,
        PointEvaluation,
        VelocityQuadrature,
        HarmonicModes {

  private final Mixture mixture;
  private final BurnettModes modes;
  private final double[] gradientWeight; // per mode: 2n + l + 3
  private GaussianGrid grid; // made when first asked for: large in full space
  private HermiteBasis hermite; // likewise

  public BurnettSpace(Mixture mixture, int degree, AxialSymmetry symmetry) {
    this.mixture = mixture;
    this.modes = new BurnettModes(degree, symmetry);
    this.gradientWeight =
        IntStream.range(0, modes.count())
            .mapToDouble(a -> 2 * modes.n(a) + modes.l(a) + 3)
            .toArray();
  }

  @Override
  public Mixture mixture() {
    return mixture;
  }

  @Override
  public int modes() {
    return modes.count();
  }

  @Override
  public BurnettModes burnettModes() {
    return modes;
  }

  public int degree() {
    return modes.degree();
  }

  @Override
  public String describe() {
    return modes + ": " + modes() + " modes a species";
  }

  @Override
  public boolean odd(int mode) {
    return (modes.l(mode) & 1) == 1;
  }

  /**
   * {@inheritDoc}
   *
   * <p>It is (a_k + a_k^+) / sqrt(m_i), a_k^+ the {@link CreationOperator}, along axes that the
   * symmetry allows.
   */
  @Override
  public double[] multiplication(int species, int axis) {
    if (axis < 0 || axis >= modes.symmetry().axes()) {
      throw new IllegalArgumentException(
          "streaming along axis %s leaves a %s; axes 0..%s"
              .formatted(axis, modes, modes.symmetry().axes() - 1));
    }
    int size = modes();
    double[] raise =
        new CreationOperator(modes, axis, 1 / Math.sqrt(mixture.mass(species))).matrix();
    double[] matrix = new double[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        matrix[a * size + b] = raise[a * size + b] + raise[b * size + a];
      }
    }
    return matrix;
  }

  /** {@inheritDoc} Int psi_{i;000} dv = sqrt(c_i). */
  @Override
  public double[] concentration(int species) {
    double[] functional = new double[modes()];
    functional[modes.index(0, 0, 0)] = Math.sqrt(mixture.concentration(species));
    return functional;
  }

  /** {@inheritDoc} v_k mu_i = sqrt(c_i / m_i) psi_{i;01m}, m the harmonic along the axis. */
  @Override
  public double[] flux(int species, int axis) {
    double[] functional = new double[modes()];
    int m = RealHarmonics.azimuthOfAxis(axis);
    if (modes.symmetry().keeps(m)) {
      functional[modes.index(0, 1, m)] =
          Math.sqrt(mixture.concentration(species) / mixture.mass(species));
    }
    return functional;
  }

  /** {@inheritDoc} |w|^2 / 2 = 3/2 - sqrt(3/2) phi_100. */
  @Override
  public double[] energy(int species) {
    double[] functional = new double[modes()];
    double root = Math.sqrt(mixture.concentration(species));
    functional[modes.index(0, 0, 0)] = 1.5 * root;
    functional[modes.index(1, 0, 0)] = -Math.sqrt(1.5) * root;
    return functional;
  }

  @Override
  public int invariantCount() {
    return mixture.size() + modes.symmetry().axes() + 1;
  }

  @Override
  public double[] invariants() {
    int species = mixture.size();
    double[] rows = new double[invariantCount() * size()];
    for (int i = 0; i < species; i++) {
      rows[i * size() + i * modes() + modes.index(0, 0, 0)] = 1;
      for (int axis = 0; axis < modes.symmetry().axes(); axis++) {
        int mode = modes.index(0, 1, RealHarmonics.azimuthOfAxis(axis));
        rows[(species + axis) * size() + i * modes() + mode] =
            Math.sqrt(mixture.mass(i) * mixture.concentration(i) / mixture.massDensity());
      }
      rows[(species + modes.symmetry().axes()) * size() + i * modes() + modes.index(1, 0, 0)] =
          -Math.sqrt(mixture.concentration(i) / mixture.totalConcentration());
    }
    return rows;
  }

  @Override
  public double squaredNorm(double[] f, int offset) {
    double sum = 0;
    for (int a = 0; a < size(); a++) {
      sum += f[offset + a] * f[offset + a];
    }
    return sum;
  }

  /**
   * {@inheritDoc}
   *
   * <p>d/dv_k = -sqrt(m_i) a_k^+ on the polynomial part, and sum_k a_k a_k^+ = (2n + l) + 3.
   */
  @Override
  public double squaredGradientNorm(double[] f, int offset) {
    double sum = 0;
    for (int i = 0; i < mixture.size(); i++) {
      double part = 0;
      for (int a = 0; a < modes(); a++) {
        double value = f[offset + i * modes() + a];
        part += gradientWeight[a] * value * value;
      }
      sum += mixture.mass(i) * part;
    }
    return sum;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Diagonal in (n, l, m) for orders 0 and 1; above by a change to Hermite functions, degree by
   * degree.
   */
  @Override
  public double squaredDerivativeNorm(double[] f, int offset, int order) {
    if (order < 0) {
      throw new IllegalArgumentException("order of velocity derivatives is " + order + "; >= 0");
    }
    if (order <= 1) {
      return order == 0 ? squaredNorm(f, offset) : squaredGradientNorm(f, offset);
    }

    double sum = 0;
    for (int i = 0; i < mixture.size(); i++) {
      sum +=
          Math.pow(mixture.mass(i), order)
              * hermite().squaredDerivatives(f, offset + i * modes(), order);
    }
    return sum;
  }

  private synchronized HermiteBasis hermite() {
    if (hermite == null) {
      hermite = new HermiteBasis(modes);
    }
    return hermite;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A shifted Gaussian is a coherent state: G(v - U) / G(v) = exp(w.z - |z|^2 / 2), z =
   * sqrt(m_i) U, whose coefficient on phi_nlm is (-1)^n p(z) / A_nl with the solid harmonic p(z) =
   * |z|^{2n} Y_lm(z). A temperature 1 + s widens it, which applies exp(s Laplace / 2) to p:
   *
   * <p>p(z) -> sum_{k=0}^{n} (s/2)^k / k! prod_{j&lt;k} 2(n-j)(2(n-j)+2l+1) |z|^{2(n-k)} Y_lm(z).
   *
   * <p>Every term is eps^{2n+l-k} times a function of c, u and theta, divided by eps here without
   * cancellation. Modes above degree K are cut off; they are O(|z|^{K+1} + |s|^{(K+1)/2}).
   */
  @Override
  public void deviation(
      int species,
      double eps,
      double concentrationDeviation,
      double ux,
      double uy,
      double uz,
      double temperatureDeviation,
      double[] out,
      int offset) {
    if (!(1 + eps * temperatureDeviation > 0)) {
      throw new IllegalArgumentException(
          "temperature of species '%s' is 1 + %s * %s; a number > 0"
              .formatted(mixture.species().get(species).name(), eps, temperatureDeviation));
    }
    double rest = mixture.concentration(species);
    double root = Math.sqrt(rest);
    double amplitude = (rest + eps * concentrationDeviation) / root;
    double speed = Math.sqrt(ux * ux + uy * uy + uz * uz);
    java.util.Arrays.fill(out, offset, offset + modes(), 0);
    out[offset + modes.index(0, 0, 0)] = concentrationDeviation / root;
    if (speed == 0 && temperatureDeviation == 0) {
      return;
    }
    double[] harmonics = harmonics(ux, uy, uz, speed);
    double scaled = Math.sqrt(mixture.mass(species)) * speed; // z / eps
    for (int a = 0; a < modes(); a++) {
      int n = modes.n(a);
      int l = modes.l(a);
      if (2 * n + l == 0) {
        continue;
      }

      out[offset + a] =
          ((n & 1) == 0 ? 1 : -1)
              * amplitude
              * widened(n, l, eps, scaled, temperatureDeviation)
              * harmonics[modes.harmonic(a)]
              / BurnettFunctions.fockNorm(n, l);
    }
  }

  /** exp(eps theta Laplace / 2) of |z|^{2n} Y_lm(z), over eps and Y_lm of the direction. */
  private static double widened(int n, int l, double eps, double scaled, double theta) {
    // z^{2n+l} / eps without dividing a small number by a small number
    double sum = scaled * Math.pow(eps * scaled, 2 * n + l - 1);
    double factor = 1;
    for (int k = 1; k <= n && theta != 0; k++) {
      int from = n - k + 1;
      factor *= theta * from * (2 * from + 2 * l + 1) / k;
      sum += factor * Math.pow(eps, 2 * n + l - k - 1) * Math.pow(scaled, 2 * (n - k) + l);
    }
    return sum;
  }

  /** All Y_lm in the direction of a vector, in that of axis 0 for the vector 0. */
  private double[] harmonics(double x, double y, double z, double length) {
    double[] out = new double[(degree() + 1) * (degree() + 1)];
    if (length > 0) {
      RealHarmonics.values(degree(), x / length, y / length, z / length, out);
    } else {
      RealHarmonics.values(degree(), 1, 0, 0, out);
    }
    return out;
  }

  @Override
  public double value(double[] f, int offset, int species, double vx, double vy, double vz) {
    double mass = mixture.mass(species);
    double speed = Math.sqrt(vx * vx + vy * vy + vz * vz);
    double r = Math.sqrt(mass) * speed;
    double[] harmonics = harmonics(vx, vy, vz, speed);
    double[] radial = new double[degree() / 2 + 1];
    double sum = 0;
    for (int a = 0; a < modes(); a++) {
      if (modes.n(a) == 0) {
        BurnettFunctions.radial(modes.l(a), r, modes.radialCount(modes.l(a)), radial, 0);
      }
      sum += f[offset + species * modes() + a] * radial[modes.n(a)] * harmonics[modes.harmonic(a)];
    }
    double gaussian = Math.pow(mass / (2 * Math.PI), 1.5) * Math.exp(-r * r / 2);
    return Math.sqrt(mixture.concentration(species)) * gaussian * sum;
  }

  /** The bytes of the tables of {@link #ratios}, made when they are first asked for. */
  public double tableBytes() {
    return GaussianGrid.bytes(modes);
  }

  private synchronized GaussianGrid grid() {
    if (grid == null) {
      grid = new GaussianGrid(modes);
    }
    return grid;
  }

  @Override
  public int nodes() {
    return grid().nodes();
  }

  @Override
  public double weight(int q) {
    return grid().weight(q);
  }

  @Override
  public double speed(int q) {
    return grid().speed(q);
  }

  @Override
  public void ratios(double[] f, int offset, int species, double[] out) {
    double factor = 1 / Math.sqrt(mixture.concentration(species));
    grid().evaluate(f, offset + species * modes(), factor, out);
  }
}
