package org.knudsen.kinetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.OperatorsAboutMaxwellian;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidFields;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.Frozen;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.time.Allocation;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;

/** (1.11) solved as itself: its terms, and its f against that of the deviation form. */
class PerturbedEquationTest {

  private static final BurnettCollision HARD = TwoForms.operator(TwoForms.PAIR, 5, 1, 1);
  private static final BurnettCollision FINE = TwoForms.operator(TwoForms.PAIR, 7, 1, 1);
  private static final BurnettCollision MAXWELL = TwoForms.operator(TwoForms.TRIPLE, 5, 0, 1);
  private static final double END = 0.05;

  private static TwoForms slab(BurnettCollision operator, FluidLimit limit, int points) {
    double gamma = operator == MAXWELL ? 0 : 1;
    return TwoForms.of(operator, gamma, limit, new Torus(1, points), List.of());
  }

  static Stream<Arguments> problems() {
    Stream.Builder<Arguments> cases = Stream.builder();
    for (double eps : new double[] {0.5, 0.1, 0.05}) {
      // where the step resolves the relaxation, and the error is far above round-off
      int steps = eps == 0.5 ? 4 : eps == 0.1 ? 32 : 64;
      cases.add(Arguments.of("hard spheres", slab(HARD, new MaxwellStefan(), 12), eps, steps));
      cases.add(Arguments.of("hard spheres", slab(HARD, new Fick(), 12), eps, steps));
      cases.add(
          Arguments.of("Maxwell molecules", slab(MAXWELL, new MaxwellStefan(), 12), eps, steps));
    }
    return cases.build();
  }

  /**
   * The two forms have the same f up to the integrator: what is left of their difference, less its
   * value at a small step, falls with the order of the scheme.
   */
  @ParameterizedTest(name = "{0}, eps = {2}")
  @MethodSource("problems")
  void bothFormsHaveTheSamePerturbation(String kernel, TwoForms forms, double eps, int steps) {
    double[] floor = forms.difference(eps, Schemes.etdRk4(), END, eps == 0.5 ? 32 : 4 * steps);
    // truncation, beside an f of norm 0.02 to 0.3; a wrong term of S^eps or L^eps would be that
    // large
    assertEquals(0, TwoForms.norm(floor), eps == 0.5 ? 1e-6 : 1e-9);
    requireOrder(forms, eps, Schemes.ars222(), END, steps, floor);
    requireOrder(forms, eps, Schemes.ars443(), END, steps, floor);
    // its error is at round-off with the steps of the others
    requireOrder(forms, eps, Schemes.etdRk4(), END, eps == 0.5 ? steps : steps / 4, floor);
  }

  private static void requireOrder(
      TwoForms forms, double eps, TimeIntegrator scheme, double end, int steps, double[] floor) {
    double[] error = new double[3];
    for (int level = 0; level < 3; level++) {
      double[] difference = forms.difference(eps, scheme, end, steps << level);
      for (int a = 0; a < floor.length; a++) {
        difference[a] -= floor[a];
      }
      error[level] = TwoForms.norm(difference);
    }
    double order = Math.log(error[1] / error[2]) / Math.log(2);
    // the trend to the asymptotic order is monotone; Richardson's step takes its leading part away
    double trend = 2 * order - Math.log(error[0] / error[1]) / Math.log(2);
    assertEquals(scheme.order(), trend, 0.06 * scheme.order(), scheme.name() + ": " + order);
  }

  /**
   * The floor is truncation. In velocity: M^eps beyond degree K, which S^eps has and the deviation
   * form has not, a factor eps |u| and sqrt(eps |theta|) a degree. In space: M^eps and its
   * transport beyond the waves kept, a power of the amplitude 0.1 a wave.
   */
  @Test
  void theFloorIsTruncation() {
    double before = Double.POSITIVE_INFINITY;
    for (int degree : new int[] {4, 5, 6}) {
      BurnettCollision operator = TwoForms.operator(TwoForms.PAIR, degree, 1, 1);
      double floor =
          TwoForms.norm(
              slab(operator, new MaxwellStefan(), 20).difference(0.5, Schemes.etdRk4(), END, 16));
      assertTrue(floor < 0.1 * before, degree + ": " + floor + " after " + before);
      before = floor;
    }
    before = Double.POSITIVE_INFINITY;
    for (int points : new int[] {8, 12}) {
      double floor =
          TwoForms.norm(
              slab(FINE, new MaxwellStefan(), points).difference(0.5, Schemes.etdRk4(), END, 16));
      assertTrue(floor < 0.01 * before, points + ": " + floor + " after " + before);
      before = floor;
    }
  }

