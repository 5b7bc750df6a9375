package org.knudsen.plugins.kernels;

import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.KernelParameters;
import org.knudsen.plugin.ParameterValues;

/** Maxwell molecules with cutoff: Phi_ij(g) = C_ij, b = 1. Its eigenvalues are known exactly. */
public final class Maxwell extends DescribedProvider implements CollisionKernelProvider {

  public Maxwell() {
    super(
        "maxwell",
        "Maxwell molecules with isotropic scattering",
        "Wang Chang & Uhlenbeck, On the Propagation of Sound in Monatomic Gases (1952)",
        KernelParameters.coefficients());
  }

  @Override
  public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
    double[][] c = parameters.matrix("C");
    return CollisionKernel.symmetric(
        mixture.size(), (i, j) -> new PairKernel(new PowerLaw(c[i][j], 0), new Isotropic()));
  }
}
