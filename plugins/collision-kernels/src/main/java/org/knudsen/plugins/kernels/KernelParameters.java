package org.knudsen.plugins.kernels;

import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.ParameterSpec;

/** Parameters that several kernels share. */
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
}
