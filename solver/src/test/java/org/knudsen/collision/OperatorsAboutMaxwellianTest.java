package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.DirectQuadrature.Distribution;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.GaussRule;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettFunctions;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.GaussianCubature;
import org.knudsen.velocity.RealHarmonics;

/** L^eps, nu^eps, K^eps of (1.12), (3.1), (3.2) as matrices. */
class OperatorsAboutMaxwellianTest {

  private static double reach(double[] v, double m) {
    return Math.sqrt(TestKernels.dot(v, v)) + 8.5 / Math.sqrt(m);
  }

  /** sum_j Int B (M_i' f_j'* + M_j'* f_i' - M_i f_j*) at a point: (3.1) to the letter. */
  private static double direct(
      DirectQuadrature rule,
      Mixture mixture,
      CollisionKernel kernel,
      int i,
      double[] v,
      Distribution[] m,
      Distribution[] f) {
    double sum = 0;
    Distribution here = (x, y, z) -> x == v[0] && y == v[1] && z == v[2] ? m[i].at(x, y, z) : 0;
    for (int j = 0; j < mixture.size(); j++) {
      double mi = mixture.mass(i);
      double mj = mixture.mass(j);
      PairKernel pair = kernel.pair(i, j);
      sum += rule.gain(v, mi, mj, pair, m[i], f[j], reach(v, mj));
      sum += rule.gain(v, mi, mj, pair, f[i], m[j], reach(v, mj));
      // no v' is v itself on the nodes, so that this is the loss alone
      sum += rule.at(v, mi, mj, pair, here, f[j], reach(v, mj));
    }
    return sum;
  }

  /**
   * K on the heavy species about mu, f a momentum of both, degree 61 in harmonic 1. Cut-off 2^-31
   * from equal masses, a power of n in front.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1})
  void theCompactPartAtPointsAboutTheEquilibrium(double gamma) {
    Mixture mixture = TestKernels.mixture(1, 3);
    CollisionKernel kernel = TestKernels.powerLaw(2, gamma, TestKernels.FORWARD);
    int degree = 61;
    BurnettSpace space = new BurnettSpace(mixture, degree, AxialSymmetry.SLAB);
    BurnettLinearized harmonics = new BurnettLinearized(mixture, kernel, degree);
    double[] block = harmonics.block(1);
    double[] nu =
        CollisionFrequencyMatrix.block(
            new CollisionFrequency(LocalMaxwellian.equilibrium(mixture), kernel), degree, 1);
    int order = harmonics.order(1);
    int radial = order / 2;
    double[] amplitude = {1, -0.4};
    double[] found = new double[space.size()];
    for (int n = 0; n < radial; n++) {
      int row = (radial + n) * order;
      found[space.modes() + space.burnettModes().index(n, 1, 0)] =
          amplitude[0] * (block[row] + nu[row])
              + amplitude[1] * (block[row + radial] + nu[row + radial]);
    }
    Distribution[] mu = new Distribution[2];
    Distribution[] f = new Distribution[2];
    for (int i = 0; i < 2; i++) {
      Distribution rest =
          DirectQuadrature.maxwellian(mixture.concentration(i), mixture.mass(i), 0, 0, 0);
      double scale = amplitude[i] * Math.sqrt(mixture.mass(i) / mixture.concentration(i));
      mu[i] = rest;
      f[i] = (x, y, z) -> scale * x * rest.at(x, y, z); // psi_{i;010}
    }
    DirectQuadrature rule = new DirectQuadrature(38, 16, 5);
    for (double[] v : new double[][] {{-0.5, 0.6, 0.1}, {0.8, 0, -0.7}}) {
      double exact = direct(rule, mixture, kernel, 1, v, mu, f);
      assertEquals(exact, space.value(found, 0, 1, v[0], v[1], v[2]), 1e-11 * Math.abs(exact));
    }
  }

  /**
   * K^eps about species that move apart, Maxwell molecules, which keep degrees: slab, degree 10,
   * shifts |z| = 0.17 and 0.1, so the cut-off is z^10 / sqrt(10!) = 1e-11.
   */
  @Test
  void theCompactPartAtPointsAboutALocalMaxwellian() {
    Mixture mixture = TestKernels.mixture(1, 3);
    CollisionKernel kernel = TestKernels.powerLaw(2, 0, TestKernels.FORWARD);
    BurnettSpace space = new BurnettSpace(mixture, 10, AxialSymmetry.SLAB);
    LocalMaxwellian m =
        LocalMaxwellian.of(mixture, new double[] {0.6, 0.7}, new double[] {-0.1, 0, 0, 0.1, 0, 0});
    OperatorsAboutMaxwellian operators =
        new OperatorsAboutMaxwellian(new BurnettCollision(space, kernel, TableCache.none()), m);
    double[] coefficients = new double[space.size()];
    double[] constant = {0.3, 1};
    double[] slope = {1, -0.7};
    Distribution[] maxwellian = new Distribution[2];
    Distribution[] f = new Distribution[2];
    for (int i = 0; i < 2; i++) {
      double c = mixture.concentration(i);
      double mass = mixture.mass(i);
      double a = constant[i];
      double b = slope[i];
      int at = i * space.modes();
      coefficients[at + space.burnettModes().index(0, 0, 0)] = a * Math.sqrt(c);
      coefficients[at + space.burnettModes().index(0, 1, 0)] = b * Math.sqrt(c / mass);
      Distribution rest = DirectQuadrature.maxwellian(c, mass, 0, 0, 0);
      int species = i;
      maxwellian[i] = (x, y, z) -> m.at(species, x, y, z);
      f[i] = (x, y, z) -> (a + b * x) * rest.at(x, y, z);
    }
    double[] k = operators.compact();
    double[] kf = new double[space.size()];
    for (int a = 0; a < kf.length; a++) {
      for (int b = 0; b < kf.length; b++) {
        kf[a] += k[a * kf.length + b] * coefficients[b];
      }
    }
    DirectQuadrature rule = new DirectQuadrature(36, 16, 8);
    double[] v = {0.6, -0.3, 0.5};
    for (int i = 0; i < 2; i++) {
      double exact = direct(rule, mixture, kernel, i, v, maxwellian, f);
      assertEquals(
          exact, space.value(kf, 0, i, v[0], v[1], v[2]), 1e-9 * Math.abs(exact), "species " + i);
    }
  }

