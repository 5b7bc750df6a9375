package org.knudsen.study;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.knudsen.collision.OperatorMemory;
import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.Frozen;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.Assembly;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.time.StepperMemory;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.HarmonicModes;
import org.knudsen.velocity.VelocitySpace;

/**
 * The memory that a run takes, counted from the study before anything is built: bytes of the arrays
 * that are alive while it makes its steps, and the most that building them takes besides.
 *
 * <p>With N species, n modes a species and W waves (one of each pair k, -k) a state has N n (2 W -
 * 1) doubles. In d > 1 the linear part is a block for each |k| and |m| of order N * (modes of one
 * m); in a slab one of order N n for each wave. Each block is kept as it is, transposed for
 * products, and once for each resolvent or phi function of the scheme.
 *
 * <p>What is in use when a run makes its steps is within 7% of {@link #running} in the cases of the
 * tests, d = 1, 2, 3, every fluid limit with and without drift, and promised within 20%.
 *
 * @param operator the couplings of Q
 * @param linear blocks of the linear part, and the rotations to their frames
 * @param scheme factors or phi functions, stages and workspace of the kinetic stepper
 * @param kinetic transforms, fields and evaluators of the quadratic term
 * @param diagnostics what measures a state, and the state itself
 * @param fluid the fluid equation and its stepper
 * @param results observations and profiles
 * @param building the most beyond the sum of these that is in use while they are built
 */
