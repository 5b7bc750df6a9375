package org.knudsen.kinetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/**
 * The kinetic equation under the schemes: order, stability as eps -> 0, conservation, allocation.
 */
class KineticStepTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));
  private static final BurnettCollision OPERATOR = operator(MIXTURE, 6);

  private static BurnettCollision operator(Mixture mixture, int degree) {
    CollisionKernel hardSpheres =
        new CollisionKernel() {
          @Override
          public int speciesCount() {
            return mixture.size();
          }

          @Override
          public PairKernel pair(int i, int j) {
            return new PairKernel(new PowerLaw(0.25, 1), s -> 1);
          }
        };
    return new BurnettCollision(
        new BurnettSpace(mixture, degree, AxialSymmetry.SLAB), hardSpheres, TableCache.none());
  }

  static TimeIntegrator[] unconditional() {
    return new TimeIntegrator[] {Schemes.ars222(), Schemes.ars443(), Schemes.etdRk4()};
  }

  /** c-tilde = +-amplitude cos(2 pi x), everything else at rest. */
  private static double[] start(KineticEquation equation, double amplitude) {
    KineticState layout = equation.layout();
    int size = OPERATOR.space().size();
    double[] field = new double[layout.cells() * size];
    double[] unit = new double[size];
    for (int cell = 0; cell < layout.cells(); cell++) {
      double wave = amplitude * Math.cos(2 * Math.PI * cell / layout.cells());
      for (int i = 0; i < 2; i++) {
        OPERATOR
            .space()
            .deviation(
                i,
                equation.knudsen(),
                i == 0 ? wave : -wave,
                0,
                0,
                0,
                unit,
                i * OPERATOR.space().modes());
      }
      System.arraycopy(unit, 0, field, cell * size, size);
    }
    double[] state = new double[equation.size()];
    layout.ofField(field, state);
    return state;
  }

  private static double[] integrate(
      TimeIntegrator scheme, KineticEquation equation, double end, int steps) {
    double[] state = start(equation, 0.1);
    TimeIntegrator.Stepper stepper = scheme.stepper(equation, end / steps);
    for (int step = 0; step < steps; step++) {
      stepper.step(step * end / steps, state);
    }
    return state;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  @ParameterizedTest
  @MethodSource("unconditional")
  void refinementShowsTheOrderOfTheSchemeAtModerateKnudsenNumber(TimeIntegrator scheme) {
    KineticEquation equation = new KineticEquation(OPERATOR, new Torus(1, 8), 0.5);
    double end = 0.05;
    int coarse = 32;
    double[] exact = integrate(Schemes.etdRk4(), equation, end, 1024);
    double first = distance(exact, integrate(scheme, equation, end, coarse));
    double second = distance(exact, integrate(scheme, equation, end, 2 * coarse));
    double third = distance(exact, integrate(scheme, equation, end, 4 * coarse));
    double order = Math.log(second / third) / Math.log(2);
    // the trend to the asymptotic order is monotone; Richardson's step takes its leading part away
    double trend = 2 * order - Math.log(first / second) / Math.log(2);
    assertEquals(scheme.order(), trend, 0.05 * scheme.order(), scheme.name() + ": " + order);
  }

  @ParameterizedTest
  @MethodSource("unconditional")
  void theSameStepServesEveryKnudsenNumber(TimeIntegrator scheme) {
    double end = 0.1;
    double[] previous = null;
    for (double eps : new double[] {1, 1e-2, 1e-4, 1e-6}) {
      KineticEquation equation = new KineticEquation(OPERATOR, new Torus(1, 8), eps);
      double[] begin = start(equation, 0.1);
      double[] state = integrate(scheme, equation, end, 20);
      double size = distance(state, new double[state.length]);
      // the deviation decays: no mode grows however small eps
      assertTrue(size < distance(begin, new double[begin.length]), scheme.name() + " eps " + eps);
      if (eps <= 1e-4 && previous != null && eps < 1e-4) {
        // h converges as eps -> 0 with O(eps): the flux modes are O(eps)
        assertEquals(0, distance(previous, state) / size, 1e-3, scheme.name());
      }
      previous = state;
    }
  }

  @ParameterizedTest
  @MethodSource("unconditional")
  void uniformPartsOfTheInvariantsAreConservedToTheLastBit(TimeIntegrator scheme) {
    KineticEquation equation = new KineticEquation(OPERATOR, new Torus(1, 8), 1e-6);
    double[] state = start(equation, 0.1);
    InvariantCoordinates coordinates = equation.layout().coordinates();
    for (int conserved : coordinates.conserved()) {
      state[conserved] = 0.1 + conserved; // a uniform shift of mass, momentum, energy
    }
    double[] begin = state.clone();
    TimeIntegrator.Stepper stepper = scheme.stepper(equation, 0.005);
    for (int step = 0; step < 50; step++) {
      stepper.step(step * 0.005, state);
    }
    for (int conserved : coordinates.conserved()) {
      assertEquals(begin[conserved], state[conserved], scheme.name());
    }
  }

  @Test
  void steppingAllocatesNothing() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    for (TimeIntegrator scheme : unconditional()) {
      KineticEquation equation = new KineticEquation(OPERATOR, new Torus(1, 8), 0.1);
      double[] state = start(equation, 0.1);
      TimeIntegrator.Stepper stepper = scheme.stepper(equation, 0.005);
      stepper.step(0, state);
      long before = threads.getThreadAllocatedBytes(self);
      for (int step = 1; step <= 10; step++) {
        stepper.step(step * 0.005, state);
      }
      long used = threads.getThreadAllocatedBytes(self) - before;
      // reading the counter itself allocates a few dozen bytes on some virtual machines
      assertTrue(used < 512, scheme.name() + " allocated " + used + " bytes in 10 steps");
    }
  }
}
