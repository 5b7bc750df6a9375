package org.knudsen.plugins.time;

import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;

/** The {@code rk4} time integrator: {@link Schemes#rk4}. */
public final class Rk4Provider implements TimeIntegratorProvider {

  @Override
  public String id() {
    return "rk4";
  }

  @Override
  public String description() {
    return "classical Runge-Kutta, order 4, explicit: the step must resolve the stiffness; for reference";
  }

  @Override
  public String reference() {
    return "W. Kutta, Z. Math. Phys. 46 (1901) 435-453";
  }

  @Override
  public TimeIntegrator create(ParameterValues parameters) {
    return Schemes.rk4();
  }
}
