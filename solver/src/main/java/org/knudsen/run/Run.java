package org.knudsen.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.knudsen.fluid.FluidBreakdownException;
import org.knudsen.kinetic.KineticEquation;
import org.knudsen.run.RunResult.Ending;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.VelocitySpace;

/**
 * One run of a sweep: F^eps from the local Maxwellian of the initial data plus eps f^in, beside the
 * fluid solution, with the same steps of the same integrator.
 */
public final class Run {

  private final Assembly assembly;
  private final double eps;
  private final List<Measurement> measurements;

  /** A run that measures what every run does. */
  public Run(Assembly assembly, double eps) {
    this(assembly, eps, List.of());
  }

  /** A run that measures more beside. */
  public Run(Assembly assembly, double eps, List<Measurement> more) {
    this(assembly, standard(more), eps);
  }

  private Run(Assembly assembly, List<Measurement> measurements, double eps) {
    this.assembly = assembly;
    this.eps = eps;
    this.measurements = measurements;
  }

  /** The same without measurements, for an observer that needs none of them. */
  public Run unmeasured() {
    return new Run(assembly, List.of(), eps);
  }

  /** What every run measures; a further quantity is one line here. */
  private static List<Measurement> standard(List<Measurement> more) {
    List<Measurement> all = new ArrayList<>();
    all.add(Fields.ofGas());
    all.add(Distance.ofPerturbation());
    all.add(new Distance());
    all.add(new Entropy());
    all.add(Measurement.of("temperatureRange", "largest − smallest temperature", Run::range));
    all.add(new Conservation());
    all.add(new Resolution());
    all.add(new Theorem21());
    all.add(Fields.macroscopic());
    all.add(Fields.distribution());
    all.addAll(more);
    return all;
  }

  private static double range(RunState state) {
    DoubleSummaryStatistics all = Arrays.stream(state.temperature()).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  /** The bytes of a run beside those of its equations: states, and what is measured of them. */
  public static double bytes(VelocitySpace space, Torus torus, Output output, int steps) {
    return RunState.bytes(space, torus) + resultBytes(space, torus, output, steps);
  }

  /** The bytes of its result. */
  public static double resultBytes(VelocitySpace space, Torus torus, Output output, int steps) {
    return Recorder.bytes(space, torus, output, steps);
  }

  /** Runs to the end time, unobserved. */
  public RunResult execute() {
    return execute(List.of(), ProgressListener.silent(), Cancellation.never());
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
    try {
      Optional<Checkpoint> from = checkpoints.last(eps);
      from.ifPresent(last -> last.requireFits(eps, assembly.stepping()));
      RunResult result =
          from.isPresent() && from.get().result().steps() == assembly.stepping().steps()
              ? from.get().result() // nothing to build
              : new Course(observers, progress, cancellation, checkpoints).follow(from);
      observers.forEach(o -> o.ended(result));
      return result;
    } finally {
      progress.finished();
    }
  }

  /** The steps of a run, and what is done after each. */
  private final class Course {
    private final List<RunObserver> observers;
    private final ProgressListener progress;
    private final Cancellation cancellation;
    private final Checkpoints checkpoints;
    private final RunState state = new RunState(assembly, eps);
    private final Recorder recorder = new Recorder(measurements, state);
    private final long begin = System.nanoTime();
    private double before; // seconds spent until the checkpoint
    private boolean cancelled;
    private int done; // steps whose state was found in order

    Course(
        List<RunObserver> observers,
        ProgressListener progress,
        Cancellation cancellation,
        Checkpoints checkpoints) {
      this.observers = observers;
      this.progress = progress;
      this.cancellation = cancellation;
      this.checkpoints = checkpoints;
    }

    RunResult follow(Optional<Checkpoint> from) {
      Optional<String> refusal =
          assembly.output().unresolved() || measurements.isEmpty()
              ? Optional.empty()
              : Resolution.refusal(state);
      try {
        if (from.isPresent()) {
          from.get().restore(state);
          recorder.restore(from.get().result().variables(), state.step());
          done = state.step();
          before = from.get().result().wallSeconds();
        } else {
          measure();
        }
        if (refusal.isPresent()) {
          return result(Ending.REFUSED, "eps = " + eps + ": " + refusal.get());
        }
        new TimeLoop(assembly.stepping())
            .with(state.fluidEquation(), state.fluidState())
            .with(
                new KineticEquation(assembly.operator(), assembly.torus(), eps),
                state.kineticState())
            .run(state.step(), this::reached);
      } catch (FluidBreakdownException | KineticBreakdownException e) {
        return result(Ending.BROKEN, "eps = " + eps + ": " + e.getMessage());
      } catch (RuntimeException | Error e) {
        String failure = "eps = " + eps + ": the run failed: " + e;
        try {
          observers.forEach(o -> o.ended(result(Ending.BROKEN, failure)));
        } catch (RuntimeException | Error second) {
          e.addSuppressed(second); // what is kept must not hide why the run failed
        }
        throw e;
      }
      return cancelled ? result(Ending.CANCELLED, "stopped on request") : atEnd();
    }

    /** Complete, if the velocity space has held M^eps at every time observed. */
    private RunResult atEnd() {
      RunResult done = result(Ending.COMPLETE, "");
      if (!(Resolution.worst(done) > Resolution.REFUSED)) {
        return done;
      }
      return assembly.output().unresolved()
          ? result(Ending.UNRESOLVED, "")
          : result(Ending.REFUSED, "eps = %s: M^eps left the velocity space".formatted(eps));
    }

    private boolean reached(int step, double time) {
      state.fluidEquation().check(time, state.fluidState());
      state.moved(step);
      measure();
      done = step;
      progress.advanced(step);
      boolean last = step == assembly.stepping().steps();
      cancelled = !last && cancellation.requested();
      if (checkpoints.due(cancelled || last)) {
        checkpoints.save(
            new Checkpoint(
                last ? atEnd() : result(Ending.CANCELLED, ""),
                state.kineticState(),
                state.fluidState()));
      }
      return !cancelled;
    }

    private void measure() {
      KineticBreakdownException.check(state, recorder.due(state.step()));
      recorder.measure(state);
      for (int o = 0; o < observers.size(); o++) { // an iterator would be allocated at every step
        observers.get(o).reached(state);
      }
    }

    private RunResult result(Ending ending, String message) {
      return new RunResult(
          eps,
          assembly.stepping().dt(),
          done,
          ending,
          message,
          before + (System.nanoTime() - begin) * 1e-9,
          recorder.variables());
    }
  }
}
