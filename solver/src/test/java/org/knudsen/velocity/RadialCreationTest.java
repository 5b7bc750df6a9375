package org.knudsen.velocity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

class RadialCreationTest {

  /** In full space all three a_k^+ are there to be squared. */
  @Test
  void isTheSumOfTheSquares() {
    BurnettModes modes = new BurnettModes(5, AxialSymmetry.FULL);
    double[] f = new Random(3).doubles(modes.count(), -1, 1).toArray();
    double[] expected = new double[f.length];
    for (int axis = 0; axis < 3; axis++) {
      CreationOperator raise = new CreationOperator(modes, axis);
      double[] once = new double[f.length];
      raise.add(1, f, 0, once, 0);
      raise.add(1, once, 0, expected, 0);
    }
    double[] got = new double[f.length];
    new RadialCreation(modes).add(1, f, 0, got, 0);
    assertArrayEquals(expected, got, 1e-13); // sums of ten terms of size 30
  }

  /** Against the closed form of a heated Maxwellian. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, 1e-6})
  void widensAGaussian(double eps) {
    BurnettSpace space =
        new BurnettSpace(Mixture.of(new Species("a", 2, 0.3)), 8, AxialSymmetry.SLAB);
    double theta = -0.4;
    double[] expected = new double[space.modes()];
    space.deviation(0, eps, 0, 0, 0, 0, theta, expected, 0);
    double[] got = new double[space.modes()];
    new RadialCreation(space.burnettModes()).widening(eps, theta, got, 0);
    for (int a = 0; a < got.length; a++) {
      got[a] *= Math.sqrt(0.3);
    }
    assertArrayEquals(expected, got, 1e-16); // of 0.3
  }
}
