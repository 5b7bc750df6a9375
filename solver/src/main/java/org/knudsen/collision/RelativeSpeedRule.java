package org.knudsen.collision;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.kernel.GaussRule;
import org.knudsen.kernel.KineticPart;
import org.knudsen.kernel.PowerLaw;

/**
 * Quadrature over the relative speed of a pair, with the kinetic part of the kernel in the weight:
 *
 * <p>sum_q weight(q) p(u_q^2) = (2 pi)^{-3/2} Int_0^infinity p(u^2) u^2 exp(-u^2 / 2) Phi(u /
 * sqrt(mu_r)) du
 *
 * <p>exactly for polynomials p of degree 2 n - 1. This is all the operators see of Phi. For a power
 * law it is a generalised Gauss-Laguerre rule; for any other Phi a Gauss rule made from a fine
 * composite discretisation of the measure.
 */
public record RelativeSpeedRule(double[] speeds, double[] weights) {

  private static final double LARGEST_SPEED = 40; // exp(-u^2/2) underflows to 0 before
  private static final double PANEL = 0.5;
  private static final int PANEL_NODES = 20;
  private static final int DYADIC_PANELS = 24; // towards u = 0, for Phi with a cusp there

  /** The rule with n points for a pair of the given reduced mass. */
  public static RelativeSpeedRule of(KineticPart kinetic, double reducedMass, int n) {
    GaussRule rule;
    double factor;
    if (kinetic.exponent().isPresent()) {
      double gamma = kinetic.exponent().getAsDouble();
      rule = GaussRule.laguerre(n, (1 + gamma) / 2);
      factor =
          kinetic.at(1)
              * Math.pow(2, (1 + gamma) / 2)
              * Math.pow(reducedMass, -gamma / 2)
              / Math.pow(2 * Math.PI, 1.5);
    } else {
      rule = discretised(kinetic, reducedMass, n);
      factor = 1;
    }
    double[] speeds = new double[n];
    double[] weights = new double[n];
    for (int q = 0; q < n; q++) {
      speeds[q] = Math.sqrt(2 * rule.node(q));
      weights[q] = factor * rule.weight(q);
    }
    return new RelativeSpeedRule(speeds, weights);
  }

  /** The rule with Phi = 1, which is that of the centre-of-mass speed. */
  static RelativeSpeedRule gaussian(int n) {
    return of(new PowerLaw(1, 0), 1, n);
  }

  private static GaussRule discretised(KineticPart kinetic, double reducedMass, int n) {
    List<Double> edges = new ArrayList<>();
    edges.add(0.0);
    for (int k = DYADIC_PANELS; k >= 1; k--) {
      edges.add(PANEL * Math.pow(2, -k));
    }
    for (int k = 1; k * PANEL <= LARGEST_SPEED; k++) {
      edges.add(k * PANEL);
    }
    for (double g : kinetic.breakpoints()) {
      double u = g * Math.sqrt(reducedMass);
      if (u > 0 && u < LARGEST_SPEED) {
        edges.add(u);
      }
    }
    double[] sorted = edges.stream().mapToDouble(Double::doubleValue).distinct().sorted().toArray();
    GaussRule panel = GaussRule.legendre(PANEL_NODES);
    double[] at = new double[(sorted.length - 1) * PANEL_NODES];
    double[] mass = new double[at.length];
    for (int p = 0; p + 1 < sorted.length; p++) {
      double half = (sorted[p + 1] - sorted[p]) / 2;
      double middle = (sorted[p + 1] + sorted[p]) / 2;
      for (int q = 0; q < PANEL_NODES; q++) {
        double u = middle + half * panel.node(q);
        double g = u / Math.sqrt(reducedMass);
        double phi = kinetic.at(g);
        if (!(phi >= 0) || Double.isInfinite(phi)) {
          throw new ArithmeticException(
              "kinetic part Phi(" + g + ") = " + phi + "; a finite number >= 0 is needed");
        }
        at[p * PANEL_NODES + q] = u * u / 2;
        mass[p * PANEL_NODES + q] =
            half
                * panel.weight(q)
                * u
                * u
                * Math.exp(-u * u / 2)
                * phi
                / Math.pow(2 * Math.PI, 1.5);
      }
    }
    return GaussRule.ofMeasure(n, at, mass);
  }

  public int size() {
    return speeds.length;
  }

  /** u_q, in units where the relative velocity is u / sqrt(mu_r). */
  public double speed(int q) {
    return speeds[q];
  }

  public double weight(int q) {
    return weights[q];
  }
}
