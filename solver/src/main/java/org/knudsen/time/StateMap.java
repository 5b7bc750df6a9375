package org.knudsen.time;

/** A linear map of states, ready to be applied many times without allocation. */
@FunctionalInterface
public interface StateMap {

  /** out = map(y); y is not modified, and out, another array, is overwritten. */
  void apply(double[] y, double[] out);
}
