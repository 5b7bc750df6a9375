package org.knudsen.plugins.time;

import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;

/** The {@code etd-rk4} time integrator: {@link Schemes#etdRk4}. */
public final class EtdRk4Provider implements TimeIntegratorProvider {

  @Override
  public String id() {
    return "etd-rk4";
  }

  @Override
  public String description() {
    return "exponential Runge-Kutta of Hochbruck and Ostermann, order 4, five stages";
  }

  @Override
  public String reference() {
    return "M. Hochbruck, A. Ostermann, SIAM J. Numer. Anal. 43 (2005) 1069-1090, (5.19)";
  }

  @Override
  public TimeIntegrator create(ParameterValues parameters) {
    return Schemes.etdRk4();
  }
}
