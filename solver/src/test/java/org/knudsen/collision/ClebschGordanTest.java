package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clebsch-Gordan coefficients: tabulated values, unitarity, symmetries. */
class ClebschGordanTest {

  /** Particle Data Group, "Clebsch-Gordan coefficients": sign and square. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1, 2, 1",
    "1, 1, 1, 0, 2, 0.5",
    "1, 1, 1, 0, 1, 0.5",
    "1, 0, 1, 1, 1, -0.5",
    "1, 1, 1, -1, 2, 0.16666666666666667",
    "1, 1, 1, -1, 1, 0.5",
    "1, 1, 1, -1, 0, 0.33333333333333333",
    "1, 0, 1, 0, 2, 0.66666666666666667",
    "1, 0, 1, 0, 1, 0",
    "1, 0, 1, 0, 0, -0.33333333333333333",
    "2, 1, 1, -1, 1, 0.3",
    "2, 0, 1, 0, 1, -0.4",
    "2, 2, 1, -1, 1, 0.6",
    "2, 2, 1, -1, 2, 0.33333333333333333",
    "2, 1, 1, 0, 2, 0.16666666666666667",
    "2, 0, 1, 0, 3, 0.6",
    "2, 2, 2, -2, 0, 0.2",
    "2, 0, 2, 0, 4, 0.51428571428571429",
    "2, 0, 2, 0, 2, -0.28571428571428571",
    "2, 2, 2, -1, 1, 0.2",
    "2, 2, 2, -1, 3, 0.3",
    "2, 2, 2, -2, 2, 0.28571428571428571"
  })
  void tabulatedValues(int l1, int m1, int l2, int m2, int l, double signedSquare) {
    double exact = Math.signum(signedSquare) * Math.sqrt(Math.abs(signedSquare));
    assertEquals(exact, ClebschGordan.of(l1, m1, l2, m2, l), 1e-15);
  }

  /** sum over m1 of C(.. | l m) C(.. | l' m) = delta, l1, l2 &lt;= 20, so l up to 40. */
  @Test
  void unitaryToRoundOff() {
    int[][] orders = {{20, 20}, {20, 19}, {20, 7}, {13, 12}, {20, 1}, {6, 6}, {3, 5}};
    for (int[] pair : orders) {
      int l1 = pair[0];
      int l2 = pair[1];
      for (int m : new int[] {0, 1, -3, l1}) {
        int low = Math.max(Math.abs(l1 - l2), Math.abs(m));
        int count = l1 + l2 - low + 1;
        double[][] rows = new double[Math.max(count, 0)][2 * l1 + 1];
        for (int l = low; l <= l1 + l2; l++) {
          for (int m1 = -l1; m1 <= l1; m1++) {
            rows[l - low][m1 + l1] = ClebschGordan.of(l1, m1, l2, m - m1, l);
          }
        }
        for (int a = 0; a < count; a++) {
          for (int b = 0; b <= a; b++) {
            // each coefficient is one exact integer times a root of factorials: relative 1e-15
            assertEquals(a == b ? 1 : 0, TestKernels.dot(rows[a], rows[b]), 5e-15);
          }
        }
      }
    }
  }

  @Test
  void zerosIsTheCoefficientAtZero() {
    for (int l1 = 0; l1 <= 20; l1++) {
      for (int l2 = 0; l2 <= 20; l2++) {
        for (int l = 0; l <= 40; l++) {
          double exact = ClebschGordan.of(l1, 0, l2, 0, l);
          assertEquals(exact, ClebschGordan.zeros(l1, l2, l), 1e-14 * Math.abs(exact));
          assertEquals(exact != 0, ClebschGordan.couples(l1, l2, l), l1 + " " + l2 + " " + l);
        }
      }
    }
  }

  @Test
  void symmetries() {
    for (int l1 = 0; l1 <= 6; l1++) {
      for (int l2 = 0; l2 <= 6; l2++) {
        for (int l = Math.abs(l1 - l2); l <= l1 + l2; l++) {
          double sign = ((l1 + l2 - l) & 1) == 0 ? 1 : -1;
          for (int m1 = -l1; m1 <= l1; m1++) {
            for (int m2 = -l2; m2 <= l2; m2++) {
              double c = ClebschGordan.of(l1, m1, l2, m2, l);
              assertEquals(sign * c, ClebschGordan.of(l2, m2, l1, m1, l), 1e-15);
              assertEquals(sign * c, ClebschGordan.of(l1, -m1, l2, -m2, l), 1e-15);
              assertTrue(Math.abs(m1 + m2) <= l || c == 0);
            }
          }
        }
      }
    }
  }

  @Test
  void ordersBeyondDoubleFactorialsAreRefused() {
    for (Executable call :
        List.<Executable>of(
            () -> ClebschGordan.zeros(60, 60, 60), () -> ClebschGordan.of(60, 1, 60, 2, 60))) {
      Throwable e = assertThrows(IllegalArgumentException.class, call);
      assertEquals("angular momenta 60, 60, 60 sum to more than 169", e.getMessage());
    }
  }
}
