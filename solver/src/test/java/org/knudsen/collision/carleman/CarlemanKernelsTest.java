package org.knudsen.collision.carleman;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.TestKernels;
import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.KineticPart;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.mixture.Mixture;

/**
 * Values of kappa1, kappa2, kappa3 at pairs of points: closed forms, symmetry, equal-mass limit.
 */
class CarlemanKernelsTest {

  private static final double[][] POINTS = {
    {0.4, -0.7, 0.2, -0.3, 0.5, 0.9}, {1.3, 0.2, -0.6, 1.2, 0.3, -0.5}, {0.1, 2.1, 0, 0, -1.4, 0.8}
  };

  private static double at(CarlemanKernel kappa, double[] p) {
    return kappa.at(p[0], p[1], p[2], p[3], p[4], p[5]);
  }

  private static double swapped(CarlemanKernel kappa, double[] p) {
    return kappa.at(p[3], p[4], p[5], p[0], p[1], p[2]);
  }

  private static double length(double... v) {
    return Math.sqrt(TestKernels.dot(v, v));
  }

  private static double square(double x) {
    return x * x;
  }

  /**
   * Grad's and Hilbert's kernels for one gas of hard spheres, in the symmetrised form kappa(v, v*)
   * (mu* / mu)^{1/2}: both gains are 4 C c (m / 2 pi)^{1/2} / |v - v*| exp(-m |v - v*|^2 / 8 - m
   * (|v|^2 - |v*|^2)^2 / (8 |v - v*|^2)), the loss 4 pi C c (m / 2 pi)^{3/2} |v - v*| exp(-m (|v|^2
   * + |v*|^2) / 4). Tolerance: rounding of some 500 terms of one sign.
   */
  @Test
  void hardSpheresOfOneGasAreGradsKernels() {
    Mixture gas = TestKernels.mixture(1.7);
    CollisionKernel spheres = TestKernels.hardSpheres(1.3);
    CarlemanKernels kernels = new CarlemanKernels(LocalMaxwellian.equilibrium(gas), spheres);
    double m = 1.7;
    double c = gas.concentration(0);
    double bigC = square(1.3 / 2);
    for (double[] p : POINTS) {
      double v2 = square(length(p[0], p[1], p[2]));
      double w2 = square(length(p[3], p[4], p[5]));
      double d = length(p[0] - p[3], p[1] - p[4], p[2] - p[5]);
      double half = Math.exp(-m / 4 * (w2 - v2));
      double gain =
          4
              * bigC
              * c
              * Math.sqrt(m / (2 * Math.PI))
              / d
              * Math.exp(-m / 8 * (d * d + square(v2 - w2) / (d * d)));
      double loss =
          4
              * Math.PI
              * bigC
              * c
              * Math.pow(m / (2 * Math.PI), 1.5)
              * d
              * Math.exp(-m / 4 * (v2 + w2));
      assertEquals(gain, at(kernels.first(0, 0), p) * half, 1e-13 * gain);
      assertEquals(gain, at(kernels.second(0, 0), p) * half, 1e-13 * gain);
      assertEquals(loss, at(kernels.third(0, 0), p) * half, 1e-13 * loss);
    }
  }

