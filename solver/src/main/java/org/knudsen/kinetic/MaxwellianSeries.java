package org.knudsen.kinetic;

import java.util.Arrays;
import org.knudsen.fluid.FluidFields;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.RadialCreation;

/**
 * (M^eps - mu) / eps in the Burnett basis as a series in creation operators: c_i / c_{i,infinity}
 * exp(sqrt(m_i) eps u_i.a^+ + (eps theta / 2) |a^+|^2) mu_i, less mu_i, over eps, without
 * cancellation. The same function as {@link org.knudsen.velocity.MaxwellianExpansion} gives, for
 * stepping loops: it allocates nothing. Owns workspace: one thread at a time.
 */
final class MaxwellianSeries {

  private final BurnettSpace space;
  private final Mixture mixture;
  private final double eps;
  private final Translation translation;
  private final RadialCreation widen;
  private final int rest; // the mode (0, 0, 0)
  private final double[] heated; // a Gaussian at rest

  MaxwellianSeries(BurnettSpace space, double eps) {
    this.space = space;
    this.mixture = space.mixture();
    this.eps = eps;
    this.translation = new Translation(space);
    this.widen = new RadialCreation(space.burnettModes());
    this.rest = space.burnettModes().index(0, 0, 0);
    this.heated = new double[space.modes()];
  }

  /**
   * Evaluates it in all cells; entries {@code cell * space.size() + species * modes + mode} of out
   * are overwritten.
   */
  void evaluate(FluidFields fluid, double[] out) {
    Arrays.fill(out, 0);
    for (int cell = 0; cell < fluid.cells; cell++) {
      double theta = fluid.temperatureDeviation[cell];
      for (int i = 0; i < mixture.size(); i++) {
        int here = cell * mixture.size() + i;
        int at = here * space.modes();
        double root = Math.sqrt(mixture.concentration(i));
        double deviation = fluid.concentrationDeviation[here];
        double amplitude = (mixture.concentration(i) + eps * deviation) / root;
        widen.widening(eps, theta, heated, 0);
        for (int a = 0; a < heated.length; a++) {
          out[at + a] = amplitude * heated[a];
          heated[a] *= eps;
        }
        out[at + rest] += deviation / root;
        heated[rest] += 1;
        double shift = Math.sqrt(mixture.mass(i));
        translation.addDifference(
            amplitude, eps, shift, fluid.velocity, 3 * here, heated, 0, out, at);
      }
    }
  }
}
