package org.knudsen.plugins.time;

import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;

/** The {@code etd-rk4} time integrator: {@link Schemes#etdRk4}. */
public final class EtdRk4Provider extends DescribedProvider implements TimeIntegratorProvider {

  public EtdRk4Provider() {
    super(
        "etd-rk4",
        "exponential Runge-Kutta of Hochbruck and Ostermann, order 4, five stages",
        "M. Hochbruck, A. Ostermann, SIAM J. Numer. Anal. 43 (2005) 1069-1090, (5.19)");
  }

  @Override
  public TimeIntegrator create(ParameterValues parameters) {
    return Schemes.etdRk4();
  }
}
