package org.knudsen.run;

import java.util.Objects;
import org.knudsen.time.TimeIntegrator;

/**
 * How a run is stepped: the same integrator and step for the kinetic and the fluid equation.
 *
 * @param integrator advances both equations
 * @param dt step size, a finite number > 0
 * @param steps number of steps, >= 1
 */
public record Stepping(TimeIntegrator integrator, double dt, int steps) {

  public Stepping {
    Objects.requireNonNull(integrator, "integrator");
    if (!(dt > 0) || Double.isInfinite(dt) || steps < 1) {
      throw new IllegalArgumentException(
          "run has " + steps + " steps of dt " + dt + "; at least 1, of a finite dt > 0");
    }
  }
}