  /** On T^2, stirred by a vortex, also by one that swings: S^eps has d_t u-bar then. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 10})
  void bothFormsHaveTheSamePerturbationInAPlaneWithDrift(double frequency) {
    BurnettCollision operator = TwoForms.operator(TwoForms.PAIR, 3, 1, 2);
    TwoForms forms =
        TwoForms.of(
            operator,
            1,
            new MaxwellStefan(),
            new Torus(2, 8),
            DriftFlows.taylorGreen(2, 1, 0.2).stream()
                .map(wave -> wave.swinging(frequency, frequency / 20))
                .toList());
    double[] floor = forms.difference(0.1, Schemes.etdRk4(), END / 2, 32);
    // truncation at degree 3, (eps u)^4 / eps; d_t u-bar is of size 10
    assertEquals(0, TwoForms.norm(floor), 1e-6);
    requireOrder(forms, 0.1, Schemes.ars222(), END / 2, 8, floor);
  }

  /** In full space, along the third axis, f is that of the slab. */
  @Test
  void slabDataInThreeDimensionsHaveTheSlabsPerturbation() {
    int points = 5;
    TwoForms slab = slab(TwoForms.operator(TwoForms.PAIR, 3, 1, 1), new Fick(), points);
    TwoForms space =
        new TwoForms(
            TwoForms.operator(TwoForms.PAIR, 3, 1, 3),
            slab.kernel(),
            slab.limit(),
            new Torus(3, points),
            List.of(
                new ConcentrationWave(0, List.of(0, 0, 1), 0.1, 0),
                new ConcentrationWave(1, List.of(0, 0, 1), -0.1, 0)),
            List.of());
    double[] size = new double[2];
    for (int which = 0; which < 2; which++) {
      PerturbedEquation equation = (which == 0 ? slab : space).perturbed(0.2);
      double[] y = equation.initialState();
      TimeIntegrator.Stepper stepper = Schemes.ars443().stepper(equation, 0.01);
      for (int step = 0; step < 2; step++) {
        stepper.step(step * 0.01, y);
      }
      double[] f = new double[equation.layout().size()];
      equation.perturbation(y, f);
      size[which] = TwoForms.norm(f);
    }
    assertTrue(size[0] > 1e-3, "size " + size[0]);
    assertEquals(size[0], size[1], 1e-12 * size[0]);
  }

  /** The series in creation operators is the expansion that the velocity space offers. */
  @Test
  void maxwellianIsThatOfTheDeviationForm() {
    double eps = 0.3;
    TwoForms forms = slab(HARD, new Fick(), 9);
    PerturbedEquation equation = forms.perturbed(eps);
    double[] y = equation.initialState();
    y[new FourierModes(forms.torus()).offset(1, 2)] += 0.1; // theta = -0.2 cos
    double[] got = new double[equation.layout().size()];
    equation.maxwellian(0, y, got);
    FluidFields fields = new FluidFields(9, 2);
    equation.fluid().fields(0, Arrays.copyOf(y, equation.fluid().size()), fields);
    assertTrue(Arrays.stream(fields.temperatureDeviation).max().orElseThrow() > 0.1);
    double[] expected = new double[got.length];
    new LocalMaxwellianField(HARD.space(), forms.torus(), eps).state(fields, expected);
    assertArrayEquals(expected, got, 1e-15); // of 0.2
  }

