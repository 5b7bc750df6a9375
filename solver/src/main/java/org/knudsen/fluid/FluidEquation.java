package org.knudsen.fluid;

import org.knudsen.time.SemilinearEquation;

/** The evolution equation of a fluid limit, in whatever state it likes to be solved in. */
public interface FluidEquation extends SemilinearEquation {

  /** The initial state, a new array of length size(). */
  double[] initialState();

  /**
   * How fast the fields change with t where the state is held, in turns per unit of time: the
   * largest frequency of what is prescribed as a function of time. By default 0, for a limit all of
   * whose fields are functions of the state.
   */
  default double explicitFrequency() {
    return 0;
  }

  /**
   * Evaluates the macroscopic fields of a state, which is not modified, at the cells of the torus;
   * the fields are overwritten.
   */
  void fields(double t, double[] y, FluidFields fields);

  /**
   * The solution whose fields at time 0 a kinetic run begins from: this one, unless the limit does
   * not begin with the data of its setting.
   */
  default FluidEquation data() {
    return this;
  }

  /**
   * The fields of the local Maxwellian that a kinetic run begins from, which are overwritten: those
   * of {@link #data} at time 0, which is what a limit overrides, if anything.
   */
  default void initialFields(FluidFields fields) {
    FluidEquation data = data();
    data.fields(0, data.initialState(), fields);
  }

  /**
   * Checks what the limit must preserve: finite values, positive concentrations, constant total.
   *
   * @throws FluidBreakdownException naming species, cell, time and value
   */
  void check(double t, double[] y);
}
