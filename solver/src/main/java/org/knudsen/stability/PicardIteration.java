package org.knudsen.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knudsen.collision.OperatorMemory;
import org.knudsen.kinetic.PerturbedEquation;
import org.knudsen.run.Assembly;
import org.knudsen.run.Cancellation;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.TimeLoop;
import org.knudsen.stability.PicardResult.Ending;
import org.knudsen.time.LinearPart;
import org.knudsen.time.SemilinearEquation;
import org.knudsen.torus.FourierModes;

/**
 * The Picard iteration (3.38) as a solver of the perturbed equation (1.11) on [0, T]: f^(0) = f^in
 * for all times, and f^(n+1) the solution of the linear equation in which one f of Q(f, f) is
 * f^(n),
 *
 * <p>d_t f^(n+1) = T^eps f^(n+1) + (1/eps^2) (L^eps - L) f^(n+1) + (1/eps) Q(f^(n), f^(n+1)) +
 * S^eps, f^(n+1)(0) = f^in,
 *
 * <p>with the symmetric Q(p, f), see {@link PerturbedEquation#frozen}.
 *
 * <p><b>Its limit is the scheme's own solution.</b> f^(n) is not interpolated: a scheme evaluates
 * the nonlinear part at its stages, step by step in one order, and f^(n) is kept at each of these
 * evaluations and given back at the same one of the next iterate. Where f^(n+1) = f^(n), this is
 * the step of the scheme for (1.11) itself, so the iterates tend to that solution to round-off,
 * whatever the step, and from any f^(0): Proposition 3.15 for the discrete equation.
 *
 * <p>An evaluation depends on those before it alone, so each iterate sets at least one more of them
 * right: unless a value overflows, the iteration ends whatever the data. Small f^in and T_0 in
 * (3.37) make it contract from the start; the rate is proportional to the size of f.
 *
 * <p>Memory: two fields a time level and one an evaluation of the nonlinear part, refused where the
 * heap has no place for them. Owns workspace: one thread at a time.
 */
public final class PicardIteration {

  /** The relative change at which {@link #solve()} ends. */
  public static final double TOLERANCE = 1e-12;

  /** The largest number of iterates of {@link #solve()}. */
  public static final int MOST = 60;

  private final Assembly assembly;
  private final double eps;
  private final PerturbedProblem problem;
  private final PerturbedEquation equation;
  private final double[] initial; // f^in
  private final double[] first; // f^(0)
  private final double[] state;
  private final double[] difference;
  private final List<double[]> stages = new ArrayList<>(); // f^(n), an evaluation each
  private double[][] levels; // f^(n), a time level each
  private double[][] direct; // the solution of (1.11) by the scheme
  private PicardResult result;

  /**
   * @param assembly in a Burnett space, {@code MissingCapabilityException} in any other; the norm
   *     is that of its output, the steps are those of its stepping
   */
  public PicardIteration(Assembly assembly, double eps) {
    this(assembly, eps, null);
  }

  private PicardIteration(Assembly assembly, double eps, InitialPerturbation start) {
    this.assembly = assembly;
    this.eps = eps;
    this.problem = new PerturbedProblem(assembly, eps);
    this.equation = problem.equation();
    this.state = new double[equation.size()];
    this.difference = new double[equation.layout().size()];
    this.initial = problem.initial();
    this.first = start == null ? initial : problem.field(start);
  }

  /**
   * The same iteration from another f^(0), constant in time; f^in stays what it is.
   *
   * @param start made into a field as f^in of a study is; {@link InitialPerturbation#none()} is 0
   */
  public PicardIteration startingFrom(InitialPerturbation start) {
    return new PicardIteration(assembly, eps, start);
  }

  /** Iterates to the usual tolerance. */
  public PicardResult solve() {
    return solve(TOLERANCE, MOST, ProgressListener.silent(), Cancellation.never());
  }

