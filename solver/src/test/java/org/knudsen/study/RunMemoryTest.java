package org.knudsen.study;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.OperatorMemory;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.Frozen;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.plugin.builtin.MaxwellStefanProvider;
import org.knudsen.run.Assembly;
import org.knudsen.run.Cancellation;
import org.knudsen.run.InitialData;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.Output;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.Run;
import org.knudsen.run.RunObserver;
import org.knudsen.run.RunResult;
import org.knudsen.run.RunState;
import org.knudsen.run.StandInPlugins;
import org.knudsen.run.Stepping;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.VelocitySpace;

/** The prediction against the heap in use while a run makes its steps. */
class RunMemoryTest {

  private static final int STEPS = 2;

  /**
   * The first and the last of some species have a wave.
   *
   * @param limit its name, with "drift" behind it for one with a Taylor-Green vortex
   */
  private static Assembly assembly(
      int species, Torus torus, int degree, TimeIntegrator scheme, String limit) {
    Mixture mixture =
        new Mixture(
            IntStream.range(0, species)
                .mapToObj(i -> new Species("s" + i, 1 + i, 1.0 / species))
                .toList());
    CollisionKernel kernel =
        CollisionKernel.symmetric(species, (i, j) -> new PairKernel(new PowerLaw(0.25, 1), s -> 1));
    AxialSymmetry symmetry = AxialSymmetry.ofDimension(torus.dimension());
    BurnettSpace space = new BurnettSpace(mixture, degree, symmetry);
    BurnettCollision operator = new BurnettCollision(space, kernel, TableCache.none());
    List<Integer> wave = List.of(1, 0, 0).subList(0, torus.dimension());
    FluidLimit fluid =
        switch (limit.replace(" drift", "")) {
          case "fick" -> new Fick();
          case "frozen" -> new Frozen();
          default -> new MaxwellStefan();
        };
    return new Assembly(
        operator.gas(),
        operator,
        torus,
        fluid,
        new InitialData(
            List.of(
                new ConcentrationWave(0, wave, 0.01, 0),
                new ConcentrationWave(species - 1, wave, -0.01, 0)),
            limit.contains("drift") ? DriftFlows.taylorGreen(torus.dimension(), 1, 0.1) : List.of(),
            InitialPerturbation.prepared()),
        new Stepping(scheme, 1e-3, STEPS),
        Output.of(2));
  }

  /** The memory of a run of an assembly, what the assembly has built already among it. */
  private static RunMemory predicted(Assembly assembly) {
    return RunMemory.sum(
        assembly.operator().memory(),
        assembly.fluidSetting(1), // the same for every eps
        assembly.fluidLimit(),
        assembly.stepping(),
        assembly.data().perturbation(),
        assembly.output(),
        1);
  }

  private static TimeIntegrator scheme(String name) {
    return switch (name) {
      case "ars-443" -> Schemes.ars443();
      case "etd-rk4" -> Schemes.etdRk4();
      case "rk4" -> Schemes.rk4();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Bytes reachable: collections until one finds no more to free than the noise of a few KiB. */
  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int turn = 0; turn < 10; turn++) {
      System.gc();
      long now = runtime.totalMemory() - runtime.freeMemory();
      if (least - now < 16 << 10) {
        return Math.min(least, now);
      }
      least = now;
    }
    return least;
  }

  /** Bytes in use while a run makes its steps, less those before its assembly was made. */
  private static long measured(Supplier<Assembly> make) {
    long before = used();
    long[] most = new long[1];
    run(make.get(), () -> most[0] = used());
    return most[0] - before;
  }

  private static void run(Assembly assembly, Runnable last) {
    RunObserver observer =
        new RunObserver() {
          @Override
          public void reached(RunState state) {
            if (state.step() == STEPS - 1) { // another step follows: all of it is in use
              last.run();
            }
          }
        };
    RunResult result =
        new Run(assembly, 0.3)
            .execute(List.of(observer), ProgressListener.silent(), Cancellation.never());
    assertEquals(STEPS, result.steps());
  }

