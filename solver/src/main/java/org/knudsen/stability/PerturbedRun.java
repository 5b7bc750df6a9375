package org.knudsen.stability;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.kinetic.KineticEquation;
import org.knudsen.kinetic.PerturbedEquation;
import org.knudsen.run.Assembly;
import org.knudsen.run.Cancellation;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.TimeLoop;

/**
 * One run of the perturbed equation (1.11), solved as itself, beside the same run of (1.6) in
 * deviation form, with the same steps of the same integrator: f of the one, h - (M^eps - mu) / eps
 * of the other. They differ by the error of the integrator, down to what the velocity space and the
 * torus cut off ({@link PerturbedEquation}).
 */
public final class PerturbedRun {

  private final Assembly assembly;
  private final double eps;
  private final PerturbedProblem problem;

  /** Of an assembly in a Burnett space; {@code MissingCapabilityException} in any other. */
  public PerturbedRun(Assembly assembly, double eps) {
    this.assembly = assembly;
    this.eps = eps;
    this.problem = new PerturbedProblem(assembly, eps);
  }

  /** Runs to the end time, unobserved. */
  public List<Point> execute() {
    return execute(ProgressListener.silent(), Cancellation.never());
  }

  /** Runs to the end time, or until cancelled: a point a step, beginning with time 0. */
  public List<Point> execute(ProgressListener progress, Cancellation cancellation) {
    PerturbedEquation equation = problem.equation();
    double[] y = equation.initialState(problem.initial());
    double[] f = new double[equation.layout().size()];
    double[] g = new double[f.length];
    double[] h = new double[f.length];
    equation.perturbation(y, f);
    equation.maxwellian(0, y, g);
    for (int a = 0; a < h.length; a++) {
      h[a] = f[a] + g[a];
    }
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, problem.norm(f), 0));
    progress.started("perturbed equation, eps = " + eps, assembly.stepping().steps());
    try {
      new TimeLoop(assembly.stepping())
          .with(equation, y)
          .with(new KineticEquation(assembly.operator(), assembly.torus(), eps), h)
          .run(
              0,
              (step, time) -> {
                equation.perturbation(y, f);
                equation.maxwellian(time, y, g);
                double size = problem.norm(f);
                for (int a = 0; a < h.length; a++) {
                  f[a] += g[a] - h[a];
                }
                points.add(new Point(time, size, problem.norm(f)));
                progress.advanced(step);
                return !cancellation.requested();
              });
    } finally {
      progress.finished();
    }
    return points;
  }

  /**
   * One time, in the norm of the study's order.
   *
   * @param time diffusive time
   * @param size ||f||, f of (1.11)
   * @param difference ||f - (h - (M^eps - mu) / eps)||, h of (1.6)
   */
  public record Point(double time, double size, double difference) {}
}