  /** N less S^eps and Q(f, f) / eps is L^eps - L of (1.12), here cell by cell as a matrix. */
  @Test
  void linearTermsAreThoseAboutTheMovingMaxwellian() {
    double eps = 0.4;
    int points = 9; // odd: the modes kept interpolate all cells
    TwoForms forms = slab(HARD, new MaxwellStefan(), points);
    PerturbedEquation equation = forms.perturbed(eps);
    int size = HARD.space().size();
    double[] f = new double[equation.layout().size()];
    double[] one = new Random(5).doubles(size, -1, 1).toArray();
    System.arraycopy(one, 0, f, 0, size); // uniform, in coordinates
    double[] with = nonlinear(equation, equation.initialState(f));
    double[] without = nonlinear(equation, equation.initialState(new double[f.length]));
    double[] quadratic = new double[f.length];
    new CollisionTerm(HARD, equation.layout()).quadratic(eps, f, quadratic);
    double[] linear = new double[f.length];
    for (int a = 0; a < f.length; a++) {
      linear[a] = with[a] - without[a] - quadratic[a];
    }
    KineticState cells =
        new KineticState(
            HARD.space(), new RealFourier(new FourierModes(forms.torus()), points, size));
    double[] field = new double[points * size];
    double[] distribution = new double[points * size];
    cells.toField(linear, field);
    cells.toField(f, distribution);
    FluidFields fluid = new FluidFields(points, 2);
    equation.fluid().fields(0, equation.fluid().initialState(), fluid);
    double[] still = HARD.linearized();
    double largest = Arrays.stream(field).map(Math::abs).max().orElseThrow();
    assertTrue(largest > 0.1, "of " + largest);
    for (int cell : new int[] {1, 4}) {
      double[] moving =
          new OperatorsAboutMaxwellian(HARD, background(fluid, cell, eps)).linearized();
      for (int row = 0; row < size; row++) {
        double expected = 0;
        for (int a = 0; a < size; a++) {
          expected +=
              (moving[row * size + a] - still[row * size + a])
                  * distribution[cell * size + a]
                  / (eps * eps);
        }
        // invariants are zero to round-off in the matrix; sums of 32 terms
        assertEquals(expected, field[cell * size + row], 1e-13 * largest);
      }
    }
  }

  private static LocalMaxwellian background(FluidFields fluid, int cell, double eps) {
    double[] concentration = new double[2];
    double[] centre = new double[6];
    for (int i = 0; i < 2; i++) {
      int at = cell * 2 + i;
      concentration[i] = TwoForms.PAIR.concentration(i) + eps * fluid.concentrationDeviation[at];
      for (int axis = 0; axis < 3; axis++) {
        centre[3 * i + axis] = eps * fluid.velocity[3 * at + axis];
      }
    }
    return LocalMaxwellian.of(TwoForms.PAIR, concentration, centre);
  }

  private static double[] nonlinear(PerturbedEquation equation, double[] y) {
    double[] out = new double[y.length];
    equation.nonlinear(0, y, out);
    return Arrays.copyOfRange(out, equation.fluid().size(), out.length);
  }

  /** With p = f the frozen form is the equation itself; it is affine in f, and in p. */
  @Test
  void theFrozenFormIsBilinearAndMeetsTheEquation() {
    PerturbedEquation equation = slab(HARD, new Fick(), 8).perturbed(0.2);
    Random random = new Random(8);
    double[] f = random.doubles(equation.layout().size(), -1, 1).toArray();
    double[] p = random.doubles(f.length, -1, 1).toArray();
    double[] zero = new double[f.length];
    double[] whole = nonlinear(equation, equation.initialState(f));
    double largest = Arrays.stream(whole).map(Math::abs).max().orElseThrow();
    assertArrayEquals(whole, frozen(equation, f, f), 1e-13 * largest);
    double[] twice = Arrays.stream(f).map(x -> 2 * x).toArray();
    double[] sourceOnly = frozen(equation, p, zero);
    double[] once = frozen(equation, p, f);
    double[] doubled = frozen(equation, p, twice);
    double[] swapped = frozen(equation, f, p);
    double[] linearF = frozen(equation, zero, f);
    double[] linearP = frozen(equation, zero, p);
    for (int a = 0; a < f.length; a++) {
      assertEquals(2 * once[a], doubled[a] + sourceOnly[a], 1e-13 * largest, "affine in f");
      // (Q(p, f) + Q(f, p)) / 2 alone is symmetric
      assertEquals(once[a] - linearF[a], swapped[a] - linearP[a], 1e-13 * largest, "symmetric");
    }
  }

