package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.FluidDerivatives;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kinetic.SourceTerm;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** Lemma 3.7: Maxwell-Stefan in a slab, two hard-sphere gases. */
class SourceConstantsTest {

  private static final int DEGREE = 6;
  private static final double DELTA = 0.05;
  private static final Torus TORUS = new Torus(1, 16);
  private static BurnettCollision operator;

  @BeforeAll
  static void build() {
    operator = TwoGases.collision(1, DEGREE);
  }

  private static FluidDerivatives fluid(double eps) {
    FluidEquation equation =
        new MaxwellStefan()
            .equation(
                new FluidSetting(
                    Gas.of(TwoGases.MIXTURE, TwoGases.kernel(1)),
                    TORUS,
                    eps,
                    List.of(
                        new ConcentrationWave(0, List.of(1), 0.03, 0.01),
                        new ConcentrationWave(1, List.of(1), -0.03, -0.01)),
                    List.of()));
    FluidDerivatives fluid = new FluidDerivatives(equation, TORUS, 2);
    fluid.evaluate(0, equation.initialState());
    return fluid;
  }

  private static SourceConstants at(double eps) {
    return new SourceConstants(operator, fluid(eps), TORUS, 1, eps, DELTA);
  }

  private static double[] all(double eps) {
    SourceConstants constants = at(eps);
    return new double[] {
      constants.velocity(1),
      constants.velocity(2),
      constants.mixed(0, 1),
      constants.commutator(0),
      constants.spatial().fluid(),
      constants.spatial().microscopic(),
      constants.spatial(0).fluid(),
      constants.spatial(0).microscopic()
    };
  }

  /**
   * Bounded over eps from 1 to 1e-6: they fall from eps = 1, where d_t u counts, to a limit, at
   * second order in eps, since u is of the order eps without drift. For the same reason the limit
   * of the fluid parts is 0.
   */
  @Test
  void theConstantsAreBoundedInEpsilon() {
    double[] limit = all(1e-6);
    double[] before = all(1);
    for (double eps : new double[] {0.1, 0.02, 0.01, 1e-4}) {
      double[] now = all(eps);
      for (int k = 0; k < now.length; k++) {
        assertTrue(now[k] < before[k] && now[k] >= limit[k], "constant " + k + " at " + eps);
        if (eps == 0.01) { // after 0.02
          double slope = Math.log((before[k] - limit[k]) / (now[k] - limit[k])) / Math.log(2);
          assertEquals(2, slope, 0.02, "constant " + k);
        }
      }
      before = now;
    }
    for (int k = 0; k < limit.length; k++) {
      boolean fluidPart = k == 4 || k == 6;
      assertTrue(fluidPart ? limit[k] < 1e-8 : limit[k] > 0.1, "constant " + k + ": " + limit[k]);
    }
  }

  /**
   * (3.11) with f = S and (3.13) with its own maximiser, cell by cell: attained, never exceeded.
   */
  @Test
  void theConstantsAreAttained() {
    double eps = 0.2;
    double eta4 = 0.7;
    double eta5 = 0.3;
    SourceConstants constants = at(eps);
    int size = operator.space().size();
    double[] source = new double[TORUS.cells() * size];
    new SourceTerm(operator, eps).evaluate(fluid(eps), source);
    SimpleMatrix phi = DerivativeMatrices.invariants(operator.space());
    SimpleMatrix project = phi.mult(phi.transpose());
    SimpleMatrix micro = SimpleMatrix.identity(size).minus(project);
    SimpleMatrix weight = new DerivativeMatrices(operator.space(), 1).weight();
    SimpleMatrix form =
        project.scale(eta4).plus(micro.mult(weight).mult(micro).scale(eta5 / (eps * eps)));
    SimpleMatrix inverse = form.invert();
    double bound = DELTA * DELTA * constants.spatial().constant(eta4, eta5) / (eta4 * eta5);
    Random random = new Random(3);
    for (int trial = 0; trial <= 20; trial++) {
      double gap = bound;
      for (int cell = 0; cell < TORUS.cells(); cell++) {
        SimpleMatrix s =
            new SimpleMatrix(java.util.Arrays.copyOfRange(source, cell * size, (cell + 1) * size));
        SimpleMatrix best = inverse.mult(s).scale(0.5);
        SimpleMatrix f =
            trial == 0 ? best : best.plus(TwoGases.random(random, size).scale(0.1 * trial));
        gap += (TwoGases.form(form, f) - s.dot(f)) / TORUS.cells();
      }
      if (trial == 0) {
        assertEquals(0, gap, 1e-10 * bound);
      } else {
        assertTrue(gap > 0);
      }
    }
  }

