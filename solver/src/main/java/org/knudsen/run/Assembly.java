package org.knudsen.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftWave;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.MissingCapabilityException;
import org.knudsen.velocity.VelocitySpace;

/**
 * The parts of a run put together, in the order of the mathematics: mixture and collision kernel,
 * velocity space, collision operator, torus, time integrator, fluid limit. What is the same for all
 * Knudsen numbers of a sweep is made once, here.
 *
 * @param operator Q and L; holds the velocity space
 * @param harmonics L by spherical harmonics, where the velocity space separates them
 * @param integrator advances the kinetic and the fluid equation, with the same step
 * @param initial Fourier modes of c-tilde at time 0
 * @param drift Fourier modes of u-bar
 * @param perturbation f^in
 * @param dt step size
 * @param steps number of steps
 * @param sobolev derivatives in the norms, s >= 0
 */
public record Assembly(
    Mixture mixture,
    CollisionKernel kernel,
    CollisionOperator operator,
    Optional<LinearizedHarmonics> harmonics,
    Torus torus,
    TimeIntegrator integrator,
    FluidLimit limit,
    List<ConcentrationWave> initial,
    List<DriftWave> drift,
    InitialPerturbation perturbation,
    double dt,
    int steps,
    int sobolev) {

  public Assembly {
    initial = List.copyOf(initial);
    drift = List.copyOf(drift);
    Objects.requireNonNull(perturbation, "perturbation");
  }

  /** An assembly with f^in = 0. */
  public Assembly(
      Mixture mixture,
      CollisionKernel kernel,
      CollisionOperator operator,
      Optional<LinearizedHarmonics> harmonics,
      Torus torus,
      TimeIntegrator integrator,
      FluidLimit limit,
      List<ConcentrationWave> initial,
      List<DriftWave> drift,
      double dt,
      int steps,
      int sobolev) {
    this(
        mixture,
        kernel,
        operator,
        harmonics,
        torus,
        integrator,
        limit,
        initial,
        drift,
        InitialPerturbation.none(),
        dt,
        steps,
        sobolev);
  }

  /** The same with another initial perturbation. */
  public Assembly withPerturbation(InitialPerturbation other) {
    return with(other, steps);
  }

  /** The same with another number of steps of the same size. */
  public Assembly withSteps(int newSteps) {
    return with(perturbation, newSteps);
  }

  private Assembly with(InitialPerturbation newPerturbation, int newSteps) {
    return new Assembly(
        mixture,
        kernel,
        operator,
        harmonics,
        torus,
        integrator,
        limit,
        initial,
        drift,
        newPerturbation,
        dt,
        newSteps,
        sobolev);
  }

  /** What the fluid limit is set up from at one Knudsen number. */
  public FluidSetting fluidSetting(double eps) {
    return new FluidSetting(
        mixture,
        kernel,
        () ->
            harmonics.orElseThrow(
                () ->
                    new MissingCapabilityException(space().describe(), LinearizedHarmonics.class)),
        torus,
        eps,
        initial,
        drift);
  }

  /** The velocity space. */
  public VelocitySpace space() {
    return operator.space();
  }
}
