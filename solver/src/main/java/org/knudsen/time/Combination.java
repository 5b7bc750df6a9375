package org.knudsen.time;

/** Linear combinations of states. */
final class Combination {

  private Combination() {}

  /** to += factor * x; nothing where factor is zero, x may then be null. */
  static void add(double factor, double[] x, double[] to) {
    if (factor == 0) {
      return;
    }
    for (int e = 0; e < to.length; e++) {
      to[e] += factor * x[e];
    }
  }
}