  /** (3.11), beta = e_0: no f of degree K violates it, the maximiser of a cell attains it. */
  @Test
  void theVelocityConstantIsAttained() {
    double eps = 0.2;
    double eta = 0.6;
    int size = operator.space().size();
    double[] source = new double[TORUS.cells() * size];
    new SourceTerm(operator, eps).evaluate(fluid(eps), source);
    DerivativeMatrices forms = new DerivativeMatrices(operator.space(), 1);
    SimpleMatrix plain = forms.plain(1);
    SimpleMatrix weighted = forms.weighted(1).scale(eta / (eps * eps));
    double bound = DELTA * DELTA * at(eps).velocity(1) / eta;
    double sum = 0;
    for (int cell = 0; cell < TORUS.cells(); cell++) {
      SimpleMatrix s =
          plain.mult(
              new SimpleMatrix(
                  java.util.Arrays.copyOfRange(source, cell * size, (cell + 1) * size)));
      SimpleMatrix best = weighted.invert().mult(s).scale(0.5);
      sum += (s.dot(best) - TwoGases.form(weighted, best)) / TORUS.cells();
    }
    assertEquals(bound, sum, 1e-9 * bound);
  }

  /** C_alpha of (3.13) grows with eta_4 and eta_5: as printed, no constant serves all of them. */
  @Test
  void thePrintedThirdEstimateNeedsBoundedParameters() {
    SourceConstants.Spatial spatial = at(0.1).spatial();
    assertEquals(
        100 * spatial.constant(1, 1), spatial.constant(100, 100), 1e-12 * spatial.constant(1, 1));
    assertEquals(spatial.fluid() + spatial.microscopic(), spatial.constant(1, 1), 0);
    assertTrue(spatial.constant(0.3, 0.9) < spatial.constant(1, 1));
  }

  /** With a drift u-bar the fluid part of the source is of order one: C^(1) has a limit > 0. */
  @Test
  void aDriftGivesTheFluidPartALimit() {
    Torus plane = new Torus(2, 8);
    BurnettCollision planar =
        new BurnettCollision(
            new BurnettSpace(TwoGases.MIXTURE, 3, AxialSymmetry.PLANAR),
            TwoGases.kernel(1),
            TableCache.none());
    double[] fluid = new double[4];
    double[] eps = {1e-6, 0.02, 0.01, 1};
    for (int k = 0; k < 4; k++) {
      FluidEquation equation =
          new MaxwellStefan()
              .equation(
                  new FluidSetting(
                      Gas.of(TwoGases.MIXTURE, TwoGases.kernel(1)),
                      plane,
                      eps[k],
                      List.of(
                          new ConcentrationWave(0, List.of(1, 0), 0.03, 0),
                          new ConcentrationWave(1, List.of(1, 0), -0.03, 0)),
                      DriftFlows.taylorGreen(2, 1, 0.1)));
      FluidDerivatives derivatives = new FluidDerivatives(equation, plane, 2);
      derivatives.evaluate(0, equation.initialState());
      fluid[k] = new SourceConstants(planar, derivatives, plane, 1, eps[k], 0.1).spatial().fluid();
    }
    assertTrue(fluid[0] > 0.01, "limit " + fluid[0]);
    assertTrue(fluid[3] < 100 * fluid[0], "bounded: " + fluid[3]);
    double slope = Math.log((fluid[1] - fluid[0]) / (fluid[2] - fluid[0])) / Math.log(2);
    assertTrue(slope > 0.9, "slope " + slope);
  }

  /** The rows of the table are these constants, with C^T of the drift. */
  @Test
  void theTableHoldsThem() {
    SourceConstants constants = at(0.1);
    MeanDrift drift = new MeanDrift(new double[] {0, 0, 0.03, 0, 0, 0.04});
    LemmaConstants table = LemmaConstants.ofFluid(constants, DEGREE, drift, DELTA);
    assertEquals(constants.velocity(1), table.get("C_{0,e_0}").value());
    assertEquals(DEGREE - 1, table.get("C_{e_0,0}").degree());
    assertEquals(constants.spatial().constant(1, 1), table.get("C_0").value());
    assertEquals(1, table.get("C^T").value(), 1e-12);
  }

  @Test
  void refusesNonsense() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SourceConstants(operator, fluid(0.1), TORUS, 1, 0.1, 0));
    SourceConstants constants = at(0.1);
    assertThrows(IllegalArgumentException.class, () -> constants.velocity(0));
    assertThrows(IllegalArgumentException.class, () -> constants.spatial(1));
  }
}
