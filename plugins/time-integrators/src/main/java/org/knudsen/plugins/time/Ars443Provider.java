package org.knudsen.plugins.time;

import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;

/** The {@code ars-443} time integrator: {@link Schemes#ars443}. */
public final class Ars443Provider extends DescribedProvider implements TimeIntegratorProvider {

  public Ars443Provider() {
    super(
        "ars-443",
        "implicit-explicit Runge-Kutta ARS(4,4,3), order 3, L-stable, stiffly accurate",
        "U. M. Ascher, S. J. Ruuth, R. J. Spiteri, Appl. Numer. Math. 25 (1997) 151-167, section 2.8");
  }

  @Override
  public TimeIntegrator create(ParameterValues parameters) {
    return Schemes.ars443();
  }
}