  /** About mu, L^eps is L and nu is block-diagonal; Q(M, M) = 0 if all species move alike. */
  @Test
  void anEquilibriumIsInTheKernel() {
    Mixture mixture = TestKernels.mixture(1, 3);
    CollisionKernel kernel = TestKernels.powerLaw(2, 1, TestKernels.FORWARD);
    BurnettSpace space = new BurnettSpace(mixture, 6, AxialSymmetry.PLANAR);
    BurnettCollision operator = new BurnettCollision(space, kernel, TableCache.none());
    OperatorsAboutMaxwellian about =
        new OperatorsAboutMaxwellian(operator, LocalMaxwellian.equilibrium(mixture));
    assertEquals(
        0, distance(operator.linearized(), about.linearized()), 1e-13 * norm(about.linearized()));

    double[] centre = {0.01, 0.005, 0, 0.01, 0.005, 0};
    double[] c = {0.6, 0.7};
    double[] moving =
        new OperatorsAboutMaxwellian(operator, LocalMaxwellian.of(mixture, c, centre)).linearized();
    double[] m = new double[space.size()];
    for (int i = 0; i < 2; i++) {
      space.deviation(i, 1, c[i] - mixture.concentration(i), 0.01, 0.005, 0, m, i * space.modes());
      m[i * space.modes()] += Math.sqrt(mixture.concentration(i)); // mu
    }
    double most = 0;
    for (int a = 0; a < m.length; a++) {
      double sum = 0;
      for (int b = 0; b < m.length; b++) {
        sum += moving[a * m.length + b] * m[b];
      }
      most = Math.max(most, Math.abs(sum));
    }
    // cut-off: (sqrt 3 0.011)^7 / sqrt(7!) = 1e-14, times the norm of L, some 100
    assertTrue(most < 1e-12, "|L^eps M| = " + most);
  }

