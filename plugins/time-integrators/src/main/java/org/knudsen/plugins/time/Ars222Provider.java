package org.knudsen.plugins.time;

import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;

/** The {@code ars-222} time integrator: {@link Schemes#ars222}. */
public final class Ars222Provider extends DescribedProvider implements TimeIntegratorProvider {

  public Ars222Provider() {
    super(
        "ars-222",
        "implicit-explicit Runge-Kutta ARS(2,2,2), order 2, L-stable, stiffly accurate",
        "U. M. Ascher, S. J. Ruuth, R. J. Spiteri, Appl. Numer. Math. 25 (1997) 151-167, section 2.6");
  }

  @Override
  public TimeIntegrator create(ParameterValues parameters) {
    return Schemes.ars222();
  }
}
