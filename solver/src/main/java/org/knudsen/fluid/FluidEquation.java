package org.knudsen.fluid;

import org.knudsen.time.SemilinearEquation;

/** The evolution equation of a fluid limit, in whatever state it likes to be solved in. */
public interface FluidEquation extends SemilinearEquation {

  /** The initial state, a new array of length size(). */
  double[] initialState();

  /**
   * Evaluates the macroscopic fields at the cells of the torus.
   *
   * @param y the state; not modified
   * @param fields overwritten
   */
  void fields(double t, double[] y, FluidFields fields);

  /**
   * Checks what the limit must preserve: finite values, positive concentrations, constant total.
   *
   * @throws FluidBreakdownException naming species, cell, time and value
   */
  void check(double t, double[] y);
}
