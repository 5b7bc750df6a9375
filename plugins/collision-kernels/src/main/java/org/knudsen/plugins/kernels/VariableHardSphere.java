package org.knudsen.plugins.kernels;

import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.KernelParameters;
import org.knudsen.plugin.ParameterValues;

/**
 * Variable hard spheres: Phi_ij(g) = C_ij g^gamma_ij, b = 1. The viscosity of a pure gas grows as
 * T^omega with omega = 1 - gamma / 2; unlike pairs of real gases have exponents of their own.
 */
public final class VariableHardSphere extends DescribedProvider implements CollisionKernelProvider {

  public VariableHardSphere() {
    super(
        "vhs",
        "variable hard spheres: isotropic scattering, any power of the relative speed",
        "Bird, Molecular Gas Dynamics and the Direct Simulation of Gas Flows, section 2.6",
        KernelParameters.gamma(0.5),
        KernelParameters.coefficients());
  }

  @Override
  public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
    return KernelParameters.powerLaws(mixture, parameters, (i, j) -> new Isotropic());
  }
}
