package org.knudsen.plugins.kernels;

import java.util.List;
import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.KernelParameters;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.ParameterValues;

/**
 * A stand-in as a stranger would write it, with the default {@code deficits}: b of the repulsion
 * r^-5 at small angles, (sin theta/2)^(-5/2), cut at 0.1 rad. The singularity stands 0.005 beyond
 * the end of a piece of length 2.
 */
public final class CutPowerLaw implements CollisionKernelProvider {

  static final double CUT = Math.cos(0.1);

  @Override
  public String id() {
    return "cut-power-law";
  }

  @Override
  public String description() {
    return "stand-in: power law of the scattering angle, cut at 0.1 rad";
  }

  @Override
  public String reference() {
    return "none";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(KernelParameters.gamma(0), KernelParameters.coefficients());
  }

  @Override
  public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
    return KernelParameters.powerLaws(mixture, parameters, (i, j) -> new Cut());
  }

  record Cut() implements AngularPart {

    @Override
    public double at(double s) {
      return s <= CUT ? Math.pow((1 - s) / 2, -1.25) : 0;
    }

    @Override
    public double[] breakpoints() {
      return new double[] {CUT};
    }
  }
}
