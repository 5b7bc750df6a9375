package org.knudsen.collision.carleman;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.collision.CollisionFrequency;
import org.knudsen.collision.DirectQuadrature;
import org.knudsen.collision.DirectQuadrature.Distribution;
import org.knudsen.collision.TestKernels;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.GaussRule;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.mixture.Mixture;

/**
 * The integral operators of kappa1, kappa2, kappa3 against the terms of (3.1), each by brute force
 * over (v*, sigma), at a point v, about an M whose species move at different velocities.
 */
class CarlemanOperatorTest {

  private static final double[] CENTRE = {0.15, -0.1, 0.05, -0.1, 0.05, 0.1};
  private static final double[] CONCENTRATION = {0.7, 1.2};
  private static final double[] V = {0.5, -0.6, 0.3};
  private static final DirectQuadrature DIRECT = new DirectQuadrature(36, 20, 11);

  /** Int kappa(v, v*) f(v*) dv*: v* = v - t^2 omega, which removes 1 / |v - v*| and cusps there. */
  static double integrate(CarlemanKernel kappa, Distribution f, double[] v, double reach) {
    GaussRule speeds = GaussRule.legendre(36);
    GaussRule polar = GaussRule.legendre(22);
    int azimuths = 24;
    double sum = 0;
    for (int q = 0; q < speeds.size(); q++) {
      double t = Math.sqrt(reach) * (1 + speeds.node(q)) / 2;
      double d = t * t;
      double weight = Math.sqrt(reach) / 2 * speeds.weight(q) * 2 * t * d * d;
      for (int a = 0; a < polar.size(); a++) {
        double s = polar.node(a);
        double sine = Math.sqrt(1 - s * s);
        for (int p = 0; p < azimuths; p++) {
          double phi = 2 * Math.PI * (p + 0.5) / azimuths;
          double x = v[0] - d * s;
          double y = v[1] - d * sine * Math.cos(phi);
          double z = v[2] - d * sine * Math.sin(phi);
          sum +=
              weight
                  * polar.weight(a)
                  * 2
                  * Math.PI
                  / azimuths
                  * kappa.at(v[0], v[1], v[2], x, y, z)
                  * f.at(x, y, z);
        }
      }
    }
    return sum;
  }

  private static Distribution test(double mass) {
    Distribution gaussian = DirectQuadrature.maxwellian(1, mass, 0.1, 0.2, -0.1);
    return (x, y, z) -> (1 + x - 0.5 * y * z + 0.3 * x * x) * gaussian.at(x, y, z);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0.5", "1, 3, 0.5", "3, 1, 0.5", "1, 3, 1", "3, 1, 0"})
  void termsOfTheOperator(double mi, double mj, double gamma) {
    Mixture mixture = TestKernels.mixture(mi, mj);
    LocalMaxwellian m = LocalMaxwellian.of(mixture, CONCENTRATION, CENTRE);
    CollisionKernel kernel = TestKernels.powerLaw(2, gamma, TestKernels.FORWARD);
    PairKernel pair = kernel.pair(0, 1);
    CarlemanKernels kernels = new CarlemanKernels(m, kernel);
    Distribution mi0 = (x, y, z) -> m.at(0, x, y, z);
    Distribution mj0 = (x, y, z) -> m.at(1, x, y, z);
    double speed = Math.sqrt(TestKernels.dot(V, V));
    // before the collision the partner is of species j
    double directReach = speed + 8.5 / Math.sqrt(mj);

    Distribution fj = test(mj);
    double first = DIRECT.gain(V, mi, mj, pair, mi0, fj, directReach);
    double found = integrate(kernels.first(0, 1), fj, V, speed + 7.5 / Math.sqrt(mj));
    assertEquals(first, found, 1e-8 * Math.abs(first), "kappa1");

    Distribution fi = test(mi);
    double second = DIRECT.gain(V, mi, mj, pair, fi, mj0, directReach);
    found = integrate(kernels.second(0, 1), fi, V, speed + 7.5 / Math.sqrt(mi));
    assertEquals(second, found, 1e-8 * Math.abs(second), "kappa2");

    Distribution zero = (x, y, z) -> x == V[0] && y == V[1] && z == V[2] ? m.at(0, x, y, z) : 0;
    double loss = -DIRECT.at(V, mi, mj, pair, zero, fj, directReach);
    found = integrate(kernels.third(0, 1), fj, V, directReach);
    assertEquals(loss, found, 1e-10 * Math.abs(loss), "kappa3");
  }

  /** What kappa2 brings in from v* is what leaves v*: Int kappa2_ij(v, v*) dv = nu_ij(v*). */
  @ParameterizedTest
  @CsvSource({"1, 3, 0.5", "3, 1, 1"})
  void theGainFromAVelocityIsTheLossAtIt(double mi, double mj, double gamma) {
    LocalMaxwellian m = LocalMaxwellian.of(TestKernels.mixture(mi, mj), CONCENTRATION, CENTRE);
    CollisionKernel kernel = TestKernels.powerLaw(2, gamma, TestKernels.FORWARD);
    CarlemanKernel kappa = new CarlemanKernels(m, kernel).second(0, 1);
    double nu = new CollisionFrequency(m, kernel).at(0, 1, V[0], V[1], V[2]);
    double out =
        integrate(
            (x, y, z, xStar, yStar, zStar) -> kappa.at(xStar, yStar, zStar, x, y, z),
            (x, y, z) -> 1,
            V,
            // v' - v is at most 2 a_j |g|
            2 * mj / (mi + mj) * (1 + 8.5 / Math.sqrt(mj)));
    assertEquals(nu, out, 1e-8 * nu);
  }
}
