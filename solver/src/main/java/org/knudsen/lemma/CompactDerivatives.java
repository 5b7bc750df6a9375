package org.knudsen.lemma;

import java.util.List;

/**
 * (3.6), Lemma 3.4, for |alpha| = 0: the constants of
 *
 * <p>&lt;d_v^beta K^eps f, d_v^beta f&gt; &lt;= C_1(xi) ||f||^2 + xi C_2 ||d_v^beta f||^2, the
 * first norm of H^{|beta|-1}_v(mu^{-1/2}), the second of L^2(mu^{-1/2}).
 *
 * <p>C_2 does not depend on xi and its choice sets the scale of xi: here it is the least one that
 * needs no lower term, the largest generalised eigenvalue of the left side against ||d_v^beta
 * f||^2. So C_1(1) = 0, and C_1(xi), the largest eigenvalue of what is left, rises as xi falls.
 * Both grow with the degree K. That C_1(xi) tends to a limit in K for a fixed xi is the
 * regularising property of K: a bounded operator without it would give C_1 that grows like K.
 */
public final class CompactDerivatives {

  private final List<DerivativeForms> blocks;
  private final double scale;

  /**
   * @param blocks those of {@link DerivativeForms#gradient}, sums over |beta| = 1 about mu, the
   *     gradient in place of d_v^beta; or of {@link DerivativeForms#about}; not modified
   */
  public CompactDerivatives(List<DerivativeForms> blocks) {
    this.blocks = List.copyOf(blocks);
    this.scale =
        blocks.stream()
            .mapToDouble(forms -> SymmetricPencil.largest(forms.compact(), forms.plain()))
            .reduce(0, Math::max);
  }

  /** C_2^K. */
  public double c2() {
    return scale;
  }

  /** C_1^K(xi), >= 0, on functions of degree K. */
  public double c1(double xi) {
    if (!(xi >= 0)) {
      throw new IllegalArgumentException("xi is " + xi + "; a number >= 0");
    }
    return blocks.stream()
        .mapToDouble(
            forms ->
                SymmetricPencil.largest(
                    forms.compact().plus(-xi * scale, forms.plain()), forms.lower()))
        .reduce(0, Math::max);
  }
}
