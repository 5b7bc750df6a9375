package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.HarmonicEigenfunctions;
import org.knudsen.collision.Spectrum;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.DriftWave;
import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.Frozen;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.kinetic.KineticState;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.Schemes;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** Theorem 2.2 with data f^in: initial layers told from rates. */
class InitialLayerTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));
  private static final Torus TORUS = new Torus(1, 12);
  private static final int DEGREE = 6;
  private static final List<String> NORMS = List.of("L2", "H1eps", "H2eps", "H3eps");

  private static BurnettCollision operator(double gamma) {
    return new BurnettCollision(
        new BurnettSpace(MIXTURE, DEGREE, AxialSymmetry.SLAB), kernel(gamma), TableCache.none());
  }

  /** gamma = 0: Maxwell molecules, 1: hard spheres. */
  private static CollisionKernel kernel(double gamma) {
    return CollisionKernel.symmetric(
        2, (i, j) -> new PairKernel(new PowerLaw(0.25, gamma), s -> 1));
  }

  private static Assembly assembly(
      double gamma, FluidLimit limit, double amplitude, double dt, int steps) {
    BurnettCollision operator = operator(gamma);
    return new Assembly(
        operator.gas(),
        operator,
        TORUS, // linear part exact: a step may be longer than the layer
        limit,
        new InitialData(
            List.of(
                new ConcentrationWave(0, List.of(1), amplitude, 0),
                new ConcentrationWave(1, List.of(1), -amplitude, 0)),
            List.of(),
            InitialPerturbation.none()),
        new Stepping(Schemes.etdRk4(), dt, steps),
        Output.of(3));
  }

  private static RunResult run(Assembly assembly, double eps) {
    return new Run(assembly, eps)
        .execute(List.of(), ProgressListener.silent(), Cancellation.never());
  }

  private static FluidLimit limit(String name) {
    return switch (name) {
      case "maxwell-stefan" -> new MaxwellStefan();
      case "fick" -> new Fick();
      case "frozen" -> new Frozen();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** A heat flux of the light species along the wave, none of its mass, momentum or energy. */
  private static InitialPerturbation heatFlux(double size) {
    return new InitialPerturbation.Given(
        OptionalDouble.of(size),
        OptionalDouble.empty(),
        List.of(new PerturbationWave(0, List.of(1), 1, 1, 0, 1, 0)));
  }

  /**
   * The order in eps of the largest and of the last distance, in every norm. A given f^in of fixed
   * size makes the largest distance eps ||f^in|| beside a limit that is closer than that; it is
   * gone after eps^2, and the last distance is of the order that it has without. Data that are
   * prepared leave the orders as they are: for Maxwell molecules beside Maxwell-Stefan the
   * correction is itself O(eps^2), as much as f becomes from f^in = 0.
   */
  @ParameterizedTest
  @CsvSource({
    "1, maxwell-stefan, none, 1, 1",
    "1, maxwell-stefan, prepared, 1, 1",
    "1, maxwell-stefan, given, 1, 1",
    "1, fick, none, 2, 2",
    "1, fick, prepared, 2, 2",
    "1, fick, given, 1, 2",
    "1, frozen, none, 1, 1",
    "1, frozen, prepared, 1, 1",
    "1, frozen, given, 1, 1",
    "0, maxwell-stefan, none, 3, 3",
    "0, maxwell-stefan, prepared, 3, 3",
    "0, maxwell-stefan, given, 1, 3"
  })
  void layersAreToldFromRates(
      double gamma, String limit, String kind, double largest, double last) {
    InitialPerturbation perturbation =
        switch (kind) {
          case "prepared" -> InitialPerturbation.prepared();
          case "given" -> heatFlux(0.1);
          default -> InitialPerturbation.none();
        };
    Assembly assembly = assembly(gamma, limit(limit), 0.1, 0.005, 20).with(perturbation);
    RunResult coarse = run(assembly, 2e-3);
    RunResult fine = run(assembly, 1e-3);
    assertEquals(NORMS, List.copyOf(fine.supDistance().keySet()));
    for (String norm : NORMS) {
      // next terms are one order higher, and change a slope by less than 1%
      assertEquals(
          largest,
          Math.log(coarse.supDistance().get(norm) / fine.supDistance().get(norm)) / Math.log(2),
          0.01 * largest,
          norm);
      // O(eps^3) has sound waves in it that are not yet damped, whose phase is a function of eps
      assertEquals(
          last,
          Math.log(coarse.endDistance().get(norm) / fine.endDistance().get(norm)) / Math.log(2),
          last == 3 ? 0.2 : 0.01,
          norm);
    }
    if (kind.equals("given")) {
      assertEquals(0.1, fine.variable("perturbation/norm/H3eps").value(), 1e-15);
      assertEquals(0, fine.variable("perturbation/equilibrium").value());
    }
    if (kind.equals("given") && largest < last) {
      assertEquals(1e-3 * 0.1, fine.supDistance().get("H3eps"), 1e-16);
    }
  }

  /**
   * Beside the frozen equilibrium the prepared data are those of the Maxwellian one begins from.
   */
  @Test
  void preparedDataBelongToWhereTheRunBegins() {
    Assembly stefan =
        assembly(1, new MaxwellStefan(), 0.1, 0.005, 1).with(InitialPerturbation.prepared());
    Assembly frozen = assembly(1, new Frozen(), 0.1, 0.005, 1).with(InitialPerturbation.prepared());
    RunResult beside = run(frozen, 0.01);
    run(stefan, 0.01)
        .variables()
        .forEach(
            (name, variable) -> {
              if (name.startsWith("perturbation/")) {
                assertEquals(variable.value(), beside.variable(name).value(), name);
              }
            });
    assertTrue(beside.variable("perturbation/norm/L2").value() > 0);
  }

  /**
   * A constant in space in the slowest eigenfunction of a harmonic decays as exp(-lambda t /
   * eps^2), lambda the smallest eigenvalue of its block that is not zero. The concentrations are so
   * close to equilibrium that their distance does not show; Q(f, f) changes f by eps size.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void theLayerLastsAsLongAsTheGapSays(int l) {
    double eps = 1e-2;
    double size = 1e-3;
    BurnettCollision operator = operator(1);
    double gap = Spectrum.of(operator.harmonics(), l).spectralGap().orElseThrow();
    HarmonicEigenfunctions eigen = HarmonicEigenfunctions.of(operator.harmonics(), l);
    int slowest = 0;
    while (eigen.eigenvalue(slowest) < 0.5 * gap) {
      slowest++;
    }
    double[] x = eigen.coefficients(slowest);
    int radial = x.length / MIXTURE.size();
    List<PerturbationWave> waves = new ArrayList<>();
    for (int a = 0; a < x.length; a++) {
      waves.add(new PerturbationWave(a / radial, List.of(0), a % radial, l, 0, x[a], 0));
    }
    double dt = 0.25 * eps * eps / gap;
    Assembly assembly =
        assembly(1, new MaxwellStefan(), 1e-9, dt, 16)
            .with(
                new InitialPerturbation.Given(
                    OptionalDouble.of(size), OptionalDouble.of(0), waves));
    RunResult result = run(assembly, eps);
    double[] distance = result.distance("L2");
    double[] times = result.times();
    assertEquals(17, times.length);
    for (int t = 0; t < times.length; t++) {
      double expected = distance[0] * Math.exp(-gap * times[t] / (eps * eps));
      assertEquals(1, distance[t] / expected, eps * size, "time " + times[t]);
    }
  }

  /** Keeps the state after every step. */
  private static final class States implements Checkpoints {
    private final List<double[]> kinetic = new ArrayList<>();

    @Override
    public Optional<Checkpoint> last(double knudsen) {
      return Optional.empty();
    }

    @Override
    public boolean due(boolean last) {
      return true;
    }

    @Override
    public void save(Checkpoint checkpoint) {
      kinetic.add(checkpoint.kinetic().clone());
    }
  }

  private static List<double[]> states(Assembly assembly, double eps) {
    States states = new States();
    new Run(assembly, eps)
        .execute(List.of(), ProgressListener.silent(), Cancellation.never(), states);
    return states.kinetic;
  }

  /**
   * Hard spheres beside Fick. The run from f^in = 0 and the prepared one differ by the heat flux of
   * the data, on wave 1 and in harmonic 1, which decays as exp(t L / eps^2): eigenfunction by
   * eigenfunction of L, and at the end at the rate of the gap. What streaming leaves is O(eps) of
   * it.
   */
  @Test
  void withoutPreparationTheHeatFluxTakesALayerToForm() {
    double eps = 1e-7;
    int steps = 40;
    BurnettCollision operator = operator(1);
    BurnettSpace space = operator.space();
    HarmonicEigenfunctions eigen = HarmonicEigenfunctions.of(operator.harmonics(), 1);
    double gap = Spectrum.of(operator.harmonics(), 1).spectralGap().orElseThrow();
    double dt = 0.25 * eps * eps / gap;
    Assembly none = assembly(1, new Fick(), 0.1, dt, steps);
    List<double[]> from = states(none, eps);
    List<double[]> to = states(none.with(InitialPerturbation.prepared()), eps);
    double[] start = difference(from.get(0), to.get(0), space);
    double[] norm = new double[steps];
    for (int step = 0; step < steps; step++) {
      norm[step] = norm(difference(from.get(step), to.get(step), space), space.size());
      double t = step * dt; // since the first state kept, that after one step
      double expected = 0;
      for (int k = 0; k < eigen.count(); k++) {
        double[] mode = eigen.distribution(space, k, 0);
        for (int part = 0; part < 2; part++) { // real and imaginary part of wave 1
          double c = 0;
          for (int a = 0; a < mode.length; a++) {
            c += mode[a] * start[(1 + part) * space.size() + a];
          }
          expected += 2 * Math.pow(c * Math.exp(-eigen.eigenvalue(k) * t / (eps * eps)), 2);
        }
      }
      assertEquals(Math.sqrt(expected), norm[step], 3 * eps * norm[0], "step " + step);
    }
    // the second eigenvalue is 1.33 times the gap: e^{-10 (1.33 - 1)} of it is left, and its square
    // counts in the norm
    double rate = Math.log(norm[steps - 2] / norm[steps - 1]) / dt;
    assertEquals(1, rate * eps * eps / gap, 5e-3);
  }

  private static double[] difference(double[] a, double[] b, BurnettSpace space) {
    double[] state = new double[a.length];
    for (int at = 0; at < state.length; at++) {
      state[at] = a[at] - b[at];
    }
    KineticState layout =
        new KineticState(
            space, new RealFourier(new FourierModes(TORUS), TORUS.points(), space.size()));
    double[] spectrum = new double[state.length];
    layout.toSpectrum(state, spectrum);
    return spectrum;
  }

  private static double norm(double[] spectrum, int size) {
    double sum = 0;
    for (int at = 0; at < spectrum.length; at++) {
      sum += (at < size ? 1 : 2) * spectrum[at] * spectrum[at];
    }
    return Math.sqrt(sum);
  }

  /**
   * Hard spheres beside Fick, during the layer. From prepared data the distance stays what it is,
   * eps ||f^in||, up to O(eps^2) of it: the fluid part that forms is O(eps) of f^in and orthogonal
   * to it. From f^in = 0 it rises to the same value, each eigenfunction of L as 1 - exp(-lambda t /
   * eps^2).
   */
  @Test
  void preparedDataHaveNoLayer() {
    BurnettCollision operator = operator(1);
    HarmonicEigenfunctions eigen = HarmonicEigenfunctions.of(operator.harmonics(), 1);
    double gap = Spectrum.of(operator.harmonics(), 1).spectralGap().orElseThrow();
    double fastest = eigen.eigenvalue(eigen.count() - 1);
    double[] change = new double[2];
    for (int turn = 0; turn < 2; turn++) {
      double eps = turn == 0 ? 2e-3 : 1e-3;
      Assembly none = assembly(1, new Fick(), 0.1, 0.5 * eps * eps / gap, 24);
      RunResult prepared = run(none.with(InitialPerturbation.prepared()), eps);
      double plateau = eps * prepared.variable("perturbation/norm/L2").value();
      for (double distance : prepared.distance("L2")) {
        change[turn] = Math.max(change[turn], Math.abs(distance / plateau - 1));
      }
      RunResult rising = run(none, eps);
      assertEquals(0, rising.distance("L2")[0]);
      double first = rising.distance("L2")[1] / plateau;
      assertTrue(first > 1 - Math.exp(-0.5) && first < 1 - Math.exp(-0.5 * fastest / gap));
      // e^{-12} = 6e-6 is left of the layer
      assertEquals(1, rising.endDistance().get("L2") / plateau, 100 * eps * eps);
    }
    assertEquals(2, Math.log(change[0] / change[1]) / Math.log(2), 0.01);
  }

  /**
   * The same in a plane, beside Fick with two shear flows across each other: the correction is the
   * viscous stress, O(eps) where the drift is O(1), with a heat flux besides.
   */
  @Test
  void preparedDataHaveNoLayerInAPlane() {
    BurnettCollision operator =
        new BurnettCollision(
            new BurnettSpace(MIXTURE, 3, AxialSymmetry.PLANAR), kernel(1), TableCache.none());
    double gap = Spectrum.of(operator.harmonics(), 2).spectralGap().orElseThrow();
    List<DriftWave> drift = new ArrayList<>(DriftFlows.shear(2, 0, 1, 1, 0.2));
    drift.addAll(DriftFlows.shear(2, 1, 0, 1, 0.2));
    List<Integer> k = List.of(1, 0);
    double[] change = new double[2];
    for (int turn = 0; turn < 2; turn++) {
      double eps = turn == 0 ? 2e-3 : 1e-3;
      Assembly none =
          new Assembly(
              operator.gas(),
              operator,
              new Torus(2, 8),
              new Fick(),
              new InitialData(
                  List.of(
                      new ConcentrationWave(0, k, 0.1, 0), new ConcentrationWave(1, k, -0.1, 0)),
                  drift,
                  InitialPerturbation.none()),
              new Stepping( // carries all products of two waves, without aliasing
                  Schemes.etdRk4(), 0.5 * eps * eps / gap, 12));
      RunResult prepared = run(none.with(InitialPerturbation.prepared()), eps);
      double plateau = eps * prepared.variable("perturbation/norm/L2").value();
      for (double distance : prepared.distance("L2")) {
        change[turn] = Math.max(change[turn], Math.abs(distance / plateau - 1));
      }
      double rising = run(none, eps).endDistance().get("L2");
      assertEquals(1, rising / plateau, Math.exp(-12 * 0.5)); // what is left of the layer
    }
    assertEquals(2, Math.log(change[0] / change[1]) / Math.log(2), 0.05);
  }
}
