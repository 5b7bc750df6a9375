package org.knudsen.hypocoercivity;

import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.Gas;
import org.knudsen.lemma.SymmetricPencil;

/**
 * What the best functional (2.6) of order 1 tends to as eps -> 0.
 *
 * <p><b>Derivation.</b> On a wave, f = f_0 + eps f_1 with f_0 in ker L and f_1 orthogonal to it.
 * With A + a kappa^2 = 1 the functional is ||f_0||^2 to leading order. Let E be {@link
 * WaveOperator#mixedForm()} at kappa = 1. The dissipation at order 1 has three terms: &lt;f_1, -L
 * f_1&gt; from ||f||^2, and from eps b kappa E the cross term b kappa &lt;E f_0, -L f_1&gt; and b
 * kappa^2 ||f_0||^2 / 2, the identity that {@code HypocoercivityTest} tests. d enters at order eps.
 * The worst f_1 is -(b kappa / 2) (E f_0)^perp, which leaves kappa^2 (b / 2 - b^2 theta / 4)
 * ||f_0||^2,
 *
 * <p>theta = max &lt;E f_0, -L E f_0&gt; / ||f_0||^2 over f_0 in ker L and all m.
 *
 * <p>So the best b is 1 / theta and its rate kappa^2 / (4 theta), for all waves at once. It is no
 * more than the true limit by Cauchy and Schwarz: the rate of f_0 is &lt;A f_0, (-L)^{-1} A
 * f_0&gt;, A = v.k, where &lt;E f_0, A f_0&gt; is fixed by the identity; they agree where grad_v
 * f_0 is the response L^{-1} v f_0 of hydrodynamics up to a number. E f_0 and L f_0 of degree 3 are
 * all that is asked, so theta is exact from degree 3 on.
 */
public record LyapunovLimit(double theta) {

  /** The limit for a gas, of degree 3 at least. */
  public static LyapunovLimit of(Gas gas) {
    int degree = gas.harmonics().degree();
    if (degree < 3) {
      throw new IllegalArgumentException(
          "degree is " + degree + "; the gradient of the energy needs 3 at least");
    }
    double theta = 0;
    for (int m = 0; m <= 1; m++) { // ker L has no other
      WaveOperator wave = new WaveOperator(gas, m, 1, 1);
      SimpleMatrix lifted = wave.mixedForm().mult(wave.kernel());
      SimpleMatrix form = SymmetricPencil.restricted(wave.matrix(), lifted); // L alone is symmetric
      theta = Math.max(theta, -SymmetricPencil.smallest(form).value());
    }
    return new LyapunovLimit(theta);
  }

  /** The limit of the rate of the best functional, kappa the smallest wave. */
  public double rate(double wave) {
    return wave * wave / (4 * theta);
  }

  /** The limit of b, for A + a kappa^2 = 1. */
  public double mixed() {
    return 1 / theta;
  }
}
