package org.knudsen.plugin;

import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;

/** Parameters that collision kernels share, and what they mean. */
public final class KernelParameters {

  private KernelParameters() {}

  /** {@code C}: C_ij of (H3), a symmetric matrix, > 0, 1 by default. */
  public static ParameterSpec coefficients() {
    return ParameterSpec.symmetricMatrix("C", "coefficients C_ij of the kinetic part")
        .withUnit("length^2 speed^(1 - gamma)")
        .withBounds(Bounds.positive())
        .withDefault(1);
  }

  /** {@code gamma}: gamma_ij of (H3) in [0, 1], one number or one a pair. */
  public static ParameterSpec gamma(double byDefault) {
    return ParameterSpec.numberPerPair(
            "gamma", "exponent of the relative speed: 0 Maxwell, 1 hard sphere")
        .withBounds(Bounds.closed(0, 1))
        .withDefault(byDefault);
  }

  /** The kernel with Phi_ij = C_ij g^gamma_ij of the two parameters, and an angular part a pair. */
  public static CollisionKernel powerLaws(
      Mixture mixture, ParameterValues parameters, AngularParts angular) {
    double[][] c = parameters.matrix("C");
    return CollisionKernel.symmetric(
        mixture.size(),
        (i, j) ->
            new PairKernel(
                new PowerLaw(c[i][j], parameters.number("gamma", i, j)), angular.of(i, j)));
  }

  /** Makes b_ij; asked for i &lt;= j only. */
  @FunctionalInterface
  public interface AngularParts {
    AngularPart of(int i, int j);
  }
}
