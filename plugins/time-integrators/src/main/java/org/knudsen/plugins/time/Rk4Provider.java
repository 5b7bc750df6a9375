package org.knudsen.plugins.time;

import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;

/** The {@code rk4} time integrator: {@link Schemes#rk4}. */
public final class Rk4Provider extends DescribedProvider implements TimeIntegratorProvider {

  public Rk4Provider() {
    super(
        "rk4",
        "classical Runge-Kutta, order 4, explicit: the step must resolve the stiffness; for reference",
        "W. Kutta, Z. Math. Phys. 46 (1901) 435-453");
  }

  @Override
  public TimeIntegrator create(ParameterValues parameters) {
    return Schemes.rk4();
  }
}
