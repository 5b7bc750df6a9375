package org.knudsen.velocity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarmonicRotationTest {

  private static final int ORDER = 16;

  @ParameterizedTest
  @CsvSource({
    "1,0,0",
    "-1,0,0",
    "0,1,0",
    "0,0,-1",
    "0.6,0.8,0",
    "-0.48,0.6,0.64",
    "0.36,-0.48,0.8"
  })
  void rotatedHarmonicsAreTheHarmonicsOfRotatedPoints(double k0, double k1, double k2) {
    HarmonicRotation rotation = HarmonicRotation.toDirection(ORDER, k0, k1, k2);
    double[] at = new double[(ORDER + 1) * (ORDER + 1)];
    double[] rotated = new double[at.length];
    Random random = new Random(5);
    for (int point = 0; point < 20; point++) {
      double[] x = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double norm = Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
      double[] y = new double[3];
      int[] harmonic = {0, 1, -1};
      for (int row = 0; row < 3; row++) {
        x[row] /= norm;
      }
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          y[row] += rotation.get(1, harmonic[row], harmonic[column]) * x[column];
        }
      }
      RealHarmonics.values(ORDER, x[0], x[1], x[2], at);
      RealHarmonics.values(ORDER, y[0], y[1], y[2], rotated);
      for (int l = 0; l <= ORDER; l++) {
        for (int m = -l; m <= l; m++) {
          double sum = 0;
          for (int p = -l; p <= l; p++) {
            sum += rotation.get(l, m, p) * at[l * l + l + p];
          }
          // values up to sqrt((2l+1)/4pi) ~ 1.6; the recursion adds a few units of round-off an
          // order
          assertEquals(rotated[l * l + l + m], sum, 2e-14);
        }
      }
    }
  }

  @Test
  void axisZeroGoesToTheDirection() {
    HarmonicRotation rotation = HarmonicRotation.toDirection(1, 2 / 3.0, -1 / 3.0, 2 / 3.0);
    assertEquals(2 / 3.0, rotation.get(1, 0, 0), 1e-15);
    assertEquals(-1 / 3.0, rotation.get(1, 1, 0), 1e-15);
    assertEquals(2 / 3.0, rotation.get(1, -1, 0), 1e-15);
  }
}
