package org.knudsen.kinetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** A plane wave on T^2 or T^3 in any direction behaves as the same wave in a slab. */
class ObliqueWaveTest {

  private static final int DEGREE = 4;
  private static final double EPS = 0.2;
  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 1, 0.4), new Species("heavy", 4, 0.6));

  static Stream<Arguments> waves() {
    return Stream.of(
        Arguments.of(1, 8, List.of(1, 0), Schemes.ars443()),
        Arguments.of(1, 8, List.of(0, 1), Schemes.ars443()),
        Arguments.of(5, 21, List.of(3, -4), Schemes.ars443()),
        Arguments.of(1, 6, List.of(1, 0, 0), Schemes.ars222()),
        Arguments.of(1, 6, List.of(0, 0, 1), Schemes.etdRk4()),
        Arguments.of(3, 7, List.of(1, -2, 2), Schemes.ars443()),
        Arguments.of(3, 7, List.of(2, 1, -2), Schemes.etdRk4()));
  }

  /** Fourier coefficients of both concentrations at the mean, the wave and its double, if kept. */
  private static double[] run(int points, List<Integer> wave, TimeIntegrator scheme) {
    Torus torus = new Torus(wave.size(), points);
    BurnettSpace space =
        new BurnettSpace(MIXTURE, DEGREE, AxialSymmetry.ofDimension(torus.dimension()));
    CollisionKernel kernel =
        CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(0.25, 1), s -> 1 + s));
    KineticEquation equation =
        new KineticEquation(new BurnettCollision(space, kernel, TableCache.none()), torus, EPS);
    FourierModes modes = new FourierModes(torus);
    int size = space.size();
    double[] state = new double[equation.size()];
    int[] k = wave.stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < 2; i++) {
      // concentration is an even coordinate of its own: (0, 0, 0) of species i
      state[modes.offset(modes.indexOf(k), size) + i * space.modes()] = i == 0 ? 0.1 : -0.05;
    }
    TimeIntegrator.Stepper stepper = scheme.stepper(equation, 2e-3);
    for (int step = 0; step < 10; step++) {
      stepper.step(step * 2e-3, state);
    }
    double[] spectrum = new double[state.length];
    equation.layout().toSpectrum(state, spectrum);
    double[] found = new double[6];
    for (int multiple = 0; multiple <= 2; multiple++) {
      int[] at = wave.stream().mapToInt(Integer::intValue).toArray();
      boolean kept = true;
      for (int axis = 0; axis < at.length; axis++) {
        at[axis] *= multiple;
        kept &= Math.abs(at[axis]) <= torus.largestWave();
      }
      for (int i = 0; i < 2 && kept; i++) {
        found[2 * multiple + i] =
            spectrum[modes.offset(modes.indexOf(at), size) + i * space.modes()];
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("waves")
  void concentrationsAreThoseOfTheSlab(
      int slabWave, int points, List<Integer> wave, TimeIntegrator scheme) {
    double[] slab = run(points, List.of(slabWave), scheme);
    double[] oblique = run(points, wave, scheme);
    assertTrue(Math.abs(slab[2]) > 1e-4, "the wave is still there");
    for (int a = 0; a < slab.length; a++) {
      // round-off of rotations, transforms and solves over 10 steps, on amplitudes of 0.1
      assertEquals(slab[a], oblique[a], 1e-13);
    }
  }

  @Test
  void turningBackUndoesTheTurn() {
    for (AxialSymmetry symmetry : AxialSymmetry.values()) {
      FourierModes modes = new FourierModes(new Torus(symmetry.axes(), 5));
      BurnettSpace space = new BurnettSpace(MIXTURE, DEGREE, symmetry);
      WaveShells shells = new WaveShells(modes, space.burnettModes(), 2);
      double[] state = new java.util.Random(7).doubles(modes.size(space.size()), -1, 1).toArray();
      double[] turned = new double[state.length];
      double[] back = new double[state.length];
      shells.turn(state, turned);
      shells.turnBack(turned, back);
      for (int a = 0; a < state.length; a++) {
        // orthogonal matrices of order 2l + 1 <= 9
        assertEquals(state[a], back[a], 1e-14, symmetry.name());
      }
    }
  }
}
