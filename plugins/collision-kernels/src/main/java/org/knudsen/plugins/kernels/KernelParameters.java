package org.knudsen.plugins.kernels;

import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.ParameterValues;

/** Parameters that several kernels share, and what they mean. */
final class KernelParameters {

  private KernelParameters() {}

  /** C_ij of (H3), 1 by default. */
  static ParameterSpec coefficients() {
    return ParameterSpec.symmetricMatrix("C", "coefficients C_ij of the kinetic part")
        .withUnit("length^2 speed^(1 - gamma)")
        .withBounds(Bounds.positive())
        .withDefault(1);
  }

  /** gamma_ij of (H3). */
  static ParameterSpec gamma(double byDefault) {
    return ParameterSpec.numberPerPair(
            "gamma", "exponent of the relative speed: 0 Maxwell, 1 hard sphere")
        .withBounds(Bounds.closed(0, 1))
        .withDefault(byDefault);
  }

  /** Phi_ij = C_ij g^gamma_ij of the two parameters, with an angular part a pair. */
  static CollisionKernel powerLaws(
      Mixture mixture, ParameterValues parameters, AngularParts angular) {
    double[][] c = parameters.matrix("C");
    return CollisionKernel.symmetric(
        mixture.size(),
        (i, j) ->
            new PairKernel(
                new PowerLaw(c[i][j], parameters.number("gamma", i, j)), angular.of(i, j)));
  }

  /** Makes b_ij. */
  interface AngularParts {
    AngularPart of(int i, int j);
  }
}