  /**
   * Hard spheres of unequal masses: the Gaussian integral over the plane, and over the sphere, 2 pi
   * (exp(-m (D - R)^2 / 2) - exp(-m (D + R)^2 / 2)) / (m R D), D the distance of its centre from
   * that of M_i. About a shifted M.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.6, 1.5, 3, 200})
  void hardSpheresOfTwoGases(double ratio) {
    Mixture mixture = TestKernels.mixture(1, ratio);
    double[] centre = {0.3, -0.1, 0.2, -0.25, 0.15, 0.1};
    double[] c = {0.7, 1.2};
    LocalMaxwellian background = LocalMaxwellian.of(mixture, c, centre);
    CarlemanKernels kernels = new CarlemanKernels(background, TestKernels.hardSpheres(1, 1.4));
    double bigC = square(2.4 / 4);
    for (int i = 0; i < 2; i++) {
      int j = 1 - i;
      double mi = mixture.mass(i);
      double mj = mixture.mass(j);
      for (double[] p : POINTS) {
        double[] eta = {p[0] - p[3], p[1] - p[4], p[2] - p[5]};
        double d = length(eta);
        double along = 0;
        double[] off = new double[3];
        for (int k = 0; k < 3; k++) {
          double ve = (mi + mj) / (2 * mj) * p[k] - (mi - mj) / (2 * mj) * p[3 + k];
          along += (ve - centre[3 * j + k]) * eta[k] / d;
          off[k] = (mi * p[k] - mj * p[3 + k]) / (mi - mj) - centre[3 * i + k];
        }
        double open = square((mi + mj) / mj);
        double plane =
            open
                / d
                * bigC
                * c[j]
                * Math.sqrt(mj / (2 * Math.PI))
                * Math.exp(-mj / 2 * along * along);
        assertEquals(plane, at(kernels.second(i, j), p), 1e-13 * plane, "kappa2, i = " + i);
        double r = mj / Math.abs(mi - mj) * d;
        double big = length(off);
        double sphere =
            open
                / d
                * bigC
                * r
                * r
                * c[i]
                * Math.pow(mi / (2 * Math.PI), 1.5)
                * 2
                * Math.PI
                / (mi * r * big)
                * Math.exp(-mi / 2 * square(big - r))
                * -Math.expm1(-2 * mi * big * r);
        // (big - r)^2 is itself known to rounding of r^2 only
        double tolerance = 1e-13 * sphere * (1 + mi * r * Math.abs(big - r));
        assertEquals(sphere, at(kernels.first(i, j), p), tolerance, "kappa1, i = " + i);
      }
    }
  }

  static List<PairKernel> kernels() {
    AngularPart soft =
        s -> 1.5 * Math.sqrt((1 + s) / 2); // vss, alpha = 3/2: b' is infinite at s = -1
    AngularPart kinked =
        new AngularPart() {
          @Override
          public double at(double s) {
            return s < 0.3 ? 1 + s / 2 : 1.15 + 2 * (s - 0.3);
          }

          @Override
          public double[] breakpoints() {
            return new double[] {0.3};
          }
        };
    KineticPart bent =
        new KineticPart() {
          @Override
          public double at(double g) {
            return g < 1.7 ? g : 1.7 + (g - 1.7) / 3;
          }

          @Override
          public double[] breakpoints() {
            return new double[] {1.7};
          }
        };
    return List.of(
        new PairKernel(new PowerLaw(1.2, 0), TestKernels.FORWARD),
        new PairKernel(new PowerLaw(1.2, 0.5), TestKernels.FORWARD),
        new PairKernel(new PowerLaw(0.7, 1), soft),
        new PairKernel(bent, kinked));
  }

  /**
   * Micro-reversibility about mu: kappa2_ij(v, v*) mu_i(v*) = kappa2_ij(v*, v) mu_i(v), and
   * kappa1_ij(v, v*) mu_j(v*) = kappa1_ji(v*, v) mu_i(v), which are integrals over different sets.
   */
  @ParameterizedTest
  @MethodSource("kernels")
  void gainsAreSymmetricAboutTheEquilibrium(PairKernel pair) {
    for (double ratio : new double[] {1, 1.0001, 3, 400}) {
      Mixture mixture = TestKernels.mixture(1, ratio);
      LocalMaxwellian mu = LocalMaxwellian.equilibrium(mixture);
      CarlemanKernels kernels = new CarlemanKernels(mu, TestKernels.of(2, (i, j) -> pair));
      for (double[] q : POINTS) {
        // on the scale on which the heavy species lives, so that nothing underflows
        double[] p = q.clone();
        for (int k = 0; k < 6; k++) {
          p[k] /= Math.pow(ratio, 0.25);
        }
        for (int i = 0; i < 2; i++) {
          double left = at(kernels.second(i, 1 - i), p) * mu.at(i, p[3], p[4], p[5]);
          double right = swapped(kernels.second(i, 1 - i), p) * mu.at(i, p[0], p[1], p[2]);
          assertEquals(left, right, 1e-11 * left, "kappa2, ratio " + ratio + ", i = " + i);
        }
        double left = at(kernels.first(0, 1), p) * mu.at(1, p[3], p[4], p[5]);
        double right = swapped(kernels.first(1, 0), p) * mu.at(0, p[0], p[1], p[2]);
        assertTrue(left > 0);
        assertEquals(left, right, 1e-11 * left, "kappa1, ratio " + ratio);
      }
    }
  }

  /** kappa1 of masses 1 and 1 + h tends to that of equal masses, and does so linearly. */
  @ParameterizedTest
  @MethodSource("kernels")
  void kappaOneTendsToItsEqualMassForm(PairKernel pair) {
    for (double[] p : POINTS) {
      double equal = first(pair, 0, p);
      assertEquals(equal, first(pair, 1e-13, p), 1e-11 * equal);
      assertEquals(equal, first(pair, -1e-13, p), 1e-11 * equal);
      double coarse = (first(pair, 1e-4, p) - equal) / 1e-4;
      double fine = (first(pair, 1e-5, p) - equal) / 1e-5;
      // the slope settles: a difference of order h^2 leaves 1e-4, of order sqrt(h) a factor 3
      assertEquals(fine, coarse, 2e-3 * (equal + Math.abs(fine)));
    }
  }

  private static double first(PairKernel pair, double h, double[] p) {
    Mixture mixture = TestKernels.mixture(1, 1 + h);
    CarlemanKernels kernels =
        new CarlemanKernels(
            LocalMaxwellian.equilibrium(mixture), TestKernels.of(2, (i, j) -> pair));
    return at(kernels.first(0, 1), p);
  }

  @Test
  void mapsHoldTheKernelAtTheirPoints() {
    CarlemanKernels kernels =
        new CarlemanKernels(
            LocalMaxwellian.equilibrium(TestKernels.mixture(1, 3)),
            TestKernels.hardSpheres(1, 1.4));
    CarlemanKernel kappa = kernels.second(0, 1);
    CarlemanMap map =
        CarlemanMap.of(
            kappa, new double[] {0.5, 0, 0.1}, new double[] {-1, 0.5}, new double[] {-0.5, 0, 1});
    assertEquals(kappa.at(0.5, 0, 0.1, -1, 1, 0.1), map.values()[4]);
    assertEquals(kappa.at(0.5, 0, 0.1, 0.5, -0.5, 0.1), map.values()[1]);
    assertTrue(Double.isNaN(map.values()[3]));
    assertThrows(IllegalArgumentException.class, () -> kappa.at(1, 0, 0, 1, 0, 0));
  }
}
