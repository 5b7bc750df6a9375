package org.knudsen.lemma;

import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.CollisionFrequency;
import org.knudsen.collision.CollisionFrequencyMatrix;
import org.knudsen.collision.Gas;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.collision.OperatorsAboutMaxwellian;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.BurnettSpace;

/**
 * The quadratic forms of (3.5) and (3.6) for |alpha| = 0 on one invariant block of functions of
 * degree K. Two ways to them:
 *
 * <ul>
 *   <li>{@link #gradient}: sums over |beta| = 1 about mu. Rotations commute with them, so they
 *       split by harmonic l, see {@link VelocityForms}, and high degrees are cheap.
 *   <li>{@link #about}: one multi-index beta, |beta| = 1 or 2, about any local Maxwellian.
 * </ul>
 *
 * @param frequency &lt;d^beta nu f, d^beta f&gt;
 * @param compact &lt;d^beta K f, d^beta f&gt;
 * @param plain ||d^beta f||^2 in L^2(mu^{-1/2})
 * @param weighted ||d^beta f||^2 in L^2(&lt;v&gt;^{gamma/2} mu^{-1/2})
 * @param lower ||f||^2 in H^{|beta|-1}_v(mu^{-1/2})
 */
public record DerivativeForms(
    SimpleMatrix frequency,
    SimpleMatrix compact,
    SimpleMatrix plain,
    SimpleMatrix weighted,
    SimpleMatrix lower) {

  /** About mu, the gradient: one block a harmonic, 0..K. */
  public static List<DerivativeForms> gradient(Gas gas, double gamma) {
    Mixture mixture = gas.mixture();
    LinearizedHarmonics linearized = gas.harmonics();
    int degree = linearized.degree();
    CollisionFrequency frequency =
        new CollisionFrequency(LocalMaxwellian.equilibrium(mixture), gas.kernel());
    SimpleMatrix[] plain = VelocityForms.of(mixture, 0, degree, 1);
    SimpleMatrix[] weighted = VelocityForms.of(mixture, gamma, degree, 1);
    List<DerivativeForms> out = new ArrayList<>();
    for (int l = 0; l <= degree; l++) {
      int order = linearized.order(l);
      SimpleMatrix nu =
          new SimpleMatrix(
              order, order, true, CollisionFrequencyMatrix.block(frequency, degree, l));
      SimpleMatrix k = new SimpleMatrix(order, order, true, linearized.block(l)).plus(nu);
      out.add(
          new DerivativeForms(
              SymmetricPencil.symmetric(plain[l].mult(nu)),
              SymmetricPencil.symmetric(plain[l].mult(k)),
              plain[l],
              weighted[l],
              SimpleMatrix.identity(order)));
    }
    return out;
  }

  /**
   * One multi-index beta, orders along axes 0, 1, ... of the space, about the background of the
   * operators: one block.
   */
  public static List<DerivativeForms> about(
      BurnettSpace space, OperatorsAboutMaxwellian operators, double gamma, int... beta) {
    int order = DerivativeMatrices.order(beta);
    if (order < 1 || order > 2) {
      throw new IllegalArgumentException("|beta| is " + order + "; 1 or 2");
    }
    DerivativeMatrices forms = new DerivativeMatrices(space, gamma);
    SimpleMatrix plain = forms.plain(beta);
    return List.of(
        new DerivativeForms(
            SymmetricPencil.symmetric(plain.mult(forms.square(operators.frequency()))),
            SymmetricPencil.symmetric(plain.mult(forms.square(operators.compact()))),
            plain,
            forms.weighted(beta),
            forms.sobolev(order - 1)));
  }
}