  /**
   * Solves (1.11) by the integrator itself, then iterates until the change is at most tolerance
   * times the size of that solution, or a value is not finite, or the largest number of iterates is
   * reached.
   *
   * @param tolerance > 0; round-off is near 1e-14 / eps
   * @param most at least 1
   * @throws IllegalArgumentException if the record does not fit into the heap
   */
  public PicardResult solve(
      double tolerance, int most, ProgressListener progress, Cancellation cancellation) {
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance is " + tolerance + "; a number > 0");
    }
    if (most < 1) {
      throw new IllegalArgumentException("at most " + most + " iterates; 1 or more");
    }
    Frozen frozen = new Frozen();
    TimeLoop loop = new TimeLoop(assembly.stepping()).with(frozen, state);
    stages.clear();
    requireMemory(evaluations(frozen, loop));
    levels = new double[assembly.stepping().steps() + 1][];
    direct = new double[levels.length][];
    List<PicardResult.Iterate> iterates = new ArrayList<>();
    double size = Double.NaN;
    Ending ending = Ending.TOO_SLOW;
    progress.started("Picard iteration, eps = " + eps, most);
    try {
      if (solveDirectly(frozen, loop, cancellation)) {
        size = Arrays.stream(direct).mapToDouble(problem::norm).max().orElseThrow();
        ending = Double.isFinite(size) ? Ending.TOO_SLOW : Ending.DIVERGED;
      } else {
        ending = Ending.CANCELLED;
      }
      Arrays.setAll(levels, step -> first.clone());
      double before = Double.NaN;
      while (ending == Ending.TOO_SLOW && iterates.size() < most) {
        double[] suprema = iterate(frozen, loop, cancellation);
        if (suprema.length == 0) {
          ending = Ending.CANCELLED;
          break;
        }
        double change = suprema[0];
        int number = iterates.size() + 1;
        iterates.add(new PicardResult.Iterate(number, change, change / before, suprema[1]));
        before = change;
        progress.advanced(number);
        if (!Double.isFinite(change) || !Double.isFinite(suprema[1])) {
          ending = Ending.DIVERGED;
        } else if (change <= tolerance * size) {
          ending = Ending.CONVERGED;
        }
      }
    } finally {
      progress.finished();
    }
    result = new PicardResult(eps, problem.norm(), tolerance, size, iterates, ending);
    return result;
  }

  /** Of the nonlinear part, that a step makes. */
  private int evaluations(Frozen frozen, TimeLoop loop) {
    frozen.direct = true;
    frozen.call = 0;
    begin();
    loop.run(0, (step, time) -> false);
    return frozen.call;
  }

  /** The scheme's own solution; false if cancelled. */
  private boolean solveDirectly(Frozen frozen, TimeLoop loop, Cancellation cancellation) {
    begin();
    direct[0] = initial.clone();
    loop.run(
        0,
        (step, time) -> {
          direct[step] = new double[initial.length];
          equation.perturbation(state, direct[step]);
          return !cancellation.requested();
        });
    frozen.direct = false;
    return !cancellation.requested();
  }

  /** One iterate: the suprema of its change and of its distance; empty if cancelled. */
  private double[] iterate(Frozen frozen, TimeLoop loop, Cancellation cancellation) {
    int evaluations = stages.size();
    frozen.call = 0;
    begin();
    double[] suprema = new double[2];
    compare(0, suprema);
    loop.run(
        0,
        (step, time) -> {
          compare(step, suprema);
          return !cancellation.requested();
        });
    if (cancellation.requested()) {
      return new double[0];
    }
    if (evaluations > 0 && frozen.call != evaluations) {
      throw new IllegalStateException(
          ("integrator '%s' evaluated the nonlinear part %s times, and %s times in the "
                  + "iterate before; the iteration needs a scheme of fixed stages")
              .formatted(assembly.stepping().integrator().name(), frozen.call, evaluations));
    }
    return suprema;
  }

  /** Takes the state for a time level of this iterate: its change, and its distance. */
  private void compare(int step, double[] suprema) {
    double[] level = levels[step];
    for (int a = 0; a < difference.length; a++) {
      difference[a] = state[equation.fluid().size() + a] - level[a];
    }
    suprema[0] = Math.max(suprema[0], problem.norm(difference)); // NaN if one is
    equation.perturbation(state, level);
    for (int a = 0; a < difference.length; a++) {
      difference[a] = level[a] - direct[step][a];
    }
    suprema[1] = Math.max(suprema[1], problem.norm(difference));
  }

  private void begin() {
    System.arraycopy(equation.initialState(initial), 0, state, 0, state.length);
  }

  private void requireMemory(int evaluations) {
    long fields =
        2L * (assembly.stepping().steps() + 1) + (long) evaluations * assembly.stepping().steps();
    long needed = fields * initial.length * Double.BYTES;
    long free = OperatorMemory.free();
    if (needed > free) {
      throw new IllegalArgumentException(
          ("the Picard iteration keeps %s fields, %s MiB, the heap has %s MiB free; take "
                  + "fewer than %s steps, a smaller velocity space, or a larger heap (java -Xmx)")
              .formatted(fields, needed >> 20, free >> 20, assembly.stepping().steps()));
    }
  }

  /**
   * f at a time level, 0 to the number of steps, after an iteration that converged.
   *
   * @return its Fourier coefficients in the modes of the space, laid out by {@link FourierModes}; a
   *     new array
   * @throws IllegalStateException if there was no iteration, or it did not converge
   */
  public double[] perturbation(int step) {
    if (result == null) {
      throw new IllegalStateException("nothing has been solved yet; call solve first");
    }
    if (!result.converged()) {
      throw new IllegalStateException(result.summary());
    }
    double[] out = new double[difference.length];
    equation.layout().toSpectrum(levels[step], out);
    return out;
  }

  /** The equation of one iterate, or (1.11) itself. */
  private final class Frozen implements SemilinearEquation {

    private boolean direct;
    private int call; // evaluations since the beginning of the iterate

    @Override
    public int size() {
      return equation.size();
    }

    @Override
    public LinearPart linear() {
      return equation.linear();
    }

    @Override
    public void nonlinear(double t, double[] y, double[] out) {
      if (direct) {
        call++;
        equation.nonlinear(t, y, out);
        return;
      }
      if (call == stages.size()) {
        stages.add(first.clone());
      }
      double[] stage = stages.get(call++);
      equation.frozen(t, y, stage, out);
      equation.perturbation(y, stage); // f^(n+1), for the next iterate
    }
  }
}