  /** What the tests before this one leave behind is freed in the course of a run: not of a case. */
  @BeforeAll
  static void settle() {
    for (int turn = 0; turn < 2; turn++) {
      measured(() -> assembly(2, new Torus(1, 40), 8, Schemes.ars443(), "maxwell-stefan"));
    }
  }

  /**
   * Each kind of block, scheme, symmetry and fluid limit, within 2%; 2 MiB or more, so that noise
   * of some tens of KiB adds at most 5%. In the rows with many points and few modes the fluid has a
   * large part.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 1, 40, 8, ars-443, maxwell-stefan",
    "2, 1, 40, 8, etd-rk4, maxwell-stefan",
    "2, 2, 24, 4, ars-443, maxwell-stefan",
    "2, 2, 24, 4, etd-rk4, maxwell-stefan drift",
    "2, 2, 24, 4, rk4, maxwell-stefan",
    "2, 3, 8, 4, ars-443, maxwell-stefan",
    "2, 3, 8, 4, etd-rk4, maxwell-stefan",
    "2, 1, 400, 3, ars-443, fick",
    "2, 1, 400, 3, ars-443, frozen",
    "6, 1, 60, 3, etd-rk4, maxwell-stefan",
    "6, 1, 60, 3, etd-rk4, fick",
    "2, 2, 28, 3, etd-rk4, fick drift",
    "2, 3, 8, 3, ars-443, fick drift",
  })
  void thePredictionHolds(
      int species, int dimension, int points, int degree, String name, String limit) {
    TimeIntegrator scheme = scheme(name);
    run(assembly(species, new Torus(dimension, 4), 3, scheme, limit), () -> {}); // loads classes
    Supplier<Assembly> make =
        () -> assembly(species, new Torus(dimension, points), degree, scheme, limit);
    long measured = measured(make);
    RunMemory predicted = predicted(make.get());
    assertEquals(List.of(), predicted.unknown());
    double ratio = predicted.running() / measured;
    assertEquals(1, ratio, 0.07, () -> measured + " bytes measured, predicted " + predicted);
  }

  private static final String STUDY =
      """
      name: two
      mixture:
        - {name: light, mass: 1.0, concentration: 0.5}
        - {name: heavy, mass: 4.0, concentration: 0.5}
      collisionKernel: {id: hard-sphere}
      velocityGrid: {id: burnett, degree: 6}
      timeIntegrator: {id: ars-443, dt: 0.001}
      torus: {dimension: 2, points: 32}
      fluidLimit: {id: maxwell-stefan}
      initial:
        - {species: light, wave: [1, 0], cos: 0.1}
        - {species: heavy, wave: [1, 0], cos: -0.1}
      knudsen: [0.1]
      endTime: 0.01
      """;

  private static Study study(String... fromTo) {
    String text = STUDY;
    for (int pair = 0; pair < fromTo.length; pair += 2) {
      assertTrue(text.contains(fromTo[pair]), fromTo[pair]);
      text = text.replace(fromTo[pair], fromTo[pair + 1]);
    }
    return StudyFile.readForRun(text, "two.yaml", STATING);
  }

  /**
   * Plugins that state what they take; those of {@link StandInPlugins} with the same ids do not.
   */
  private static final PluginCatalogue STATING =
      PluginCatalogue.empty()
          .with(
              PluginFamily.COLLISION_KERNELS,
              StandInPlugins.catalogue().find(PluginFamily.COLLISION_KERNELS, "hard-sphere"))
          .with(PluginFamily.VELOCITY_GRIDS, new Grid())
          .with(PluginFamily.TIME_INTEGRATORS, new Scheme())
          .with(PluginFamily.FLUID_LIMITS, new MaxwellStefanProvider());

  private record Scheme() implements TimeIntegratorProvider {
    @Override
    public String id() {
      return "ars-443";
    }

    @Override
    public String description() {
      return "stand-in";
    }

    @Override
    public String reference() {
      return "none";
    }

    @Override
    public TimeIntegrator create(ParameterValues parameters) {
      return Schemes.ars443();
    }
  }

  private record Grid() implements VelocityGridProvider {
    @Override
    public String id() {
      return "burnett";
    }

