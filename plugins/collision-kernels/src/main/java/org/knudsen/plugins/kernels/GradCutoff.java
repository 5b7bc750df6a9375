package org.knudsen.plugins.kernels;

import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.KernelParameters;
import org.knudsen.plugin.ParameterValues;

/**
 * A kernel under the strong form of Grad's cutoff that (H4) asks for: Phi_ij(g) = C_ij g^gamma_ij,
 * b = sin^2 theta cos^2 theta = (1 - s^2) s^2 &lt;= |sin theta| |cos theta| / 2. Constant b is no
 * such kernel: it does not vanish with sin theta or cos theta.
 */
public final class GradCutoff extends DescribedProvider implements CollisionKernelProvider {

  public GradCutoff() {
    super(
        "grad-cutoff",
        "b = sin^2 cos^2 under Grad's strong cutoff (H4), any power of the relative speed",
        "Bondesan & Briant, Stability of the Maxwell-Stefan system, hypothesis (H4)",
        KernelParameters.gamma(1),
        KernelParameters.coefficients());
  }

  @Override
  public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
    return KernelParameters.powerLaws(mixture, parameters, (i, j) -> new SquaredSineCosine());
  }

  /** b(s) = (1 - s^2) s^2. */
  record SquaredSineCosine() implements AngularPart {

    @Override
    public double at(double s) {
      return (1 - s) * (1 + s) * s * s;
    }

    /** b = 2/15 P_0 + 2/21 P_2 - 8/35 P_4, so Int b P_l is 4/15, 4/105, -16/315, or 0. */
    @Override
    public double[] deficits(int lMax) {
      double[] deficits = new double[lMax + 1];
      for (int l = 1; l <= lMax; l++) {
        double moment = l == 2 ? 4.0 / 105 : l == 4 ? -16.0 / 315 : 0;
        deficits[l] = 2 * Math.PI * (moment - 4.0 / 15);
      }
      return deficits;
    }
  }
}