  private static double[] frozen(PerturbedEquation equation, double[] p, double[] f) {
    double[] out = new double[equation.size()];
    equation.frozen(0, equation.initialState(f), p, out);
    return Arrays.copyOfRange(out, equation.fluid().size(), out.length);
  }

  /**
   * (3.8) decides which Q(g, h) is meant. With g in the first species and h in the second, Q(g, h)
   * as printed is Q_12(g_1, h_2) in the first species and nothing in the second: it has momentum.
   * The symmetric form has none.
   */
  @Test
  void onlyTheSymmetricBilinearFormConservesMomentum() {
    int size = HARD.space().size();
    int modes = HARD.space().modes();
    double[] g = new double[size];
    double[] h = new double[size];
    g[HARD.space().burnettModes().index(0, 0, 0)] = 1; // g_1 = mu_1: Q_11(g, g) = 0
    h[modes + HARD.space().burnettModes().index(0, 1, 0)] = 1; // h_2: moves
    double[] both = new double[size];
    double[] square = new double[size];
    double[] alone = new double[size];
    for (int a = 0; a < size; a++) {
      both[a] = g[a] + h[a];
    }
    HARD.quadratic().apply(both, square, 0, 1);
    HARD.quadratic().apply(h, alone, 0, 1);
    double[] printed = new double[size]; // Q(g, h): species 1 of Q(g + h, g + h)
    System.arraycopy(square, 0, printed, 0, modes);
    double[] symmetric = new double[size]; // Q(g, h) + Q(h, g), as Q(g, g) = 0
    for (int a = 0; a < size; a++) {
      symmetric[a] = square[a] - alone[a];
    }
    double[] invariants = HARD.space().invariants();
    double ofPrinted = 0;
    double ofSymmetric = 0;
    for (int a = 0; a < size; a++) {
      ofPrinted += invariants[2 * size + a] * printed[a];
      ofSymmetric += invariants[2 * size + a] * symmetric[a];
    }
    assertEquals(0, ofSymmetric, 1e-15);
    assertTrue(Math.abs(ofPrinted) > 0.1, "momentum of Q(g, h) is " + ofPrinted);
  }

  /** Beside the frozen equilibrium (1.11) is (1.6), and f^in what the run begins from. */
  @Test
  void besideTheFrozenEquilibriumItIsTheDeviationForm() {
    TwoForms forms = slab(HARD, new Frozen(), 8);
    PerturbedEquation equation = forms.perturbed(0.1);
    assertEquals(equation.layout().size(), equation.size());
    double[] y = equation.initialState();
    double[] begin = new double[y.length];
    slab(HARD, new MaxwellStefan(), 8)
        .perturbed(0.1)
        .maxwellian(0, slab(HARD, new MaxwellStefan(), 8).perturbed(0.1).initialState(), begin);
    assertArrayEquals(begin, y, 1e-16);
    double[] difference = forms.difference(0.1, Schemes.ars443(), END, 8);
    assertEquals(0, TwoForms.norm(difference), 1e-13 * TwoForms.norm(y)); // Q(mu, mu) / eps^3
  }

  @Test
  void steppingAllocatesNothing() {
    PerturbedEquation equation = slab(HARD, new Fick(), 12).perturbed(0.1);
    double[] y = equation.initialState();
    TimeIntegrator.Stepper stepper = Schemes.ars222().stepper(equation, 1e-3);
    assertEquals(0, Allocation.of(() -> stepper.step(0, y), 50));
  }

  @Test
  void refusesWrongStates() {
    PerturbedEquation equation = slab(HARD, new Fick(), 8).perturbed(0.1);
    String message =
        assertThrows(IllegalArgumentException.class, () -> equation.initialState(new double[3]))
            .getMessage();
    assertTrue(message.contains("3") && message.contains("" + equation.layout().size()), message);
    assertThrows(
        IllegalArgumentException.class,
        () -> new PerturbedEquation(HARD, new Torus(1, 8), 0, equation.fluid()));
  }
}
