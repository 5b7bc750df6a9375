package org.knudsen.collision;

import org.knudsen.velocity.BurnettFunctions;
import org.knudsen.velocity.BurnettModes;

/**
 * One pair of particles in the frame that turns with it: relative velocity u along the polar axis,
 * centre-of-mass velocity W in the half plane of azimuth 0, angle chi between them. Evaluates there
 * the coupled angular functions of the two velocities and the collided test functions of {@link
 * ReducedElements}, by their component kappa along u.
 */
final class BodyFrame {

  private final BurnettModes radial; // the pairs (n, l)
  private final int degree;
  private final double cosine;
  private final double sine;
  private final double[] deficits;
  private final CentreOfMassBrackets brackets;

  /** couple[la][lb][lc][kappa][m + la] = C(la m, lb kappa-m | lc kappa), kappa >= 0. */
  private final double[][][][][] couple;

  private final double[] legendreFirst;
  private final double[] legendreSecond;
  private final double[] legendreCentre;

  /**
   * collided[lc][kappa][bigL][n]: the part of (T phi_{n,lc})_kappa that multiplies
   * P_{bigL,kappa}(chi), at the present speeds.
   */
  private final double[][][][] collided;

  private double bigW;
  private double u;
  private double speedFirst;
  private double speedSecond;

  /** tested[lc][kappa][n] = (T phi_{n,lc})_kappa at the present point. */
  private final double[][][] value;

  BodyFrame(BurnettModes radial, double cosine, double sine, double[] deficits) {
    this.radial = radial;
    this.degree = radial.degree();
    this.cosine = cosine;
    this.sine = sine;
    this.deficits = deficits;
    this.brackets = new CentreOfMassBrackets(degree, cosine, sine);
    int functions = (degree + 1) * (degree + 2) / 2;
    legendreFirst = new double[functions];
    legendreSecond = new double[functions];
    legendreCentre = new double[functions];
    couple = new double[degree + 1][degree + 1][degree + 1][][];
    for (int la = 0; la <= degree; la++) {
      for (int lb = 0; lb <= degree; lb++) {
        for (int lc = Math.abs(la - lb); lc <= Math.min(degree, la + lb); lc += 2) {
          couple[la][lb][lc] = new double[lc + 1][2 * la + 1];
          for (int kappa = 0; kappa <= lc; kappa++) {
            for (int m = -la; m <= la; m++) {
              couple[la][lb][lc][kappa][m + la] = ClebschGordan.of(la, m, lb, kappa - m, lc);
            }
          }
        }
      }
    }
    collided = new double[degree + 1][][][];
    value = new double[degree + 1][][];
    for (int lc = 0; lc <= degree; lc++) {
      collided[lc] = new double[lc + 1][degree + 1][radial.radialCount(lc)];
      value[lc] = new double[lc + 1][radial.radialCount(lc)];
    }
  }

  /** Moves to speeds |W| and |u|: the radial parts of all collided test functions. */
  void speeds(double newW, double newU) {
    bigW = newW;
    u = newU;
    double[] rhoW = radial.radial(bigW);
    double[] rhoU = radial.radial(u);
    for (int lc = 0; lc <= degree; lc++) {
      for (double[][] byOrder : collided[lc]) {
        for (double[] row : byOrder) {
          java.util.Arrays.fill(row, 0);
        }
      }
      for (int bigL = 0; bigL <= degree; bigL++) {
        for (int lambda = Math.max(1, Math.abs(lc - bigL)); lambda + bigL <= degree; lambda++) {
          if (ClebschGordan.couples(bigL, lambda, lc)) {
            addChannel(lc, bigL, lambda, rhoW, rhoU);
          }
        }
      }
    }
  }

  private void addChannel(int lc, int bigL, int lambda, double[] rhoW, double[] rhoU) {
    double zeros = ClebschGordan.zeros(bigL, lambda, lc);
    double along = Math.sqrt((2 * lambda + 1) / (4 * Math.PI)) * deficits[lambda]; // Y_lambda0(0)
    for (int n = 0; 2 * n + lc <= degree; n++) {
      double sum = 0;
      int nuMost = n + (lc - bigL - lambda) / 2;
      for (int nu = 0; nu <= nuMost; nu++) {
        int bigN = nuMost - nu;
        sum +=
            brackets.value(n, lc, bigN, bigL, nu, lambda, zeros)
                * rhoW[radial.index(bigN, bigL, 0)]
                * rhoU[radial.index(nu, lambda, 0)];
      }
      for (int kappa = 0; kappa <= Math.min(lc, bigL); kappa++) {
        collided[lc][kappa][bigL][n] += along * sum * couple[bigL][lambda][lc][kappa][kappa + bigL];
      }
    }
  }

  /** Moves to the angle chi between W and u: all angular functions, and the test functions. */
  void angle(double cosChi) {
    double sinChi = Math.sqrt((1 - cosChi) * (1 + cosChi));
    BurnettFunctions.legendre(degree, cosChi, sinChi, legendreCentre);
    double across = bigW * sinChi;
    double along = bigW * cosChi;
    speedFirst = polar(cosine * across, cosine * along + sine * u, legendreFirst);
    speedSecond = polar(sine * across, sine * along - cosine * u, legendreSecond);
    for (int lc = 0; lc <= degree; lc++) {
      for (int kappa = 0; kappa <= lc; kappa++) {
        double[] out = value[lc][kappa];
        java.util.Arrays.fill(out, 0);
        for (int bigL = kappa; bigL <= degree; bigL++) {
          double y = condonShortley(kappa) * legendreCentre[bigL * (bigL + 1) / 2 + kappa];
          double[] from = collided[lc][kappa][bigL];
          for (int n = 0; n < out.length; n++) {
            out[n] += y * from[n];
          }
        }
      }
    }
  }

  private double polar(double across, double along, double[] legendre) {
    double speed = Math.hypot(across, along);
    BurnettFunctions.legendre(degree, along / speed, across / speed, legendre);
    return speed;
  }

  /** Y_lm at azimuth 0 is this sign times P_l|m| for m >= 0, and P_l|m| for m &lt; 0. */
  private static double condonShortley(int m) {
    return m > 0 && (m & 1) == 1 ? -1 : 1;
  }

  double speedFirst() {
    return speedFirst;
  }

  double speedSecond() {
    return speedSecond;
  }

  /**
   * out = weight times sum_kappa [Y_la(w) x Y_lb(w*)]_{lc kappa} (T phi_{n,lc})_kappa for each n.
   * Terms kappa and -kappa are equal, since la + lb + lc is even.
   */
  void tested(int la, int lb, int lc, double weight, double[] out) {
    java.util.Arrays.fill(out, 0);
    for (int kappa = 0; kappa <= lc; kappa++) {
      double angular = 0;
      double[] c = couple[la][lb][lc][kappa];
      for (int m = Math.max(-la, kappa - lb); m <= Math.min(la, kappa + lb); m++) {
        int m2 = kappa - m;
        angular +=
            c[m + la]
                * condonShortley(m)
                * legendreFirst[la * (la + 1) / 2 + Math.abs(m)]
                * condonShortley(m2)
                * legendreSecond[lb * (lb + 1) / 2 + Math.abs(m2)];
      }
      angular *= kappa == 0 ? weight : 2 * weight;
      double[] from = value[lc][kappa];
      for (int n = 0; n < from.length; n++) {
        out[n] += angular * from[n];
      }
    }
  }
}
