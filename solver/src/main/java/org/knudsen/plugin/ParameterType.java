package org.knudsen.plugin;

/** What a parameter's value is; N is the number of species of the mixture. */
public enum ParameterType {
  /** One finite number. */
  NUMBER,
  /** One whole number. */
  INTEGER,
  /** A list of N numbers, in the order of the species. */
  NUMBER_PER_SPECIES,
  /** An N x N list of lists of numbers, symmetric to the last digit. */
  SYMMETRIC_MATRIX,
  /** One number for all pairs of species; or an N x N symmetric list of lists, one a pair. */
  NUMBER_PER_PAIR,
  /**
   * A table: a list of at least two [x, y] rows, x strictly ascending; or an N x N symmetric list
   * of lists of tables, one for each pair of species.
   */
  TABLE_PER_PAIR
}
