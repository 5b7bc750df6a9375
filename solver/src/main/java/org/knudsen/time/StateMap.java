package org.knudsen.time;

/** A linear map of states, ready to be applied many times without allocation. */
@FunctionalInterface
public interface StateMap {

  /** out = map(y), which overwrites out, another array than y. */
  void apply(double[] y, double[] out);
}
