package org.knudsen.time;

/** A linear map of states, ready to be applied many times without allocation. */
@FunctionalInterface
public interface StateMap {

  /**
   * out = map(y).
   *
   * @param y not modified
   * @param out overwritten; not the same array as y
   */
  void apply(double[] y, double[] out);
}
