package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidFields;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.kinetic.KineticState;
import org.knudsen.kinetic.LocalMaxwellianField;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.norm.FluidProjection;
import org.knudsen.time.Schemes;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** pi_T f of a given f^in, and its equation (3.18) along a run. */
class EquilibriumPartTest {

  private static final double EPS = 0.1;
  private static final Mixture MIXTURE =
      Mixture.of(
          new Species("light", 1, 0.3),
          new Species("middle", 4, 0.3),
          new Species("heavy", 20, 0.4));
  private static final CollisionKernel KERNEL =
      CollisionKernel.symmetric(3, (i, j) -> new PairKernel(new PowerLaw(0.25, 1), s -> 1));
  private static final Torus TORUS = new Torus(1, 12);
  private static final BurnettSpace SPACE = new BurnettSpace(MIXTURE, 6, AxialSymmetry.SLAB);
  private static final BurnettCollision OPERATOR =
      new BurnettCollision(SPACE, KERNEL, TableCache.none());

  private static Assembly assembly(InitialPerturbation perturbation) {
    return new Assembly(
        OPERATOR.gas(),
        OPERATOR,
        TORUS,
        new MaxwellStefan(),
        new InitialData(
            List.of(
                new ConcentrationWave(0, List.of(1), 0.3, 0),
                new ConcentrationWave(1, List.of(1), 0, 0.3),
                new ConcentrationWave(2, List.of(1), -0.3, -0.3)),
            List.of(),
            perturbation),
        new Stepping(Schemes.ars443(), 0.005, 10));
  }

  private static PerturbationWave wave(int species, int k, int n, int l, double cos) {
    return new PerturbationWave(species, List.of(k), n, l, 0, cos, 0);
  }

