package org.knudsen.time;

import java.util.OptionalDouble;

/**
 * A one-step scheme for semilinear equations: immutable, shared; the workspace is the stepper's.
 */
public interface TimeIntegrator {

  /** How tables call it. */
  String name();

  /** The classical order of convergence p: the error after a fixed time is O(dt^p). */
  int order();

  /**
   * Whether the step size may stay fixed as the linear part becomes infinitely stiff; false for
   * explicit schemes.
   */
  boolean unconditional();

  /**
   * A stepper for one equation and step size, a finite number > 0 ({@link StepSize#require});
   * factors the linear part now.
   */
  Stepper stepper(SemilinearEquation equation, double dt);

  /**
   * The bytes that a stepper keeps beside its equation, known before both; empty if not stated.
   *
   * @param size the length of a state
   * @param map the bytes of one resolvent or phi function of the linear part
   */
  default OptionalDouble bytes(double size, double map) {
    return OptionalDouble.empty();
  }

  /** Advances states by one step. Owns its workspace: one thread at a time. */
  @FunctionalInterface
  interface Stepper {

    /** Advances the state from t to t + dt, in place and without allocation. */
    void step(double t, double[] y);
  }
}