  /**
   * nu^eps against Gauss-Hermite quadrature in Cartesian velocities and the closed form of hard
   * spheres. Its error falls as (m_j / (m_i + m_j))^n, here at most 0.6^48 = 2e-11.
   */
  @Test
  void theFrequencyMatrixAgreesWithCubature() {
    Mixture mixture = TestKernels.mixture(1, 1.5);
    double[] c = {0.6, 0.7};
    LocalMaxwellian m =
        LocalMaxwellian.of(mixture, c, new double[] {0.3, -0.2, 0.1, -0.2, 0.4, 0.25});
    CollisionKernel kernel = TestKernels.powerLaw(2, 1, TestKernels.FORWARD);
    BurnettSpace space = new BurnettSpace(mixture, 3, AxialSymmetry.FULL);
    BurnettModes modes = space.burnettModes();
    double[] found = CollisionFrequencyMatrix.matrix(space, new CollisionFrequency(m, kernel));
    int count = modes.count();
    double[] exact = new double[found.length];
    double[] phi = new double[count];
    new GaussianCubature(48)
        .forEach(
            (x, y, z, weight) -> {
              polynomials(modes, x, y, z, phi);
              for (int i = 0; i < 2; i++) {
                double root = Math.sqrt(mixture.mass(i));
                double nu = 0;
                for (int j = 0; j < 2; j++) {
                  nu +=
                      TestKernels.hardSphereFrequency(
                          kernel.pair(i, j).kinetic().at(1) * 2 * Math.PI * 7 / 3,
                          c[j],
                          mixture.mass(j),
                          m.distance(j, x / root, y / root, z / root));
                }
                for (int a = 0; a < count; a++) {
                  for (int b = 0; b < count; b++) {
                    exact[(i * count + a) * 2 * count + i * count + b] +=
                        weight * nu * phi[a] * phi[b];
                  }
                }
              }
            });
    assertEquals(0, distance(exact, found), 1e-9 * norm(exact));
    double[] slab =
        CollisionFrequencyMatrix.matrix(
            new BurnettSpace(mixture, 3, AxialSymmetry.SLAB),
            new CollisionFrequency(LocalMaxwellian.equilibrium(mixture), kernel));
    double[] block =
        CollisionFrequencyMatrix.block(
            new CollisionFrequency(LocalMaxwellian.equilibrium(mixture), kernel), 3, 1);
    BurnettModes inSlab = new BurnettModes(3, AxialSymmetry.SLAB);
    int a = inSlab.index(0, 1, 0);
    int b = inSlab.index(1, 1, 0);
    assertEquals(block[1], slab[a * 2 * inSlab.count() + b], 1e-13 * Math.abs(block[1]));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            CollisionFrequencyMatrix.matrix(
                new BurnettSpace(mixture, 3, AxialSymmetry.SLAB),
                new CollisionFrequency(m, kernel)));
  }

  /**
   * -&lt;f, L f&gt; = 1/4 sum_ij Int B mu_i mu_j* (f_i'/mu_i' + f_j'* / mu_j'* - f_i / mu_i - f_j*
   * / mu_j*)^2, by rules that are exact for polynomials f of that degree and this b.
   */
  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0.5", "2, 1"})
  void theDirichletFormIsASumOfSquares(int degree, double gamma) {
    Mixture mixture = TestKernels.mixture(1, 3);
    CollisionKernel kernel = TestKernels.powerLaw(2, gamma, TestKernels.FORWARD);
    BurnettSpace space = new BurnettSpace(mixture, degree, AxialSymmetry.FULL);
    OperatorsAboutMaxwellian operators =
        new OperatorsAboutMaxwellian(
            new BurnettCollision(space, kernel, TableCache.none()),
            LocalMaxwellian.equilibrium(mixture));
    Random random = new Random(7);
    double[] f = random.doubles(space.size(), -1, 1).toArray();
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = i; j < 2; j++) {
        sum += (i == j ? 1 : 2) * squares(space, kernel.pair(i, j), i, j, f) / 4;
      }
    }
    double[] l = operators.linearized();
    double form = 0;
    for (int a = 0; a < f.length; a++) {
      for (int b = 0; b < f.length; b++) {
        form += f[a] * l[a * f.length + b] * f[b];
      }
    }
    assertEquals(sum, -form, 1e-12 * sum);
  }

  private static double squares(BurnettSpace space, PairKernel pair, int i, int j, double[] f) {
    Mixture mixture = space.mixture();
    double total = mixture.mass(i) + mixture.mass(j);
    double reduced = mixture.reducedMass(i, j);
    int degree = space.degree();
    RelativeSpeedRule speeds = RelativeSpeedRule.of(pair.kinetic(), reduced, degree + 1);
    GaussRule polar = GaussRule.legendre(degree + 1);
    GaussRule scatter = GaussRule.legendre(degree + 2); // b is of degree 2
    int azimuths = 2 * degree + 1;
    double[] phi = new double[space.modes()];
    double[] out = new double[1];
    double[][] fixed = DirectQuadrature.frame(new double[] {0, 0, 1});
    new GaussianCubature(degree + 1)
        .forEach(
            (x, y, z, outer) -> {
              double[] centre = {x / Math.sqrt(total), y / Math.sqrt(total), z / Math.sqrt(total)};
              for (int q = 0; q < speeds.size(); q++) {
                double g = speeds.speed(q) / Math.sqrt(reduced);
                for (int p = 0; p < polar.size() * azimuths; p++) {
                  double[] omega =
                      DirectQuadrature.direction(
                          fixed, polar.node(p / azimuths), 2 * Math.PI * (p % azimuths) / azimuths);
                  double before = pairSum(space, f, i, j, centre, omega, g, phi);
                  double[][] about = DirectQuadrature.frame(omega);
                  double inner = 0;
                  for (int s = 0; s < scatter.size() * azimuths; s++) {
                    double cosine = scatter.node(s / azimuths);
                    double[] sigma =
                        DirectQuadrature.direction(
                            about, cosine, 2 * Math.PI * (s % azimuths) / azimuths);
                    double gap = pairSum(space, f, i, j, centre, sigma, g, phi) - before;
                    inner += scatter.weight(s / azimuths) * pair.angular().at(cosine) * gap * gap;
                  }
                  out[0] +=
                      outer
                          * speeds.weight(q)
                          * polar.weight(p / azimuths)
                          * Math.pow(2 * Math.PI / azimuths, 2)
                          * inner;
                }
              }
            });
    return out[0] * mixture.concentration(i) * mixture.concentration(j);
  }

  /** f_i / mu_i + f_j* / mu_j* of a pair with that centre and relative velocity g omega. */
  private static double pairSum(
      BurnettSpace space,
      double[] f,
      int i,
      int j,
      double[] centre,
      double[] omega,
      double g,
      double[] phi) {
    Mixture mixture = space.mixture();
    double total = mixture.mass(i) + mixture.mass(j);
    return ratio(space, f, i, centre, omega, mixture.mass(j) / total * g, phi)
        + ratio(space, f, j, centre, omega, -mixture.mass(i) / total * g, phi);
  }

  private static double ratio(
      BurnettSpace space,
      double[] f,
      int i,
      double[] centre,
      double[] omega,
      double step,
      double[] phi) {
    double root = Math.sqrt(space.mixture().mass(i));
    polynomials(
        space.burnettModes(),
        root * (centre[0] + step * omega[0]),
        root * (centre[1] + step * omega[1]),
        root * (centre[2] + step * omega[2]),
        phi);
    double sum = 0;
    for (int a = 0; a < phi.length; a++) {
      sum += f[i * phi.length + a] * phi[a];
    }
    return sum / Math.sqrt(space.mixture().concentration(i));
  }

  private static void polynomials(BurnettModes modes, double x, double y, double z, double[] phi) {
    double r = Math.sqrt(x * x + y * y + z * z);
    double[] harmonics = new double[(modes.degree() + 1) * (modes.degree() + 1)];
    RealHarmonics.values(modes.degree(), x / r, y / r, z / r, harmonics);
    double[] rho = new double[modes.degree() / 2 + 1];
    for (int a = 0; a < phi.length; a++) {
      int l = modes.l(a);
      if (modes.n(a) == 0) {
        BurnettFunctions.radial(l, r, modes.radialCount(l), rho, 0);
      }
      phi[a] = rho[modes.n(a)] * harmonics[l * l + l + modes.m(a)];
    }
  }

  private static double norm(double[] a) {
    return Math.sqrt(TestKernels.dot(a, a));
  }

  private static double distance(double[] a, double[] b) {
    double[] gap = a.clone();
    for (int k = 0; k < gap.length; k++) {
      gap[k] -= b[k];
    }
    return norm(gap);
  }
}
