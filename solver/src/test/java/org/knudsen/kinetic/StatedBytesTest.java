package org.knudsen.kinetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.OperatorMemory;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.DriftWave;
import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidDerivatives;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.fluid.Frozen;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** What each class states of its memory against the objects that it has made, one by one. */
class StatedBytesTest {

  /**
   * Of small objects only those of blocks and waves are counted, and those of blocks on the mean of
   * factors and matrices: 5.2% in the worst case, the small blocks of a fluid limit.
   */
  private static final double SMALL_OBJECTS = 0.06;

  private static BurnettCollision operator(int species, int dimension, int degree) {
    Mixture mixture =
        new Mixture(
            IntStream.range(0, species)
                .mapToObj(i -> new Species("s" + i, 1 + i, 1.0 / species))
                .toList());
    return new BurnettCollision(
        new BurnettSpace(mixture, degree, AxialSymmetry.ofDimension(dimension)),
        CollisionKernel.symmetric(
            species, (i, j) -> new PairKernel(new PowerLaw(0.25, 1), s -> 1 + s)),
        TableCache.none());
  }

  private static TimeIntegrator scheme(String name) {
    return switch (name) {
      case "ars-222" -> Schemes.ars222();
      case "ars-443" -> Schemes.ars443();
      case "etd-rk4" -> Schemes.etdRk4();
      case "rk4" -> Schemes.rk4();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static void assertStated(double stated, long made) {
    assertEquals(1, stated / made, SMALL_OBJECTS, () -> "stated " + stated + ", made " + made);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 24, 8, ars-222", "1, 24, 8, ars-443", "1, 24, 8, etd-rk4", "1, 24, 8, rk4",
    "2, 12, 4, ars-443", "2, 12, 4, etd-rk4", "3, 6, 4, ars-443", "3, 6, 4, etd-rk4"
  })
  void theKineticEquationAndItsStepper(int dimension, int points, int degree, String name) {
    BurnettCollision operator = operator(2, dimension, degree);
    Torus torus = new Torus(dimension, points);
    KineticEquation equation = new KineticEquation(operator, torus, 0.3);
    TimeIntegrator.Stepper stepper = scheme(name).stepper(equation, 0.01);
    double evaluator = BurnettCollision.memory(operator.space()).evaluator();
    assertStated(
        KineticEquation.bytes(operator.space(), torus, evaluator, scheme(name)),
        new ReachableBytes(operator, scheme(name)).of(equation, stepper));
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "2, 7", "3, 6"})
  void theOperator(int dimension, int degree) {
    BurnettCollision operator = operator(3, dimension, degree);
    operator.space().nodes(); // makes the tables of the space
    OperatorMemory stated = operator.memory().orElseThrow();
    ReachableBytes bytes = new ReachableBytes();
    assertStated(stated.kept(), bytes.of(operator));
    assertStated(stated.evaluator(), bytes.of(operator.quadratic()));
  }

  @ParameterizedTest
  @CsvSource({"1, 15", "1, 64", "2, 16", "3, 8"})
  void aTransformAndAField(int dimension, int points) {
    Torus torus = new Torus(dimension, points);
    for (int grid : new int[] {torus.points(), torus.dealiasedPoints()}) {
      RealFourier transform = new RealFourier(new FourierModes(torus), grid, 30);
      double[] field = new double[30 * transform.cells()];
      assertStated(RealFourier.bytes(torus, grid, 30), new ReachableBytes().of(transform, field));
    }
  }

  /**
   * Without drift, with one, and with one that moves.
   *
   * @param drift how many of these two there are
   */
  @ParameterizedTest
  @CsvSource({
    "1, 200, 0, ars-443",
    "1, 200, 0, etd-rk4",
    "2, 32, 0, etd-rk4",
    "2, 32, 1, etd-rk4",
    "2, 32, 2, ars-443",
    "3, 10, 1, rk4"
  })
  void aFluidLimitWithItsStepper(int dimension, int points, int drift, String name) {
    Torus torus = new Torus(dimension, points);
    List<Integer> wave = List.of(1, 0, 0).subList(0, dimension);
    List<DriftWave> flow = drift == 0 ? List.of() : DriftFlows.taylorGreen(dimension, 1, 0.1);
    BurnettCollision operator = operator(3, dimension, 3);
    for (FluidLimit limit : List.of(new MaxwellStefan(), new Fick(), new Frozen())) {
      boolean moves = drift == 2 && !(limit instanceof Fick); // which takes none that moves
      FluidSetting setting =
          new FluidSetting(
              operator.gas(),
              torus,
              0.3,
              List.of(
                  new ConcentrationWave(0, wave, 0.01, 0),
                  new ConcentrationWave(2, wave, -0.01, 0)),
              moves ? flow.stream().map(f -> f.swinging(1, 0)).toList() : flow);
      FluidEquation equation = limit.equation(setting);
      TimeIntegrator.Stepper stepper = scheme(name).stepper(equation, 0.01);
      double stated = limit.bytes(setting, scheme(name)).orElseThrow();
      long made =
          new ReachableBytes(operator, setting, scheme(name))
              .of(equation, stepper, equation.initialState());
      if (limit instanceof Frozen) { // counts the stepper of the data, which there is none of
        double maxwellStefan = new MaxwellStefan().bytes(setting, scheme(name)).orElseThrow();
        assertEquals(maxwellStefan, stated);
        assertTrue(stated > made, () -> "stated " + stated + ", made " + made);
      } else {
        assertStated(stated, made);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 64", "2, 16", "3, 8"})
  void whatPreparedDataAreMadeWith(int dimension, int points) {
    BurnettCollision operator = operator(2, dimension, 5);
    Torus torus = new Torus(dimension, points);
    List<Integer> wave = List.of(1, 0, 0).subList(0, dimension);
    FluidEquation fluid =
        new MaxwellStefan()
            .equation(
                new FluidSetting(
                    operator.gas(),
                    torus,
                    0.3,
                    List.of(
                        new ConcentrationWave(0, wave, 0.01, 0),
                        new ConcentrationWave(1, wave, -0.01, 0)),
                    List.of()));
    FluidDerivatives derivatives = new FluidDerivatives(fluid, torus, 2);
    derivatives.evaluate(0, fluid.initialState());
    ChapmanEnskogCorrection correction = new ChapmanEnskogCorrection(operator, 0.3);
    correction.evaluate(derivatives, new double[torus.cells() * operator.space().size()]);
    ReachableBytes bytes = new ReachableBytes(operator, fluid);
    assertStated(FluidDerivatives.bytes(torus, 2), bytes.of(derivatives));
    double evaluator = BurnettCollision.memory(operator.space()).evaluator();
    double stated = ChapmanEnskogCorrection.bytes(operator.space(), torus, evaluator);
    double ratio = stated / bytes.of(correction); // the factors of blocks are less than those of L
    assertTrue(ratio > 1 && ratio < 1.5, () -> "ratio " + ratio);
  }
}
