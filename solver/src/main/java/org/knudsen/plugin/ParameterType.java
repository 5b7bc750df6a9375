package org.knudsen.plugin;

/** What a parameter's value is; N is the number of species of the mixture. */
public enum ParameterType {
  /** One finite number. */
  NUMBER("a number", "numbers"),
  /** One whole number. */
  INTEGER("an integer", "integers"),
  /** A list of N numbers, in the order of the species. */
  NUMBER_PER_SPECIES("a number", "numbers"),
  /** An N x N list of lists of numbers, symmetric to the last digit. */
  SYMMETRIC_MATRIX("a number", "numbers"),
  /** One number for all pairs of species; or an N x N symmetric list of lists, one a pair. */
  NUMBER_PER_PAIR("a number", "numbers"),
  /**
   * A table: a list of at least two [x, y] rows, x strictly ascending; or an N x N symmetric list
   * of lists of tables, one for each pair of species.
   */
  TABLE_PER_PAIR("a number", "numbers");

  private final String one;
  private final String many;

  ParameterType(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** How a message calls one entry. */
  String one() {
    return one;
  }

  /** How a message calls several entries. */
  String many() {
    return many;
  }
}
