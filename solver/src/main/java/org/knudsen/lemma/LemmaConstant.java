package org.knudsen.lemma;

/**
 * One constant of a lemma of section 3 with its value.
 *
 * @param lemma its number in the paper, "3.2"
 * @param equation that it stands in, "(3.3)"
 * @param name as the paper writes it, with the parameters it is for: "C_1^K(xi = 0.5)"
 * @param value the best constant found
 * @param degree K of the functions that it is the best for; 0 for all functions
 * @param side how the best constant for all functions lies to it
 */
public record LemmaConstant(
    String lemma, String equation, String name, double value, int degree, Side side) {

  /** How the best constant for all functions lies to the value. */
  public enum Side {
    /** It is the value, up to quadrature. */
    EXACT,
    /** It is larger: the value grows with the degree. */
    LARGER,
    /** It is smaller: the value falls with the degree. */
    SMALLER,
    /** The value holds but need not be the best: it bounds the best one from above. */
    BOUND,
    /** Not monotone in the degree. */
    OPEN
  }
}
