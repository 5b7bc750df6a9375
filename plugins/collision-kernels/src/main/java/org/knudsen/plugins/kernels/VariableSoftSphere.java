package org.knudsen.plugins.kernels;

import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.KernelParameters;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.ParameterValues;

/**
 * Variable soft spheres: Phi_ij(g) = C_ij g^gamma_ij, b(s) = alpha ((1 + s) / 2)^(alpha - 1) with
 * alpha = alpha_ij, which has the same total cross-section for every alpha; alpha = 1 is {@code
 * vhs}.
 */
public final class VariableSoftSphere extends DescribedProvider implements CollisionKernelProvider {

  public VariableSoftSphere() {
    super(
        "vss",
        "variable soft spheres: forward scattering, any power of the relative speed",
        "Koura & Matsumoto, Phys. Fluids A 3 (1991) 2459",
        KernelParameters.gamma(0.5),
        ParameterSpec.numberPerPair("alpha", "exponent of the angular part; larger is more forward")
            .withBounds(Bounds.atLeast(1))
            .withDefault(1.5),
        KernelParameters.coefficients());
  }

  @Override
  public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
    return KernelParameters.powerLaws(
        mixture, parameters, (i, j) -> new Forward(parameters.number("alpha", i, j)));
  }

  /** b(s) = alpha ((1 + s) / 2)^(alpha - 1), whose derivatives may be infinite at s = -1. */
  record Forward(double alpha) implements AngularPart {

    @Override
    public double at(double s) {
      return alpha * Math.pow((1 + s) / 2, alpha - 1);
    }

    /**
     * With x = (1 + s) / 2, alpha Int_0^1 x^(alpha - 1) P_l(2x - 1) dx is the product r_l of (alpha
     * - k) / (alpha + k) over k = 1..l, so that deficit l is 4 pi (r_l - 1). The recurrence is for
     * r_l - 1 itself, which is small where alpha is large.
     */
    @Override
    public double[] deficits(int lMax) {
      double[] deficits = new double[lMax + 1];
      double lost = 0;
      for (int l = 1; l <= lMax; l++) {
        lost = (lost * (alpha - l) - 2 * l) / (alpha + l);
        deficits[l] = 4 * Math.PI * lost;
      }
      return deficits;
    }
  }
}
