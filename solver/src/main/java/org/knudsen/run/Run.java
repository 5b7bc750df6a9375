package org.knudsen.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knudsen.fluid.FluidBreakdownException;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidFields;
import org.knudsen.kinetic.KineticEquation;
import org.knudsen.time.TimeIntegrator;

/**
 * One run of a sweep: F^eps from the local Maxwellian of the initial data plus eps f^in, beside the
 * fluid solution, with the same steps of the same integrator.
 */
public final class Run {

  public static final int PROFILES = 20; // kept of a run, besides the first

  private final Assembly assembly;
  private final double eps;

  public Run(Assembly assembly, double eps) {
    this.assembly = assembly;
    this.eps = eps;
  }

  /**
   * Runs to the end time, or until cancelled, or until a value is not finite or a concentration not
   * positive; what had been measured until then is in the result.
   */
  public RunResult execute(
      List<RunObserver> observers, ProgressListener progress, Cancellation cancellation) {
    return execute(observers, progress, cancellation, Checkpoints.none());
  }

  /**
   * The same from the last checkpoint on, offering new ones. The result is that of a run that was
   * never stopped, wall time apart; the observers are told of the steps that are made now.
   */
  public RunResult execute(
      List<RunObserver> observers,
      ProgressListener progress,
      Cancellation cancellation,
      Checkpoints checkpoints) {
    observers.forEach(o -> o.started(assembly, eps));
    progress.started("eps = " + eps, assembly.stepping().steps());
    RunResult done;
    try {
      done = integrate(observers, progress, cancellation, checkpoints);
    } finally {
      progress.finished();
    }
    RunResult result = done.with(FluidRelaxation.of(assembly, eps, done.steps()));
    observers.forEach(o -> o.ended(result));
    return result;
  }

  private RunResult integrate(
      List<RunObserver> observers,
      ProgressListener progress,
      Cancellation cancellation,
      Checkpoints checkpoints) {
    Optional<Checkpoint> from = checkpoints.last(eps);
    from.ifPresent(
        last -> last.requireFits(eps, assembly.stepping().dt(), assembly.stepping().steps()));
    if (from.isPresent() && from.get().step() == assembly.stepping().steps()) {
      return from.get().result(); // nothing to build
    }
    FluidEquation fluid = assembly.limit().equation(assembly.fluidSetting(eps));
    KineticEquation kinetic = new KineticEquation(assembly.operator(), assembly.torus(), eps);
    TimeIntegrator.Stepper fluidStep =
        assembly.stepping().integrator().stepper(fluid, assembly.stepping().dt());
    TimeIntegrator.Stepper kineticStep =
        assembly.stepping().integrator().stepper(kinetic, assembly.stepping().dt());
    RunDiagnostics diagnostics = new RunDiagnostics(assembly, eps);
    FluidFields fields = new FluidFields(assembly.torus().cells(), assembly.mixture().size());

    long begin = System.nanoTime();
    double[] c = fluid.initialState();
    fluid.initialFields(fields);
    double[] h = diagnostics.maxwellianState(fields);
    PerturbationSize perturbation =
        diagnostics.perturb(h, new PerturbationField(assembly, eps).spectrum(fluid));
    fluid.fields(0, c, fields);
    Record kept = new Record(observers, diagnostics, perturbation);
    Optional<String> breakdown = Optional.empty();
    boolean cancelled = false;
    int step = 0;
    double before = 0;
    if (from.isPresent()) {
      Checkpoint last = from.get();
      last.requireFits(h, c);
      c = last.fluid().clone();
      h = last.kinetic().clone();
      step = last.step();
      before = last.wallSeconds();
      kept.restore(last);
    }
    try {
      if (from.isEmpty()) {
        kept.observe(0, 0, h, fields);
      }
      while (step < assembly.stepping().steps() && !cancelled) {
        double t = step * assembly.stepping().dt();
        fluidStep.step(t, c);
        kineticStep.step(t, h);
        step++;
        double now = step * assembly.stepping().dt();
        fluid.check(now, c);
        fluid.fields(now, c, fields);
        kept.observe(step, now, h, fields);
        progress.advanced(step);
        cancelled = cancellation.requested() && step < assembly.stepping().steps();
        if (checkpoints.due(cancelled || step == assembly.stepping().steps())) {
          double spent = before + (System.nanoTime() - begin) * 1e-9;
          checkpoints.save(kept.checkpoint(step, spent, h, c));
        }
      }
    } catch (FluidBreakdownException | KineticBreakdownException e) {
      breakdown = Optional.of("eps = " + eps + ": " + e.getMessage());
    }
    double seconds = before + (System.nanoTime() - begin) * 1e-9;
    return new RunResult(
        eps,
        kept.observations.size() - 1,
        assembly.stepping().dt(),
        perturbation,
        seconds,
        kept.observations,
        kept.profiles,
        breakdown,
        cancelled);
  }

  /** Measures, checks and keeps. */
  private final class Record {
    private final List<RunObserver> observers;
    private final RunDiagnostics diagnostics;
    private final PerturbationSize perturbation;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Profile> profiles = new ArrayList<>();

    Record(List<RunObserver> observers, RunDiagnostics diagnostics, PerturbationSize perturbation) {
      this.observers = observers;
      this.diagnostics = diagnostics;
      this.perturbation = perturbation;
    }

    void observe(int step, double time, double[] h, FluidFields fields) {
      Profile profile = diagnostics.profile(time, h, fields);
      check(step, time, profile);
      Observation observation = diagnostics.observe(step, time, h, fields, profile);
      observations.add(observation);
      int every = Math.max(1, assembly.stepping().steps() / PROFILES);
      if (step % every == 0 || step == assembly.stepping().steps()) {
        profiles.add(profile);
      }
      observers.forEach(o -> o.observed(observation, profile));
    }

    Checkpoint checkpoint(int step, double seconds, double[] h, double[] c) {
      return new Checkpoint(
          eps,
          assembly.stepping().dt(),
          step,
          seconds,
          perturbation,
          h,
          c,
          diagnostics.conservedAtStart(),
          observations,
          profiles);
    }

    void restore(Checkpoint last) {
      diagnostics.restore(last.conserved());
      observations.addAll(last.observations());
      profiles.addAll(last.profiles());
    }

    private void check(int step, double time, Profile profile) {
      for (int at = 0; at < profile.concentration().length; at++) {
        double value = profile.concentration()[at];
        if (!(value > 0) || Double.isInfinite(value) || !Double.isFinite(profile.flux()[at])) {
          int cell = at / profile.species();
          throw new KineticBreakdownException(
              "kinetic concentration of species '"
                  + assembly.mixture().species().get(at % profile.species()).name()
                  + "' in cell "
                  + cell
                  + " at time "
                  + time
                  + " (step "
                  + step
                  + ") is "
                  + value
                  + ", flux "
                  + profile.flux()[at]
                  + "; a finite concentration > 0 is needed");
        }
      }
    }
  }
}