  /** Keeps the states after every step. */
  private static final class States implements Checkpoints {
    private final List<double[]> kinetic = new ArrayList<>();
    private final List<double[]> fluid = new ArrayList<>();

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
      fluid.add(checkpoint.fluid().clone());
    }
  }

  private static KineticState layout() {
    return new KineticState(
        SPACE, new RealFourier(new FourierModes(TORUS), TORUS.points(), SPACE.size()));
  }

  /** Coordinates of the spatial mean on the invariants. */
  private static double[] equilibrium(double[] state) {
    double[] spectrum = new double[state.length];
    layout().toSpectrum(state, spectrum);
    FluidProjection projection = new FluidProjection(SPACE);
    double[] coordinates = new double[projection.rank()];
    projection.coordinates(spectrum, 0, coordinates);
    return coordinates;
  }

  /**
   * (3.18): pi_T f = pi_T f^in - pi_T (M^eps - M^{eps,in}) / eps, for f^in with mass, momentum and
   * energy, to round-off; and the second term is what the paper computes from moments: the change
   * of sum_i m_i c_i u_i and of eps sum_i m_i c_i |u_i|^2 over space. What the explicit stages add
   * to the invariants is nothing at all.
   */
  @Test
  void followsItsEquation() {
    Assembly assembly =
        assembly(
            new InitialPerturbation.Given(
                List.of(
                    wave(0, 0, 0, 0, 0.01),
                    wave(1, 0, 0, 1, 0.02),
                    wave(2, 0, 1, 0, 0.03),
                    wave(0, 1, 1, 1, 0.01))));
    States states = new States();
    RunResult result =
        new Run(assembly, EPS)
            .execute(List.of(), ProgressListener.silent(), Cancellation.never(), states);
    assertTrue(result.complete());
    FluidEquation fluid = assembly.fluidLimit().equation(assembly.fluidSetting(EPS));
    LocalMaxwellianField maxwellian = new LocalMaxwellianField(SPACE, TORUS, EPS);
    FluidFields fields = new FluidFields(TORUS.cells(), MIXTURE.size());
    double[] m = new double[states.kinetic.get(0).length];
    fluid.initialFields(fields);
    maxwellian.state(fields, m);
    double[] maxwellianAtStart = equilibrium(m);
    double[] momentsAtStart = moments(fields);
    double[] dataAtStart = new double[maxwellianAtStart.length];
    double rho = Math.sqrt(MIXTURE.massDensity());
    dataAtStart[0] = 0.01;
    dataAtStart[3] = 0.02 * Math.sqrt(4 * 0.3) / rho;
    dataAtStart[4] = -0.03 * Math.sqrt(0.4 / MIXTURE.totalConcentration());
    double change = 0;
    for (int step = 0; step < states.kinetic.size(); step++) {
      double t = (step + 1) * assembly.stepping().dt();
      fluid.fields(t, states.fluid.get(step), fields);
      maxwellian.state(fields, m);
      double[] now = equilibrium(m);
      double[] f = equilibrium(states.kinetic.get(step));
      double[] expected = new double[f.length];
      for (int k = 0; k < f.length; k++) {
        f[k] -= now[k];
        expected[k] = dataAtStart[k] - (now[k] - maxwellianAtStart[k]);
      }
      assertArrayEquals(expected, f, 1e-15);
      double[] moments = moments(fields);
      double[] printed = dataAtStart.clone();
      printed[3] -= (moments[0] - momentsAtStart[0]) / rho;
      printed[4] -=
          EPS * (moments[1] - momentsAtStart[1]) / Math.sqrt(6 * MIXTURE.totalConcentration());
      assertArrayEquals(printed, f, 1e-14);
      change = Math.max(change, Math.abs(f[4] - dataAtStart[4]));
    }
    assertTrue(change > 1e-4, "the fluid part of f changes by " + change);
  }

  /** Int sum_i m_i c_i u_i dx and Int sum_i m_i c_i |u_i|^2 dx. */
  private static double[] moments(FluidFields fields) {
    double[] sum = new double[2];
    for (int at = 0; at < fields.cells * MIXTURE.size(); at++) {
      int i = at % MIXTURE.size();
      double c = MIXTURE.concentration(i) + EPS * fields.concentrationDeviation[at];
      double u = fields.velocity[3 * at];
      sum[0] += MIXTURE.mass(i) * c * u / fields.cells;
      sum[1] += MIXTURE.mass(i) * c * u * u / fields.cells;
    }
    return sum;
  }

  /**
   * ||pi_T f^in|| is what was asked for, whatever the waves are: in their own direction where they
   * have one, in that of the energy where they have none. The rest has the size asked for.
   */
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1, 0, 0", "1, 1, 0", "1, 0, 1", "0, 2, 0", "-1, 0, 0"})
  void hasTheNormAskedFor(int n, int l, int k) {
    List<PerturbationWave> waves =
        n < 0 ? List.of() : List.of(wave(1, k, n, l, 3), wave(0, 1, 1, 1, 0.5));
    OptionalDouble size = n < 0 ? OptionalDouble.empty() : OptionalDouble.of(0.25);
    InitialPerturbation given = new InitialPerturbation.Given(size, OptionalDouble.of(0.02), waves);
    States states = new States();
    RunResult result =
        new Run(assembly(given), EPS)
            .execute(List.of(), ProgressListener.silent(), Cancellation.never(), states);
    assertEquals(0.02, result.variable("perturbation/equilibrium").value(), 1e-16);
    // orthogonal parts: of the constant one ||f||^2 is twice in the norm of H^1_eps, and eps^2 of
    // its v-gradient, whose square is m_i (2n + l + 3) times that of a mode
    double norm = Math.pow(result.variable("perturbation/norm/H1eps").value(), 2);
    boolean mass = n == 0 && l == 0;
    double energy = 0;
    for (int i = 0; i < 3; i++) {
      energy += 5 * MIXTURE.mass(i) * MIXTURE.concentration(i) / MIXTURE.totalConcentration();
    }
    double constant = 0.02 * 0.02 * (2 + EPS * EPS * (mass ? 3 * MIXTURE.mass(1) : energy));
    double expected = constant + (n < 0 ? 0 : 0.25 * 0.25);
    boolean minusEnergy = n == 1 && l == 0 && k == 0; // psi_100 of one species
    if (!minusEnergy) { // else the v-gradients of the two parts are not orthogonal
      assertEquals(expected, norm, 1e-15);
    }
    // the direction; nothing of it changes, so a state after one step tells it
    States none = new States();
    new Run(assembly(InitialPerturbation.none()), EPS)
        .execute(List.of(), ProgressListener.silent(), Cancellation.never(), none);
    double[] with = equilibrium(states.kinetic.get(0));
    double[] without = equilibrium(none.kinetic.get(0));
    double[] direction = new double[with.length];
    direction[mass ? 1 : 4] = minusEnergy ? -0.02 : 0.02;
    for (int a = 0; a < with.length; a++) {
      assertEquals(direction[a], with[a] - without[a], 1e-16, "invariant " + a);
    }
  }

  @Test
  void whatCannotBeScaledIsRefused() {
    InitialPerturbation mass =
        new InitialPerturbation.Given(
            OptionalDouble.of(0.1), OptionalDouble.empty(), List.of(wave(0, 0, 0, 0, 1)));
    InitialPerturbation cancelled =
        new InitialPerturbation.Given(
            OptionalDouble.of(0.1),
            OptionalDouble.empty(),
            List.of(wave(0, 1, 1, 1, 1), wave(0, 1, 1, 1, -1)));
    for (InitialPerturbation wrong : List.of(mass, cancelled)) {
      String message = refused(wrong);
      assertTrue(message.contains("size 0.1"), message);
    }
    assertTrue(
        refused(new InitialPerturbation.Given(List.of(wave(3, 0, 0, 2, 1)))).contains("0 to 2"));
    assertTrue(
        refused(new InitialPerturbation.Given(List.of(wave(0, 0, 3, 2, 1)))).contains("(3, 2, 0)"));
    assertTrue(
        refused(new InitialPerturbation.Given(List.of(wave(0, 6, 0, 2, 1)))).contains("12 points"));
  }

  private static String refused(InitialPerturbation wrong) {
    return assertThrows(
            IllegalArgumentException.class,
            () ->
                new Run(assembly(wrong), EPS)
                    .execute(List.of(), ProgressListener.silent(), Cancellation.never()))
        .getMessage();
  }
}
