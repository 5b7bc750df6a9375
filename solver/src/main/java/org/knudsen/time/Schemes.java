package org.knudsen.time;

import java.util.List;
import org.knudsen.time.ExponentialTableau.Term;

/**
 * The schemes that come with the library, as data.
 *
 * <p>What to expect for A = L / eps^2 + V / eps and N = Q / eps, measured in the tests. The slow
 * variables (concentrations, temperature) converge with the classical order at eps = 1 and in the
 * limit eps -> 0. In between, where the step is near the relaxation time eps^2 / gap or its square
 * root, the order of all three falls, to about one in a window of step sizes, at errors below the
 * bounds in the tests: order reduction, as the initial layer is not resolved. The fast variables
 * (fluxes, stresses) of the implicit-explicit schemes are slaved at the end of a step to nonlinear
 * parts of earlier stages: as eps -> 0 their error, relative to their own size eps, is of first
 * order in dt. Where fluxes matter, take {@link #etdRk4()}.
 */
public final class Schemes {

  private Schemes() {}

  /**
   * ARS(2,2,2): second order, two implicit stages, L-stable and stiffly accurate. U. M. Ascher, S.
   * J. Ruuth, R. J. Spiteri, Appl. Numer. Math. 25 (1997) 151-167, section 2.6.
   */
  public static TimeIntegrator ars222() {
    double gamma = 1 - Math.sqrt(0.5);
    double delta = 1 - 1 / (2 * gamma);
    double[][] explicit = {{0, 0, 0}, {gamma, 0, 0}, {delta, 1 - delta, 0}};
    double[][] implicit = {{0, 0, 0}, {0, gamma, 0}, {0, 1 - gamma, gamma}};
    return new ImplicitExplicitRungeKutta(
        new ImplicitExplicitTableau("ars-222", 2, explicit, implicit, explicit[2], implicit[2]));
  }

  /**
   * ARS(4,4,3): third order, four implicit stages with one diagonal entry, L-stable and stiffly
   * accurate. Ascher, Ruuth and Spiteri (1997), section 2.8.
   */
  public static TimeIntegrator ars443() {
    double[][] explicit = {
      {0, 0, 0, 0, 0},
      {1 / 2.0, 0, 0, 0, 0},
      {11 / 18.0, 1 / 18.0, 0, 0, 0},
      {5 / 6.0, -5 / 6.0, 1 / 2.0, 0, 0},
      {1 / 4.0, 7 / 4.0, 3 / 4.0, -7 / 4.0, 0}
    };
    double[][] implicit = {
      {0, 0, 0, 0, 0},
      {0, 1 / 2.0, 0, 0, 0},
      {0, 1 / 6.0, 1 / 2.0, 0, 0},
      {0, -1 / 2.0, 1 / 2.0, 1 / 2.0, 0},
      {0, 3 / 2.0, -3 / 2.0, 1 / 2.0, 1 / 2.0}
    };
    return new ImplicitExplicitRungeKutta(
        new ImplicitExplicitTableau("ars-443", 3, explicit, implicit, explicit[4], implicit[4]));
  }

  /**
   * An exponential time differencing Runge-Kutta scheme of order four: the five-stage scheme of M.
   * Hochbruck and A. Ostermann, SIAM J. Numer. Anal. 43 (2005) 1069-1090, (5.19).
   *
   * <p>Of the explicit exponential schemes of classical order four, those with four stages (Cox and
   * Matthews 2002, Krogstad 2005) meet the stiff order conditions up to order two and three only;
   * the fifth stage buys all conditions of order four, the last ones in their weak form. It matters
   * here because the nonlinear part Q(h, h) / eps drives the fast variables. On the relaxation
   * problem of the tests, 64 steps, the largest error over eps in [1e-6, 1] is 8.5e-7 (Krogstad
   * 9.3e-7, Cox and Matthews 6.1e-6), and at eps = 1e-3, where Cox and Matthews has fallen to order
   * one with 3e-7, it is 1.6e-9. Krogstad's scheme is its equal at intermediate eps and five to
   * twenty times less accurate at eps = 1.
   *
   * <p>The fast variables, which are of size eps, come out with order three in the limit eps -> 0.
   */
  public static TimeIntegrator etdRk4() {
    double half = 0.5;
    return new ExponentialRungeKutta(
        new ExponentialTableau(
            "etd-rk4",
            4,
            List.of(0.0, half, half, 1.0, half),
            List.of(
                new Term(1, 0, 1 / 2.0, 1, half),
                new Term(2, 0, 1 / 2.0, 1, half),
                new Term(2, 0, -1, 2, half),
                new Term(2, 1, 1, 2, half),
                new Term(3, 0, 1, 1, 1),
                new Term(3, 0, -2, 2, 1),
                new Term(3, 1, 1, 2, 1),
                new Term(3, 2, 1, 2, 1),
                // a_42 = a_43 = phi_2(z/2)/2 - phi_3(z) + phi_2(z)/4 - phi_3(z/2)/2
                new Term(4, 1, 1 / 2.0, 2, half),
                new Term(4, 1, -1, 3, 1),
                new Term(4, 1, 1 / 4.0, 2, 1),
                new Term(4, 1, -1 / 2.0, 3, half),
                new Term(4, 2, 1 / 2.0, 2, half),
                new Term(4, 2, -1, 3, 1),
                new Term(4, 2, 1 / 4.0, 2, 1),
                new Term(4, 2, -1 / 2.0, 3, half),
                // a_44 = phi_2(z/2)/4 - a_42
                new Term(4, 3, -1 / 4.0, 2, half),
                new Term(4, 3, 1, 3, 1),
                new Term(4, 3, -1 / 4.0, 2, 1),
                new Term(4, 3, 1 / 2.0, 3, half),
                // a_41 = phi_1(z/2)/2 - 2 a_42 - a_44
                new Term(4, 0, 1 / 2.0, 1, half),
                new Term(4, 0, -3 / 4.0, 2, half),
                new Term(4, 0, 1, 3, 1),
                new Term(4, 0, -1 / 4.0, 2, 1),
                new Term(4, 0, 1 / 2.0, 3, half),
                new Term(5, 0, 1, 1, 1),
                new Term(5, 0, -3, 2, 1),
                new Term(5, 0, 4, 3, 1),
                new Term(5, 3, -1, 2, 1),
                new Term(5, 3, 4, 3, 1),
                new Term(5, 4, 4, 2, 1),
                new Term(5, 4, -8, 3, 1))));
  }

  /** The classical Runge-Kutta scheme of order four (Kutta 1901), everything explicit. */
  public static TimeIntegrator rk4() {
    return new ExplicitRungeKutta(
        "rk4",
        4,
        new double[][] {{}, {0.5}, {0, 0.5}, {0, 0, 1}},
        new double[] {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0});
  }
}