public record RunMemory(
    long operator,
    long linear,
    long scheme,
    long kinetic,
    long diagnostics,
    long fluid,
    long results,
    long building) {

  private static final int OBJECT = 16; // header of an object or array
  private static final int BLOCK_OBJECTS = 8 * OBJECT; // a block and its arrays, or its factors
  private static final int CHUNK = 32; // cells that the evaluators of Q take at once
  private static final int PRODUCTS = 256; // at most, of a block of couplings
  private static final int TILE = 256; // doubles of a transform treated at once
  private static final int SERIAL_CELLS = 256; // above that one evaluator a processor
  private static final int OBSERVATION = 460; // bytes of its objects, without species

  /** What a run is but for degree and torus. */
  private record Setting(
      int species,
      TimeIntegrator scheme,
      int steps,
      FluidLimit limit,
      boolean drift,
      InitialPerturbation perturbation) {

    Optional<RunMemory> memory(int degree, Torus torus) {
      return StepperMemory.of(scheme)
          .map(kept -> count(this, new Size(species, degree, torus), kept));
    }
  }

  /** What the counts are made from. */
  private record Size(int species, BurnettModes modes, Torus torus) {

    Size(int species, int degree, Torus torus) {
      this(species, new BurnettModes(degree, AxialSymmetry.ofDimension(torus.dimension())), torus);
    }

    double distribution() {
      return (double) species * modes.count();
    }

    int side() {
      return 2 * torus.largestWave() + 1;
    }

    double waves() {
      return (Math.pow(side(), torus.dimension()) + 1) / 2;
    }

    double state() {
      return spectrum(distribution());
    }

    double spectrum(double components) {
      return components * (2 * waves() - 1);
    }

    double cells() {
      return Math.pow(torus.points(), torus.dimension());
    }

    int finePoints() {
      return 3 * torus.largestWave() + 1;
    }

    double fineCells() {
      return Math.pow(finePoints(), torus.dimension());
    }

    /** Different |k|. */
    int shells() {
      int largest = torus.largestWave();
      int d = torus.dimension();
      BitSet norms = new BitSet();
      for (int a = 0; a <= largest; a++) {
        for (int b = 0; b <= (d > 1 ? largest : 0); b++) {
          for (int c = 0; c <= (d > 2 ? largest : 0); c++) {
            norms.set(a * a + b * b + c * c);
          }
        }
      }
      return norms.cardinality();
    }

    double blocks() {
      return torus.dimension() == 1 ? waves() : (double) shells() * (modes.degree() + 1);
    }

    /** Entries of all blocks, once. */
    double blockEntries() {
      if (torus.dimension() == 1) {
        return waves() * distribution() * distribution();
      }
      double sum = 0;
      for (int m = 0; m <= modes.degree(); m++) {
        double order = 0;
        for (int l = m; l <= modes.degree(); l++) {
          order += species * modes.radialCount(l);
        }
        sum += order * order;
      }
      return shells() * sum;
    }

    /** Matrix entries of the rotations of all waves. */
    double rotations() {
      if (torus.dimension() == 1) {
        return 0;
      }
      double sum = 0;
      for (int l = 0; l <= modes.degree(); l++) {
        double width = modes.symmetry().keeps(-1) ? 2 * l + 1 : l + 1;
        sum += width * width;
      }
      return waves() * sum;
    }

    /** Bytes of a transform between a spectrum and values on a grid. */
    double transform(double components, int points) {
      int d = torus.dimension();
      double doubles = 2.0 * (torus.largestWave() + 1) * points;
      double widest = 0;
      for (int a = 1; a <= d; a++) {
        double vector = Math.pow(side(), a - 1) * components;
        doubles += Math.pow(points, d - a) * vector * side();
        widest = Math.max(widest, Math.min(vector, TILE));
      }
      doubles += (points + 2) * widest;
      return Double.BYTES * doubles + 2 * Integer.BYTES * waves() * (1 << d);
    }
  }

  /** Bytes alive while the run makes its steps. */
  public long running() {
    return operator + linear + scheme + kinetic + diagnostics + fluid + results;
  }

  /** The most bytes in use at any time. */
  public long peak() {
    return running() + building;
  }

  /**
   * The memory of a run of a study; empty where a plugin is none of this library's kind, since what
   * it keeps is its own affair. A fluid limit of another kind is counted as Maxwell-Stefan is.
   */
  public static Optional<RunMemory> of(Study study, PluginCatalogue catalogue) {
    RunPlan plan = study.requireForRun();
    return degree(study.createVelocitySpace(catalogue))
        .flatMap(degree -> setting(study, catalogue).memory(degree, plan.torus()));
  }

  /** The memory of a run of an assembly, what the assembly has built already among it. */
  public static Optional<RunMemory> of(Assembly assembly) {
    Setting setting =
        new Setting(
            assembly.mixture().size(),
            assembly.stepping().integrator(),
            assembly.stepping().steps(),
            assembly.fluidLimit(),
            !assembly.data().drift().isEmpty(),
            assembly.data().perturbation());
    return degree(assembly.space()).flatMap(degree -> setting.memory(degree, assembly.torus()));
  }

  /**
   * The memory of a run in a Burnett space, beside Maxwell-Stefan, with f^in = 0.
   *
   * @param degree K
   * @param scheme empty is answered if it is none of {@link StepperMemory}
   */
  public static Optional<RunMemory> of(
      int species, int degree, Torus torus, TimeIntegrator scheme, int steps) {
    return plain(species, scheme, steps).memory(degree, torus);
  }

  private static Setting plain(int species, TimeIntegrator scheme, int steps) {
    return new Setting(
        species, scheme, steps, new MaxwellStefan(), false, InitialPerturbation.none());
  }

  private static Setting setting(Study study, PluginCatalogue catalogue) {
    RunPlan plan = study.requireForRun();
    return new Setting(
        study.mixture().size(),
        study.createTimeIntegrator(catalogue),
        plan.steps(),
        study.createFluidLimit(catalogue),
        !plan.data().drift().isEmpty(),
        plan.data().perturbation());
  }

  /** K of a Burnett space; empty for any other. */
  private static Optional<Integer> degree(VelocitySpace space) {
    return space instanceof HarmonicModes harmonic
        ? Optional.of(harmonic.burnettModes().degree())
        : Optional.empty();
  }

  private static RunMemory count(Setting setting, Size size, StepperMemory kept) {
    double blockBytes =
        Double.BYTES * size.blockEntries() + BLOCK_OBJECTS * size.blocks(); // one copy of all
    double turned = size.torus().dimension() == 1 ? 0 : 2 * size.state(); // a map's workspace
    int matrices = kept.resolvents() + kept.phiFunctions();
    double operator = operator(size);
    double linear =
        2 * blockBytes + Double.BYTES * (size.rotations() + turned) + OBJECT * size.waves();
    double scheme = matrices * blockBytes;
    scheme += Double.BYTES * (matrices * turned + kept.states() * size.state());
    double[] all = {
      operator, linear, scheme, kinetic(size), diagnostics(size), fluid(setting, size, kept)
    };
    double results = results(size, setting.steps());
    double running = results;
    for (double part : all) {
      running += part;
    }
    double dense = size.distribution() * size.distribution() * Double.BYTES;
    double largestBlock = dense; // an upper bound in d > 1
    double building =
        Math.max(
            (size.torus().dimension() + 3) * dense, // L, streaming and a copy
            kept.phiTogether() * blockBytes + 2.0 * kept.phiTogether() * largestBlock);
    building = Math.max(building, perturbation(setting, size, dense));
    double tables =
        OperatorMemory.peakBytes(size.species(), size.modes().degree(), size.modes().symmetry());
    return new RunMemory(
        (long) operator,
        (long) linear,
        (long) scheme,
        (long) all[3],
        (long) all[4],
        (long) all[5],
        (long) results,
        (long) Math.max(building, tables - running));
  }

  private static double operator(Size size) {
    return OperatorMemory.keptBytes(size.species(), size.modes().degree(), size.modes().symmetry());
  }

  private static double kinetic(Size size) {
    int processors = Runtime.getRuntime().availableProcessors();
    double n = size.distribution();
    double doubles = 2 * size.fineCells() * n + size.state(); // field, Q of it; a spectrum
    double workers = size.fineCells() <= SERIAL_CELLS ? 1 : processors;
    doubles += workers * (2 * n + PRODUCTS) * (CHUNK + OBJECT / Double.BYTES);
    return Double.BYTES * doubles + size.transform(n, size.finePoints());
  }

  private static double diagnostics(Size size) {
    double n = size.distribution();
    int degree = size.modes().degree();
    double azimuths = size.torus().dimension() == 1 ? 1 : 2 * degree + 2;
    int speeds = degree / 2 + 3;
    double nodes = speeds * (degree + 2) * azimuths; // of the entropy
    double doubles = nodes * (size.modes().count() + 2);
    // two fields and transforms; state, difference, spectrum, and one of each transform
    doubles += 2 * size.cells() * n + 5 * size.state();
    doubles += 4 * size.cells() * size.species(); // fields of the fluid
    return Double.BYTES * doubles + 2 * size.transform(n, size.torus().points());
  }

  /** What making f^in takes for a while. */
  private static double perturbation(Setting setting, Size size, double dense) {
    double spectra = Double.BYTES * size.state();
    if (setting.perturbation() instanceof InitialPerturbation.Given) {
      return 2 * spectra;
    }
    if (setting.perturbation() instanceof InitialPerturbation.None) {
      return spectra;
    }
    int d = size.torus().dimension();
    double n = size.distribution();
    double fields = 4.0 * size.species(); // deviation and velocity
    double derivatives = size.cells() * (fields * (4 + d) + 3) + 2 * size.spectrum(fields);
    return spectra
        + 2 * dense
        + Double.BYTES * (size.cells() * n + derivatives)
        + size.transform(fields, size.torus().points())
        + size.transform(n, size.torus().points());
  }

  private static double fluid(Setting setting, Size size, StepperMemory kept) {
    if (setting.limit() instanceof Fick) {
      return fick(size, kept, setting.drift());
    }
    boolean still = setting.limit() instanceof Frozen; // keeps the data, and has no state
    return maxwellStefan(size, still ? new StepperMemory(0, 0, 0, 0) : kept);
  }

  private static double maxwellStefan(Size size, StepperMemory kept) {
    int d = size.torus().dimension();
    double solutes = size.species() - 1.0;
    double values = solutes * (1 + d); // concentrations and gradients
    double fluxes = solutes * d;
    double doubles = size.fineCells() * (values + fluxes + d) + size.cells() * (values + d);
    doubles += size.spectrum(values + fluxes);
    return Double.BYTES * doubles
        + stepped(size, kept, solutes)
        + size.transform(values, size.finePoints())
        + size.transform(values, size.torus().points())
        + size.transform(fluxes, size.finePoints());
  }

  private static double fick(Size size, StepperMemory kept, boolean drift) {
    int d = size.torus().dimension();
    double flow = drift ? d : 0;
    double width = size.species() + flow; // of the state
    double values = size.species() * (1.0 + d) + flow;
    double doubles = size.cells() * values + size.spectrum(values);
    double bytes = stepped(size, kept, width) + size.transform(values, size.torus().points());
    if (drift) {
      doubles += size.fineCells() * width * (1 + d) + size.spectrum(width * d);
      bytes += size.transform(width, size.finePoints());
      bytes += size.transform(width * d, size.finePoints());
    }
    return Double.BYTES * doubles + bytes;
  }

  /** Bytes of a fluid state, the initial one, and its stepper with a block a wave. */
  private static double stepped(Size size, StepperMemory kept, double width) {
    double blocks = width * width * Double.BYTES + BLOCK_OBJECTS;
    return Double.BYTES * (kept.states() + 2) * size.spectrum(width)
        + (2 + kept.resolvents() + kept.phiFunctions()) * size.waves() * blocks;
  }

  private static double results(Size size, int steps) {
    double profiles = Math.min(20, steps) + 1.0;
    return (steps + 1.0) * (OBSERVATION + 2.0 * OBJECT * size.species())
        + profiles * size.cells() * (4 * size.species() + 1) * Double.BYTES;
  }

  /**
   * Checks that a run of a study fits into the heap that is free.
   *
   * @throws IllegalArgumentException naming what it takes, what there is, and what would fit
   */
  static void require(Study study, PluginCatalogue catalogue) {
    Optional<RunMemory> needed = of(study, catalogue);
    if (needed.isEmpty() || needed.get().peak() <= free()) {
      return;
    }
    System.gc(); // what is unused counts as free
    degree(study.createVelocitySpace(catalogue))
        .ifPresent(
            degree ->
                require(setting(study, catalogue), degree, study.requireForRun().torus(), free()));
  }

  private static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }

  static void require(
      int species, int degree, Torus torus, TimeIntegrator scheme, int steps, long free) {
    require(plain(species, scheme, steps), degree, torus, free);
  }

  private static void require(Setting setting, int degree, Torus torus, long free) {
    long needed = setting.memory(degree, torus).map(RunMemory::peak).orElse(0L);
    if (needed <= free) {
      return;
    }
    OptionalInt lower =
        largest(degree - 1, 2, k -> setting.memory(k, torus).orElseThrow().peak() <= free);
    OptionalInt fewer =
        largest(
            torus.points() - 1,
            4,
            p ->
                setting.memory(degree, new Torus(torus.dimension(), p)).orElseThrow().peak()
                    <= free);
    throw new IllegalArgumentException(
        "a run at degree "
            + degree
            + " on T^"
            + torus.dimension()
            + " with "
            + torus.points()
            + " points a direction, "
            + setting.species()
            + " species and "
            + setting.scheme().name()
            + " needs "
            + mebibytes(needed)
            + " MiB, the heap has "
            + mebibytes(free)
            + " MiB free; "
            + (lower.isPresent() ? "degree " + lower.getAsInt() + " would fit" : "no degree fits")
            + ", "
            + (fewer.isPresent()
                ? fewer.getAsInt() + " points at this degree would fit"
                : "no number of points fits at this degree")
            + ", or a larger heap (java -Xmx)");
  }

  private static long mebibytes(long bytes) {
    return bytes / (1 << 20);
  }

  /** The largest candidate that fits, where all below it fit as well; by bisection. */
  private static OptionalInt largest(int from, int to, IntPredicate fits) {
    int low = to - 1; // fits, or is not allowed
    int high = from + 1; // does not fit
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (fits.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low >= to ? OptionalInt.of(low) : OptionalInt.empty();
  }
}
