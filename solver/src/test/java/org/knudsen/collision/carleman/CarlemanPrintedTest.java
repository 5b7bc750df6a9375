package org.knudsen.collision.carleman;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knudsen.collision.TestKernels;
import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.GaussRule;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.mixture.Mixture;

/**
 * (A.1) and (A.2) written out as printed, with their own quadrature over S^2 and R^2, and with each
 * correction that {@link CarlemanKernels} names as a switch. With all corrections they agree with
 * our kernels, which agree with (3.1) ({@link CarlemanOperatorTest}); without any one of them they
 * do not. gamma = 1/2 and an angular part that is neither even nor constant tell them apart.
 */
class CarlemanPrintedTest {

  private static final double MI = 1;
  private static final double MJ = 3;
  private static final double GAMMA = 0.5;
  private static final AngularPart B = TestKernels.FORWARD;
  private static final double[] U = {0.2, -0.1, 0.15, -0.2, 0.1, 0.05};
  private static final double[] C = {0.7, 1.2};
  private static final double[] V = {0.4, -0.7, 0.2};
  private static final double[] W = {-0.3, 0.5, 0.9};
  private static final CollisionKernel KERNEL = TestKernels.powerLaw(2, GAMMA, B);
  private static final double PHI = KERNEL.pair(0, 1).kinetic().at(1);

  private static LocalMaxwellian background(double mi, double mj) {
    Mixture mixture = TestKernels.mixture(mi, mj);
    return LocalMaxwellian.of(mixture, C, U);
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  /** (A.1), C_ij of the paper = ((mi + mj) / mj)^2 times the constant of Phi. */
  private static double first(double mi, double mj, boolean sign, boolean power, boolean once) {
    double gap = mi - mj;
    double size = Math.abs(gap);
    double[] eta = {V[0] - W[0], V[1] - W[1], V[2] - W[2]};
    double d = Math.sqrt(dot(eta, eta));
    double[] mixed = new double[3];
    for (int k = 0; k < 3; k++) {
      mixed[k] = mi * V[k] - mj * W[k];
    }
    double[] u = {U[0], U[1], U[2]};
    GaussRule polar = GaussRule.legendre(60);
    int azimuths = 80;
    double sum = 0;
    for (int a = 0; a < polar.size(); a++) {
      for (int p = 0; p < azimuths; p++) {
        double sine = Math.sqrt(1 - polar.node(a) * polar.node(a));
        double phi = 2 * Math.PI * p / azimuths;
        double[] omega = {sine * Math.cos(phi), sine * Math.sin(phi), polar.node(a)};
        double t = dot(eta, omega) / d;
        double over = (mi * mi + mj * mj) / (gap * gap) + 2 * mi * mj / (gap * size) * t;
        double under = 2 * mi * mj / (gap * gap) + (mi * mi + mj * mj) / (gap * size) * t;
        double cosine = (sign ? -1 : 1) * under / over;
        double square =
            mj * mj / (gap * gap) * d * d
                + 2 * mj * d / (gap * size) * dot(mixed, omega)
                + dot(mixed, mixed) / (gap * gap);
        double drift = mj / size * d * dot(omega, u) + dot(mixed, u) / gap;
        sum +=
            polar.weight(a)
                * 2
                * Math.PI
                / azimuths
                * B.at(cosine)
                / Math.pow(Math.abs(over), (1 - GAMMA) / (power ? 2 : 1))
                * (once ? 1 : C[0])
                * Math.exp(-mi / 2 * square + mi * drift - mi / 2 * dot(u, u));
      }
    }
    double open = PHI * (mi + mj) * (mi + mj) / (mj * mj);
    return open
        * mj
        * mj
        / (gap * gap)
        * Math.pow(mi / (2 * Math.PI), 1.5)
        * C[0]
        * Math.pow(d, GAMMA)
        * sum;
  }

  /** (A.2), with P_ij of A.2. */
  private static double second(double mi, double mj, boolean sign, boolean squared) {
    double[] eta = {V[0] - W[0], V[1] - W[1], V[2] - W[2]};
    double d = Math.sqrt(dot(eta, eta));
    double[] unit = {eta[0] / d, eta[1] / d, eta[2] / d};
    double fall = dot(V, V) - dot(W, W);
    double[] u = {U[3], U[4], U[5]};
    double open = PHI * (mi + mj) * (mi + mj) / (mj * mj);
    double prefactor =
        open
            / d
            * Math.exp(
                -mi * mi / (8 * mj) * d * d
                    - mj / 8 * (squared ? fall * fall : fall) / (d * d)
                    + mi / 2 * dot(eta, u)
                    + mj / 2 * fall / d * dot(unit, u)
                    - mi / 4 * fall);
    double[] across = new double[3]; // V-perp / 2
    double[] axis = {1 + unit[0], unit[1], unit[2]};
    double part = 0;
    for (int k = 0; k < 3; k++) {
      across[k] = (V[k] + W[k] - fall / d * unit[k]) / 2;
    }
    GaussRule line = GaussRule.legendre(120);
    double half = 7;
    double q2 = (mi + mj) * (mi + mj) / (4 * mj * mj) * d * d;
    for (int a = 0; a < line.size(); a++) {
      for (int b = 0; b < line.size(); b++) {
        double[] x = {0, half * line.node(a), half * line.node(b)};
        double project = 2 * dot(axis, x) / dot(axis, axis);
        double distance = 0;
        for (int k = 0; k < 3; k++) {
          double point = project * axis[k] - x[k] + across[k] - u[k];
          distance += point * point;
        }
        double x2 = dot(x, x);
        part +=
            half
                * half
                * line.weight(a)
                * line.weight(b)
                * B.at((sign ? -1 : 1) * (q2 - x2) / (q2 + x2))
                * Math.pow(q2 + x2, (GAMMA - 1) / 2)
                * C[1]
                * Math.pow(mj / (2 * Math.PI), 1.5)
                * Math.exp(-mj / 2 * distance);
      }
    }
    return prefactor * part;
  }

  private static double ours(boolean first, double mi, double mj) {
    CarlemanKernels kernels = new CarlemanKernels(background(mi, mj), KERNEL);
    CarlemanKernel kappa = first ? kernels.first(0, 1) : kernels.second(0, 1);
    return kappa.at(V[0], V[1], V[2], W[0], W[1], W[2]);
  }

  /** 60 x 80 points on a smooth integrand. */
  @Test
  void theFirstKernelIsThatOfA1Corrected() {
    for (double[] m : new double[][] {{MI, MJ}, {MJ, MI}}) {
      double exact = ours(true, m[0], m[1]);
      assertEquals(exact, first(m[0], m[1], true, true, true), 1e-11 * exact);
      differs(exact, first(m[0], m[1], false, true, true));
      differs(exact, first(m[0], m[1], true, false, true));
      differs(exact, first(m[0], m[1], true, true, false));
    }
  }

  /** 120 points a direction over +-7. */
  @Test
  void theSecondKernelIsThatOfA2Corrected() {
    for (double[] m : new double[][] {{MI, MJ}, {MJ, MI}}) {
      double exact = ours(false, m[0], m[1]);
      assertEquals(exact, second(m[0], m[1], true, true), 1e-9 * exact);
      differs(exact, second(m[0], m[1], false, true));
      differs(exact, second(m[0], m[1], true, false));
    }
  }

  private static void differs(double exact, double printed) {
    assertTrue(Math.abs(printed - exact) > 1e-2 * exact, "printed " + printed + ", exact " + exact);
  }
}
