package org.knudsen.time;

/**
 * A scheme that is a tableau and stays stable at one step size however stiff A becomes.
 *
 * @param <T> its kind of tableau
 */
abstract class StiffScheme<T extends Tableau> implements TimeIntegrator {

  private final T tableau;

  StiffScheme(T tableau) {
    this.tableau = tableau;
  }

  /** The scheme's coefficients. */
  public final T tableau() {
    return tableau;
  }

  @Override
  public final String name() {
    return tableau.name();
  }

  @Override
  public final int order() {
    return tableau.order();
  }

  @Override
  public final boolean unconditional() {
    return true;
  }

  @Override
  public final Stepper stepper(SemilinearEquation equation, double dt) {
    return stepper(tableau, equation, StepSize.require(dt));
  }

  /** A new stepper for a step that is finite and > 0. */
  abstract Stepper stepper(T tableau, SemilinearEquation equation, double dt);
}
