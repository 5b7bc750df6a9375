package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SlopeFitTest {

  @Test
  void recoversAPowerLaw() {
    double[] eps = {0.2, 0.1, 0.05, 0.01};
    double[] distance = new double[eps.length];
    for (int p = 0; p < eps.length; p++) {
      distance[p] = 0.7 * Math.pow(eps[p], 1.5);
    }
    SlopeFit fit = SlopeFit.of(eps, distance);
    assertEquals(1.5, fit.slope(), 1e-14);
    assertEquals(0.7, fit.factor(), 1e-13);
    // exact data leave no scatter: 1e-8 is the square root of the round-off of a sum of squares
    assertEquals(0, fit.standardError(), 1e-7);
    assertEquals(4, fit.points());
  }

  @Test
  void aDistanceOfZeroHasNoLogarithm() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> SlopeFit.of(new double[] {0.1, 0.2}, new double[] {0, 1}))
            .getMessage();
    assertTrue(message.contains("0.1") && message.contains("0.0"), message);
  }
}
