package org.knudsen.kinetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TableCache;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.DriftWave;
import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidBreakdownException;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidFields;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.MissingCapabilityException;

/** The Fick limit against the linear kinetic equation, and against Maxwell-Stefan. */
class FickSpectrumTest {

  private static final Torus SLAB = new Torus(1, 8);

  private static Mixture mixture(int n) {
    double[] masses = {1, 3, 12};
    double[] concentrations = {0.4, 0.6, 0.25};
    return new Mixture(
        IntStream.range(0, n)
            .mapToObj(i -> new Species("s" + i, masses[i], concentrations[i]))
            .toList());
  }

  private static CollisionKernel kernel(int n, double gamma) {
    return CollisionKernel.symmetric(
        n, (i, j) -> new PairKernel(new PowerLaw(0.25 * (1 + i + j), gamma), s -> 1));
  }

  private static BurnettCollision operator(int n, double gamma) {
    return new BurnettCollision(
        new BurnettSpace(mixture(n), 5, AxialSymmetry.SLAB), kernel(n, gamma), TableCache.none());
  }

  private static FluidSetting setting(
      int n, double gamma, double eps, List<ConcentrationWave> waves) {
    return new FluidSetting(operator(n, gamma).gas(), SLAB, eps, waves, List.of());
  }

  /** Moduli, ascending; the slow ones are real. */
  private static double[] slow(BlockLinearPart.Block block, int count) {
    int n = block.order();
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, false);
    assertTrue(eigen.decompose(new DMatrixRMaj(n, n, true, block.matrix().clone())));
    List<Complex_F64> values =
        IntStream.range(0, n)
            .mapToObj(eigen::getEigenvalue)
            .sorted(Comparator.comparingDouble(Complex_F64::getMagnitude))
            .limit(count)
            .toList();
    values.forEach(v -> assertEquals(0, v.getImaginary(), 1e-12 * v.getMagnitude()));
    return values.stream().mapToDouble(Complex_F64::getReal).toArray();
  }

  /** N - 1 rates of diffusion and one of heat; the kinetic ones differ by O(eps^2). */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void ratesAreTheSlowEigenvaluesOfTheKineticEquation(int n) {
    FluidEquation fick = new Fick().equation(setting(n, 1, 0.1, List.of()));
    double[] expected = slow(((BlockLinearPart) fick.linear()).blocks().get(1), n);
    double[] error = new double[2];
    double[] eps = {1e-2, 5e-3};
    for (int level = 0; level < 2; level++) {
      KineticEquation kinetic = new KineticEquation(operator(n, 1), SLAB, eps[level]);
      double[] found = slow(((BlockLinearPart) kinetic.linear()).blocks().get(1), n);
      for (int k = 0; k < n; k++) {
        assertTrue(expected[k] < 0);
        error[level] = Math.max(error[level], Math.abs(found[k] / expected[k] - 1));
      }
    }
    // round-off of A of size 100 / eps^2 beside rates of 10: 1e-9 of an error of 1e-3
    assertEquals(2, Math.log(error[0] / error[1]) / Math.log(2), 0.01, "error " + error[1]);
    assertTrue(error[1] < 20 * eps[1] * eps[1], "error " + error[1]);
  }

  /** Uniform pressure and temperature through D and k_T: the textbook's system for two species. */
  @Test
  void twoSpeciesObeyTheSystemOfDiffusionAndThermalDiffusionRatio() {
    TransportCoefficients transport = new TransportCoefficients(operator(2, 1).gas());
    double c = 1.0;
    double x1 = 0.4;
    double x2 = 0.6;
    double d = transport.binaryDiffusion().orElseThrow() / c;
    double kt = transport.thermalDiffusionRatio().orElseThrow();
    double lambda = transport.thermalConductivity();
    // x1_t = d (x1 + kt theta)_xx; 5/2 c theta_t = lambda theta_xx + c kt / (x1 x2) x1_t
    double trace = -d - (lambda / c + d * kt * kt / (x1 * x2)) / 2.5;
    double determinant = d * lambda / c / 2.5;
    double root = Math.sqrt(trace * trace / 4 - determinant);
    FluidEquation fick = new Fick().equation(setting(2, 1, 0.1, List.of()));
    double[] found = slow(((BlockLinearPart) fick.linear()).blocks().get(1), 2);
    double k2 = 4 * Math.PI * Math.PI;
    assertEquals(k2 * (trace / 2 + root), found[0], 1e-13 * k2);
    assertEquals(k2 * (trace / 2 - root), found[1], 1e-13 * k2);
    assertTrue(Math.abs(kt) > 0.01, "thermal diffusion takes part: k_T = " + kt);
  }

  /** Maxwell molecules: no thermal diffusion, Delta_ij exact; the two differ by O(eps ct^2). */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void isLinearMaxwellStefanForMaxwellMolecules(int n) {
    double eps = 1e-10;
    List<ConcentrationWave> waves =
        n == 2
            ? List.of(
                new ConcentrationWave(0, List.of(1), 0.1, 0),
                new ConcentrationWave(1, List.of(1), -0.1, 0))
            : List.of(
                new ConcentrationWave(0, List.of(1), 0.1, 0),
                new ConcentrationWave(1, List.of(1), 0.05, 0.1),
                new ConcentrationWave(2, List.of(1), -0.15, -0.1));
    FluidFields fick = advance(new Fick().equation(setting(n, 0, eps, waves)), n);
    FluidFields stefan = advance(new MaxwellStefan().equation(setting(n, 0, eps, waves)), n);
    for (int e = 0; e < SLAB.cells() * n; e++) {
      assertEquals(stefan.concentrationDeviation[e], fick.concentrationDeviation[e], 1e-11);
      assertEquals(stefan.velocity[3 * e], fick.velocity[3 * e], 1e-10 * eps);
    }
    for (double theta : fick.temperatureDeviation) {
      assertEquals(0, theta, 1e-15);
    }
  }

  private static FluidFields advance(FluidEquation equation, int n) {
    double[] y = equation.initialState();
    TimeIntegrator.Stepper stepper = Schemes.etdRk4().stepper(equation, 0.01);
    for (int step = 0; step < 5; step++) {
      stepper.step(step * 0.01, y);
    }
    FluidFields fields = new FluidFields(SLAB.cells(), n);
    equation.fields(0.05, y, fields);
    return fields;
  }

  /** Hard spheres: pressure stays uniform, heat appears, and the molar flux is that of heat. */
  @Test
  void diffusionHeatsAtUniformPressure() {
    List<ConcentrationWave> waves =
        List.of(
            new ConcentrationWave(0, List.of(1), 0.1, 0),
            new ConcentrationWave(1, List.of(1), -0.1, 0));
    double eps = 1e-3;
    FluidEquation equation = new Fick().equation(setting(2, 1, eps, waves));
    FluidFields fields = advance(equation, 2);
    double hottest = 0;
    double molar = 0;
    for (int cell = 0; cell < SLAB.cells(); cell++) {
      double c0 = fields.concentrationDeviation[2 * cell];
      double c1 = fields.concentrationDeviation[2 * cell + 1];
      double theta = fields.temperatureDeviation[cell];
      assertEquals(0, c0 + c1 + 1.0 * theta, 1e-16);
      hottest = Math.max(hottest, theta);
      double sum =
          (0.4 + eps * c0) * fields.velocity[6 * cell]
              + (0.6 + eps * c1) * fields.velocity[6 * cell + 3];
      molar = Math.max(molar, Math.abs(sum) / eps);
    }
    assertTrue(hottest > 1e-4, "temperature deviation " + hottest);
    assertTrue(molar > 1e-4, "sum of c_i ut_i is " + molar + ", not 0 as in (2.1)");
  }

  /**
   * Taylor-Green is an exact solution of Navier-Stokes, a shear in a constant wind too: u = (W, A
   * sin 2 pi (x - W t) e^{-4 pi^2 nu t}). Viscosity is that of the kinetic equation.
   */
  @Test
  void theDriftObeysNavierStokes() {
    double nu = new TransportCoefficients(operator(2, 1).gas()).viscosity() / (1 * 0.4 + 3 * 0.6);
    List<DriftWave> wind =
        List.of(
            new DriftWave(List.of(0, 0), List.of(0.7, 0.0), List.of(0.0, 0.0)),
            new DriftWave(List.of(1, 0), List.of(0.0, 0.0), List.of(0.0, 0.5)));
    for (List<DriftWave> drift : List.of(DriftFlows.taylorGreen(2, 1, 0.5), wind)) {
      Torus plane = new Torus(2, 8);
      FluidEquation equation =
          new Fick().equation(new FluidSetting(operator(2, 1).gas(), plane, 0.1, List.of(), drift));
      double[] y = equation.initialState();
      TimeIntegrator.Stepper stepper = Schemes.etdRk4().stepper(equation, 0.0025);
      for (int step = 0; step < 40; step++) {
        stepper.step(step * 0.0025, y);
      }
      FluidFields fields = new FluidFields(plane.cells(), 2);
      equation.fields(0.1, y, fields);
      double k2 = 4 * Math.PI * Math.PI;
      for (int cell = 0; cell < plane.cells(); cell++) {
        double px = 2 * Math.PI * (cell % 8) / 8;
        double py = 2 * Math.PI * (cell / 8) / 8;
        boolean vortex = drift != wind;
        double decay = 0.5 * Math.exp(-k2 * nu * 0.1 * (vortex ? 2 : 1));
        double x = vortex ? decay * Math.sin(px) * Math.cos(py) : 0.7;
        double ySpeed =
            vortex
                ? -decay * Math.cos(px) * Math.sin(py)
                : decay * Math.sin(px - 2 * Math.PI * 0.07);
        for (int i = 0; i < 2; i++) {
          // order 4: the wind turns by 2 pi 0.7 dt = 0.011 a step
          assertEquals(x, fields.velocity[(cell * 2 + i) * 3], 1e-9);
          assertEquals(ySpeed, fields.velocity[(cell * 2 + i) * 3 + 1], 1e-9);
        }
      }
    }
  }

  @Test
  void whatItCannotDoIsNamed() {
    FluidSetting other =
        new FluidSetting(Gas.of(mixture(2), kernel(2, 1)), SLAB, 0.1, List.of(), List.of());
    assertThrows(MissingCapabilityException.class, () -> new Fick().equation(other));
    FluidEquation equation = new Fick().equation(setting(2, 1, 0.5, List.of()));
    double[] y = equation.initialState();
    y[3] = -0.9; // ct_1 = -1.8 cos(2 pi x), and 0.6 - 0.5 * 1.8 < 0
    String message =
        assertThrows(FluidBreakdownException.class, () -> equation.check(0.25, y)).getMessage();
    assertTrue(message.contains("'s1'") && message.contains("0.25"), message);
  }
}
