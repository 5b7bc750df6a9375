package org.knudsen.run;

import java.util.Optional;
import java.util.OptionalDouble;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.fluid.Relaxation;
import org.knudsen.fluid.RelaxationSummary;

/**
 * Theorem 2.1 measured along the fluid solution of a run. The solution is made again, which costs
 * little beside the kinetic one: a run that was resumed then measures all of it, to the same bits.
 */
final class FluidRelaxation {

  private FluidRelaxation() {}

  /**
   * Over the steps that were done, in the norms of the study but H^1 at least; empty where the
   * limit is not one that the theorem is about, or nothing moved.
   */
  static Optional<RelaxationSummary> of(Assembly assembly, double eps, int steps) {
    FluidSetting setting = assembly.fluidSetting(eps);
    OptionalDouble rate = assembly.limit().relaxationRate(setting);
    if (rate.isEmpty() || steps < 1) {
      return Optional.empty();
    }
    Relaxation measured =
        Relaxation.along(
            assembly.limit(),
            setting,
            assembly.stepping().integrator(),
            assembly.stepping().dt(),
            steps,
            Math.max(1, assembly.output().sobolev()));
    return RelaxationSummary.of(measured, rate, !assembly.data().drift().isEmpty());
  }
}
