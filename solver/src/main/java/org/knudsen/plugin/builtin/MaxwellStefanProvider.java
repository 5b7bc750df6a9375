package org.knudsen.plugin.builtin;

import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.FluidLimitProvider;
import org.knudsen.plugin.ParameterValues;

/** The {@code maxwell-stefan} fluid limit: {@link MaxwellStefan}. */
public final class MaxwellStefanProvider extends DescribedProvider implements FluidLimitProvider {

  public MaxwellStefanProvider() {
    super(
        "maxwell-stefan",
        "nonlinear flux-incompressible Maxwell-Stefan system, spectral in space",
        "A. Bondesan, M. Briant, stability of the Maxwell-Stefan system, (1.7)-(1.9), Theorem 2.1");
  }

  @Override
  public FluidLimit create(ParameterValues parameters) {
    return new MaxwellStefan();
  }
}
