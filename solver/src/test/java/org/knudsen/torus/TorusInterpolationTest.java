package org.knudsen.torus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorusInterpolationTest {

  @ParameterizedTest
  @ValueSource(ints = {5, 8})
  void isExactForTheModesOfTheGridAndGoesThroughAnyValues(int points) {
    Torus torus = new Torus(1, points);
    int largest = torus.largestWave();
    double[] weights = torus.interpolation(0.123);
    double sum = 0;
    for (int j = 0; j < points; j++) {
      sum += weights[j] * Math.cos(2 * Math.PI * largest * torus.coordinates()[j] + 0.4);
    }
    assertEquals(Math.cos(2 * Math.PI * largest * 0.123 + 0.4), sum, 1e-14);
    double[] atPoint = torus.interpolation(torus.coordinates()[2]);
    for (int j = 0; j < points; j++) {
      assertEquals(j == 2 ? 1 : 0, atPoint[j], 1e-14);
    }
  }
}
