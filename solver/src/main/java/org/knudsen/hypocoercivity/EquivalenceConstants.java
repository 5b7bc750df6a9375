package org.knudsen.hypocoercivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.Gas;
import org.knudsen.lemma.SymmetricPencil;

/**
 * C_eq and C_EQ of (3.35) for a functional (2.6) over all waves of the torus, functions of degree K
 * in v: C_eq (eps-weighted norm of order s) &lt;= functional &lt;= C_EQ (norm of H^s_{x,v}), with
 * the norms that do not single out directions.
 *
 * <p><b>All waves.</b> On a wave both sides are polynomials in kappa = 2 pi |k| with leading terms
 * a_s kappa^{2s} and kappa^{2s}, so both constants tend to a_s as k -> infinity. Waves are taken in
 * ascending order, wave 0 first, until the coefficients show that functional - C_eq norm and C_EQ
 * norm - functional are positive from there on: leading terms against the norms of all terms of the
 * wrong sign, polynomials in kappa with one change of sign. So the constants hold for every wave,
 * and they are sharp; but where no wave goes below the limit a_s, or above it, C_eq (C_EQ) is less
 * (more) than a_s by {@link #SLACK} of it.
 *
 * @param lower C_eq
 * @param upper C_EQ
 * @param largestWave |k|^2 of the largest wave that an eigenvalue problem was solved on
 */
public record EquivalenceConstants(double lower, double upper, int largestWave) {

  /** How far the constants may be from sharp, relative. */
  public static final double SLACK = 1e-3;

  /**
   * The constants of a positive functional at one Knudsen number; |k|^2 runs over sums of d squares
   * on the torus of dimension d.
   */
  public static EquivalenceConstants of(
      LyapunovFunctional functional, Gas gas, double eps, int dimension) {
    double limit = functional.space(functional.sobolev());
    double lower = limit;
    double upper = limit;
    if (!(limit > 0)) {
      throw new IllegalArgumentException(
          "a_s is " + limit + "; > 0, or the functional does not bound the norm of order s");
    }
    List<WaveOperator> unit = WaveOperator.all(gas, eps, 1);
    double mixed = 0; // ||<grad_x f, grad_v f>|| at kappa = 1
    for (WaveOperator mode : unit) {
      mixed = Math.max(mixed, -SymmetricPencil.smallest(mode.mixedForm()).value());
    }
    for (int square = 0; ; square++) {
      if (!sumOfSquares(square, dimension)) {
        continue;
      }
      double kappa = 2 * Math.PI * Math.sqrt(square);
      for (WaveOperator mode : WaveOperator.all(gas, eps, kappa)) {
        lower = Math.min(lower, functional.lowerEquivalence(mode));
        upper = Math.max(upper, functional.upperEquivalence(mode));
      }
      if (!(lower > 0)) {
        throw new IllegalArgumentException(
            "the functional is not positive on the wave |k|^2 = " + square + ": " + functional);
      }
      double next = 2 * Math.PI * Math.sqrt(square + 1);
      double low = Math.min(lower, (1 - SLACK) * limit);
      double high = Math.max(upper, (1 + SLACK) * limit);
      if (tail(functional, unit.get(0), mixed, next, low, false)
          && tail(functional, unit.get(0), mixed, next, high, true)) {
        return new EquivalenceConstants(low, high, square);
      }
    }
  }

  /**
   * Whether functional - c norm (or its negative) is positive from the wave on, by its
   * coefficients; the mode has azimuth 0, which holds the levels of all others.
   */
  private static boolean tail(
      LyapunovFunctional p,
      WaveOperator mode,
      double mixed,
      double kappa,
      double c,
      boolean above) {
    int s = p.sobolev();
    double eps2 = mode.knudsen() * mode.knudsen();
    double sign = above ? -1 : 1;
    double sum = sign * (p.space(s) - c) * Math.pow(kappa, 2 * s);
    List<SimpleMatrix> forms = new ArrayList<>();
    for (int b = 0; b <= s; b++) {
      forms.add(mode.velocityForm(b));
    }
    for (int j = 0; j < s; j++) {
      double worst = 0;
      for (int a = 0; a < mode.size(); a++) {
        // the functional less c times the norm, coefficient of kappa^{2j}
        double value = p.space(j) - c * (above || j > 0 ? 1 : 2);
        for (int b = 1; b <= s - j; b++) {
          double norm = above ? c : c * eps2;
          value += (eps2 * p.velocity(j, b) - norm) * forms.get(b).get(a, a);
        }
        worst = Math.min(worst, sign * value);
      }
      sum += worst * Math.pow(kappa, 2 * j);
      sum -= mode.knudsen() * Math.abs(p.mixed(j + 1)) * mixed * Math.pow(kappa, 2 * j + 1);
    }
    return sum >= 0;
  }

  private static boolean sumOfSquares(int n, int dimension) {
    if (dimension == 0) {
      return n == 0;
    }
    return IntStream.rangeClosed(0, (int) Math.sqrt(n))
        .anyMatch(q -> sumOfSquares(n - q * q, dimension - 1));
  }
}
