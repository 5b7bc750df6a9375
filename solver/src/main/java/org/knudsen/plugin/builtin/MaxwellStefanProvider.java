package org.knudsen.plugin.builtin;

import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.plugin.FluidLimitProvider;
import org.knudsen.plugin.ParameterValues;

/** The {@code maxwell-stefan} fluid limit: {@link MaxwellStefan}. */
public final class MaxwellStefanProvider implements FluidLimitProvider {

  @Override
  public String id() {
    return "maxwell-stefan";
  }

  @Override
  public String description() {
    return "nonlinear flux-incompressible Maxwell-Stefan system, spectral in space";
  }

  @Override
  public String reference() {
    return "A. Bondesan, M. Briant, stability of the Maxwell-Stefan system, (1.7)-(1.9), Theorem 2.1";
  }

  @Override
  public FluidLimit create(ParameterValues parameters) {
    return new MaxwellStefan();
  }
}
