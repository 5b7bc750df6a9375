package org.knudsen.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.knudsen.collision.Gas;
import org.knudsen.collision.OperatorMemory;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.kinetic.KineticEquation;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.Output;
import org.knudsen.run.PerturbationField;
import org.knudsen.run.Run;
import org.knudsen.run.Stepping;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.VelocitySpace;

/**
 * The memory that a run takes, in bytes, known before anything is built: the sum of what each class
 * and plugin states of its own. In the tests what is in use while a run makes its steps is within
 * 7% of {@link #running}; within 20% is promised.
 *
 * @param running in use while the run makes its steps
 * @param peak the most in use at any time
 * @param results of it what the results of all runs take while they are written
 * @param unknown plugins that do not state what they take, which is in neither
 */
public record RunMemory(double running, double peak, double results, List<String> unknown) {

  static final String DEGREE = "degree"; // the parameter that is the size of a grid
  private static final int COPIES = 2; // of the results, while they are written to a file

  /** The memory of a run of a study. */
  public static RunMemory of(Study study, PluginCatalogue catalogue) {
    Torus torus = study.requireForRun().torus();
    return of(study, catalogue, study.velocityGrid().parameters().asMap(), torus);
  }

  /** The same with other parameters of the velocity grid and another torus. */
  private static RunMemory of(
      Study study, PluginCatalogue catalogue, Map<String, ?> grid, Torus torus) {
    RunPlan run = study.requireForRun();
    VelocityGridProvider provider =
        catalogue.find(PluginFamily.VELOCITY_GRIDS, study.velocityGrid().id());
    ParameterValues values =
        ParameterValues.of(provider.parameters(), study.mixture().size(), grid);
    VelocitySpace space = provider.space(study.mixture(), torus.dimension(), values);
    Gas gas = new Gas(study.createCollisionKernel(catalogue), space, Optional::empty);
    return sum(
        provider.memory(space),
        new FluidSetting(gas, torus, 1, run.data().initial(), run.data().drift()),
        study.createFluidLimit(catalogue),
        new Stepping(study.createTimeIntegrator(catalogue), run.step(), run.steps()),
        run.data().perturbation(),
        run.output(),
        run.knudsen().size());
  }

  /** The memory of runs in parts, with what the operator states of its own. */
  static RunMemory sum(
      Optional<OperatorMemory> stated,
      FluidSetting setting,
      FluidLimit limit,
      Stepping stepping,
      InitialPerturbation perturbation,
      Output output,
      int runs) {
    VelocitySpace space = setting.gas().space();
    Torus torus = setting.torus();
    List<String> unknown = new ArrayList<>();
    if (stated.isEmpty()) {
      unknown.add("velocity space '" + space.describe() + "'");
    }
    if (stepping.integrator().bytes(0, 0).isEmpty()) {
      unknown.add("time integrator '" + stepping.integrator().name() + "'");
    }
    OptionalDouble fluid = limit.bytes(setting, stepping.integrator());
    if (fluid.isEmpty()) {
      unknown.add("fluid limit '" + limit.name() + "'");
    }
    OperatorMemory operator = stated.orElse(new OperatorMemory(0, 0, 0));
    double running =
        operator.kept()
            + KineticEquation.bytes(space, torus, operator.evaluator(), stepping.integrator())
            + fluid.orElse(0)
            + Run.bytes(space, torus, output, stepping.steps());
    double results = COPIES * runs * Run.resultBytes(space, torus, output, stepping.steps());
    double building =
        Math.max(
            KineticEquation.buildingBytes(space, torus),
            PerturbationField.bytes(perturbation, space, torus, operator.evaluator()));
    double all = running + Math.max(building, results);
    return new RunMemory(running, Math.max(all, operator.building()), results, unknown);
  }

  /**
   * Checks that a run of a study fits into the heap that is free.
   *
   * @throws IllegalArgumentException naming what it takes, what there is, and what would fit
   */
  static void require(Study study, PluginCatalogue catalogue) {
    if (of(study, catalogue).peak() > OperatorMemory.free()) {
      System.gc(); // what is unused counts as free
      require(study, catalogue, OperatorMemory.free());
    }
  }

  /**
   * The same, for so many bytes.
   *
   * @throws IllegalArgumentException as where they are the free heap
   */
  public static void require(Study study, PluginCatalogue catalogue, double free) {
    RunMemory needed = of(study, catalogue);
    if (needed.peak() <= free) {
      return;
    }
    Torus torus = study.requireForRun().torus();
    Map<String, Object> grid = new LinkedHashMap<>(study.velocityGrid().parameters().asMap());
    IntPredicate pointsFit =
        p -> of(study, catalogue, grid, new Torus(torus.dimension(), p)).peak() <= free;
    int points = largest(4, torus.points(), pointsFit);
    String fits = points < 4 ? "no number of points fits" : points + " points would fit";
    if (grid.get(DEGREE) instanceof Integer degree) {
      IntPredicate degreeFits =
          k -> {
            grid.put(DEGREE, k);
            return of(study, catalogue, grid, torus).peak() <= free;
          };
      int lower = largest(2, degree, degreeFits);
      fits += " at this degree, " + (lower < 2 ? "no degree fits" : "degree " + lower + " would");
    }
    if (needed.results() > needed.peak() / 2) {
      fits += ", fewer observations would (output: {every: ..})";
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "a run of %d species with %s %s on T^%d with %d points needs %.0f MiB%s, the heap has"
                + " %.0f MiB free; %s, or a larger heap (java -Xmx)",
            study.mixture().size(),
            study.velocityGrid().id(),
            study.velocityGrid().parameters(),
            torus.dimension(),
            torus.points(),
            needed.peak() / (1 << 20),
            needed.unknown().isEmpty() ? "" : " without " + needed.unknown() + ", which state none",
            free / (1 << 20),
            fits));
  }

  /** The largest number from least on and below most that fits, or least - 1; by bisection. */
  private static int largest(int least, int most, IntPredicate fits) {
    int low = least - 1;
    int high = most;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      low = fits.test(middle) ? middle : low;
      high = low == middle ? high : middle;
    }
    return low;
  }
}
