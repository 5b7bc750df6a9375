package org.knudsen.plugins.kernels;

import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.ParameterValues;

/**
 * Hard spheres of diameters d_i: Phi_ij(g) = ((d_i + d_j) / 4)^2 g, b = 1.
 *
 * <p>The cross-section of a pair at centre distance d = (d_i + d_j) / 2 is d^2 / 4 per unit solid
 * angle of the outgoing direction, independent of that direction.
 */
public final class HardSphere extends DescribedProvider implements CollisionKernelProvider {

  public HardSphere() {
    super(
        "hard-sphere",
        "elastic spheres of given diameters",
        "Chapman & Cowling, The Mathematical Theory of Non-Uniform Gases, section 3.43",
        ParameterSpec.perSpecies("diameters", "diameters d_i of the spheres")
            .withUnit("length")
            .withBounds(Bounds.positive())
            .withDefault(1));
  }

  @Override
  public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
    double[] d = parameters.perSpecies("diameters");
    return CollisionKernel.symmetric(
        mixture.size(),
        (i, j) -> {
          double quarter = (d[i] + d[j]) / 4;
          return new PairKernel(new PowerLaw(quarter * quarter, 1), new Isotropic());
        });
  }
}
