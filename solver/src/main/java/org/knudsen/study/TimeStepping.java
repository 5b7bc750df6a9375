package org.knudsen.study;

import java.util.Objects;

/**
 * The time integrator of a study with its step size.
 *
 * @param scheme the plugin
 * @param dt the step size, a finite number > 0, the same for every Knudsen number
 */
public record TimeStepping(PluginChoice scheme, double dt) {

  public TimeStepping {
    Objects.requireNonNull(scheme, "scheme");
    if (!(dt > 0) || Double.isInfinite(dt)) {
      throw new IllegalArgumentException("step size dt is " + dt + "; a finite number > 0");
    }
  }
}