    @Override
    public String description() {
      return "stand-in";
    }

    @Override
    public String reference() {
      return "none";
    }

    @Override
    public List<ParameterSpec> parameters() {
      return List.of(
          ParameterSpec.integer("degree", "degree")
              .withBounds(Bounds.closed(2, BurnettModes.LARGEST_DEGREE)));
    }

    @Override
    public VelocitySpace space(Mixture mixture, int d, ParameterValues parameters) {
      return new BurnettSpace(mixture, parameters.integer("degree"), AxialSymmetry.ofDimension(d));
    }

    @Override
    public CollisionOperator operator(
        VelocitySpace space, CollisionKernel kernel, TableCache cache) {
      return new BurnettCollision((BurnettSpace) space, kernel, cache);
    }

    @Override
    public Optional<OperatorMemory> memory(VelocitySpace space) {
      return Optional.of(BurnettCollision.memory((BurnettSpace) space));
    }
  }

  @Test
  void aStudyAndItsAssemblyAreCountedAlike() {
    Study study = study("degree: 6", "degree: 3");
    assertEquals(
        predicted(study.assembly(STATING, TableCache.none())), RunMemory.of(study, STATING));
  }

  @Test
  void aRunThatDoesNotFitIsRefusedWithWhatWould() {
    double fits = RunMemory.of(study("degree: 6", "degree: 4"), STATING).peak();
    assertDoesNotThrow(() -> RunMemory.require(study("degree: 6", "degree: 4"), STATING, fits));
    String message = refusal(study(), fits);
    assertTrue(message.contains("degree 4 would"), message);
    assertTrue(
        message.contains("the heap has " + Math.round(fits / (1 << 20)) + " MiB free"), message);
    // the number of points it names fits, and one more does not
    int points =
        Integer.parseInt(message.replaceAll(".*; (\\d+) points would fit at this degree.*", "$1"));
    assertTrue(points < 32);
    assertTrue(RunMemory.of(study("points: 32", "points: " + points), STATING).peak() <= fits);
    assertTrue(RunMemory.of(study("points: 32", "points: " + (points + 1)), STATING).peak() > fits);
    String hopeless = refusal(study(), 1000);
    assertTrue(hopeless.contains("no number of points fits at this degree, no degree fits"));
  }

  private static String refusal(Study study, double free) {
    return assertThrows(
            IllegalArgumentException.class, () -> RunMemory.require(study, STATING, free))
        .getMessage();
  }

  /** The largest run that a study may ask for is counted, not overflowed: 2^53 bytes and more. */
  @Test
  void aHugeRunIsCounted() {
    String[] changes = {
      "degree: 6",
      "degree: 80",
      "dimension: 2, points: 32",
      "dimension: 3, points: 256",
      "[1, 0]",
      "[1, 0, 0]"
    };
    RunMemory huge = RunMemory.of(study(changes), STATING);
    double modes = 91881; // (K + 1)(K + 2)(K + 3) / 6
    assertTrue(huge.running() > 20 * Double.BYTES * Math.pow(255, 3) * 2 * modes, huge.toString());
  }

  /** What a plugin does not state is in no sum, and said to be unknown. */
  @Test
  void whatIsNotStatedIsUnknown() {
    Study study = study("degree: 6", "degree: 3");
    RunMemory all = RunMemory.of(study, STATING);
    assertEquals(List.of(), all.unknown());
    RunMemory none = RunMemory.of(study, StandInPlugins.catalogue());
    assertEquals(
        List.of(
            "velocity space 'burnett basis, degree 3, planar: 13 modes a species'",
            "time integrator 'ars-443'",
            "fluid limit 'maxwell-stefan'"),
        none.unknown());
    double operator =
        BurnettCollision.memory(new BurnettSpace(study.mixture(), 3, AxialSymmetry.PLANAR)).kept();
    assertTrue(none.running() > 0 && none.running() < all.running() - operator, none.toString());
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> RunMemory.require(study, StandInPlugins.catalogue(), 1000))
            .getMessage();
    assertTrue(message.contains("without [velocity space 'burnett basis"), message);
  }
}
