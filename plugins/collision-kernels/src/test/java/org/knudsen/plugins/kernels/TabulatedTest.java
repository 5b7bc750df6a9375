package org.knudsen.plugins.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.ParameterException;
import org.knudsen.plugin.ParameterValues;

class TabulatedTest {

  private static final Mixture TWO =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));

  private static final List<Object> FLAT = table(-1, 1, 1, 1);
  private static final List<Object> LINEAR = table(0, 0, 1, 1, 2, 2);

  private static List<Object> table(double... xy) {
    List<Object> rows = new ArrayList<>();
    for (int k = 0; k < xy.length; k += 2) {
      rows.add(List.of(xy[k], xy[k + 1]));
    }
    return rows;
  }

  private static CollisionKernel make(Map<String, ?> raw) {
    Tabulated provider = new Tabulated();
    return provider.create(TWO, ParameterValues.of(provider.parameters(), 2, raw));
  }

  @Test
  void aTableOfHardSpheresIsHardSpheres() {
    PairKernel pair = make(Map.of("b", FLAT, "Phi", LINEAR)).pair(0, 1);
    for (double g : new double[] {0, 0.3, 1, 1.9, 2, 2.1, 50}) {
      assertEquals(g, pair.at(g, 0.3), 1e-14 * g, "also beyond the table, as a power law");
    }
    assertArrayEquals(new Isotropic().deficits(20), pair.angular().deficits(20), 2e-14);
    assertArrayEquals(new double[] {1, 2}, pair.kinetic().breakpoints());
  }

  @Test
  void everyPairMayHaveItsOwnTables() {
    List<Object> steep = table(0, 0, 1, 3, 2, 6);
    CollisionKernel kernel =
        make(
            Map.of(
                "b", FLAT,
                "Phi", List.of(List.of(LINEAR, steep), List.of(steep, LINEAR)),
                "C", List.of(List.of(1, 10), List.of(10, 2))));
    assertEquals(0.5, kernel.pair(0, 0).at(0.5, 0), 1e-15);
    assertEquals(15, kernel.pair(0, 1).at(0.5, 0), 1e-14);
    assertEquals(15, kernel.pair(1, 0).at(0.5, 0), 1e-14);
    assertEquals(1, kernel.pair(1, 1).at(0.5, 0), 1e-15);
  }

  @Test
  void goesThroughItsRowsAndStaysBetweenThem() {
    double[][] rows = {{-1, 0}, {-0.9, 1e-9}, {-0.2, 5}, {0, 5}, {0.3, 0}, {0.31, 0}, {1, 2}};
    MonotoneCubic cubic = new MonotoneCubic(rows);
    for (int k = 0; k + 1 < rows.length; k++) {
      assertEquals(rows[k][1], cubic.at(rows[k][0]));
      double low = Math.min(rows[k][1], rows[k + 1][1]);
      double high = Math.max(rows[k][1], rows[k + 1][1]);
      for (int q = 0; q <= 1000; q++) {
        double x = Math.min(rows[k + 1][0], rows[k][0] + (rows[k + 1][0] - rows[k][0]) * q / 1000);
        double y = cubic.at(x);
        assertTrue(y >= low * (1 - 1e-15) && y <= high * (1 + 1e-15), "y(" + x + ") = " + y);
      }
    }
    assertEquals(2, cubic.at(1));
  }

  /**
   * Third order on a smooth monotone function, as Fritsch &amp; Butland's slopes allow at least.
   */
  @Test
  void interpolatesASmoothFunctionToItsOrder() {
    double coarse = error(20);
    double fine = error(40);
    double order = Math.log(coarse / fine) / Math.log(2);
    assertTrue(order > 2.9, "order " + order);
  }

  private static double error(int pieces) {
    double[][] rows = new double[pieces + 1][];
    for (int k = 0; k <= pieces; k++) {
      double x = 2.0 * k / pieces - 1;
      rows[k] = new double[] {x, Math.exp(x)};
    }
    MonotoneCubic cubic = new MonotoneCubic(rows);
    double worst = 0;
    for (int q = 0; q <= 1000; q++) {
      double x = 2.0 * q / 1000 - 1;
      worst = Math.max(worst, Math.abs(cubic.at(x) - Math.exp(x)));
    }
    return worst;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1,1, 0.5,1          | 0,0, 1,1, 2,2   | parameter b: found cos theta from -1.0 to 0.5; allowed: a table from -1 to 1",
        "-1,0, 1,0            | 0,0, 1,1, 2,2   | parameter b: found b = 0 in every row; allowed: some b > 0",
        "-1,1, 1,-1           | 0,0, 1,1, 2,2   | parameter b[1][1]: found -1.0; allowed: a list of at least two [x, y] rows, x strictly ascending, y >= 0, or a symmetric 2 x 2 matrix of such tables",
        "-1,1, -1,1           | 0,0, 1,1, 2,2   | parameter b[1][0]: found x = -1.0 after -1.0; allowed: a list of at least two [x, y] rows, x strictly ascending, y >= 0, or a symmetric 2 x 2 matrix of such tables",
        "-1,1, 1,1            | 0,0, 1,1        | parameter Phi: found 2 rows from g = 0.0 on; allowed: at least three rows, from g = 0 on",
        "-1,1, 1,1            | 1,1, 2,1, 3,1   | parameter Phi: found 3 rows from g = 1.0 on; allowed: at least three rows, from g = 0 on",
        "-1,1, 1,1            | 0,0, 1,0, 2,2   | parameter Phi: found Phi = 0.0 at g = 1.0; allowed: Phi > 0 for g > 0",
        "-1,1, 1,1            | 0,0, 1,1, 2,64  | parameter Phi: found last two rows that continue as g^6.0; allowed: an exponent in [-4, 4] beyond the table",
      })
  void refusesTablesThatMeanNothing(String b, String phi, String message) {
    Map<String, Object> raw = Map.of("b", parse(b), "Phi", parse(phi));
    ParameterException error = assertThrows(ParameterException.class, () -> make(raw));
    assertEquals(message, error.getMessage());
  }

  private static List<Object> parse(String text) {
    String[] numbers = text.trim().split("\\s*,\\s*");
    double[] xy = new double[numbers.length];
    for (int k = 0; k < xy.length; k++) {
      xy[k] = Double.parseDouble(numbers[k]);
    }
    return table(xy);
  }

  @Test
  void namesThePairWhoseTableIsWrong() {
    List<Object> bad = table(0, 0, 1, 1);
    List<Object> all = List.of(List.of(LINEAR, bad), List.of(bad, LINEAR));
    ParameterException error =
        assertThrows(ParameterException.class, () -> make(Map.of("b", FLAT, "Phi", all)));
    assertEquals(List.of("Phi", 0, 1), error.path());
  }
}
