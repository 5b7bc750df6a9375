package org.knudsen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coefficients against the order conditions of the theory. */
class TableauTest {

  private static final double ROUND_OFF = 4e-15; // sums of up to 25 products of size 1 to 4

  @Test
  void implicitExplicitSchemesMeetAllConditionsWithCoupling() {
    check(((ImplicitExplicitRungeKutta) Schemes.ars222()).tableau());
    check(((ImplicitExplicitRungeKutta) Schemes.ars443()).tableau());
  }

  /**
   * Trees with two colours: each weight vector with each matrix (Ascher, Ruuth and Spiteri 1997;
   * Kennedy and Carpenter 2003). Equal row sums merge the two c.
   */
  private static void check(ImplicitExplicitTableau t) {
    assertTrue(t.stifflyAccurate());
    int s = t.stages();
    for (boolean w : new boolean[] {false, true}) {
      double sum = 0;
      double sumC = 0;
      double sumCC = 0;
      for (int i = 0; i < s; i++) {
        double b = w ? t.implicitWeights()[i] : t.explicitWeights()[i];
        sum += b;
        sumC += b * t.node(i);
        sumCC += b * t.node(i) * t.node(i);
      }
      assertEquals(1, sum, ROUND_OFF);
      assertEquals(1 / 2.0, sumC, ROUND_OFF);
      if (t.order() >= 3) {
        assertEquals(1 / 3.0, sumCC, ROUND_OFF);
        for (boolean m : new boolean[] {false, true}) {
          double tall = 0;
          for (int i = 0; i < s; i++) {
            for (int j = 0; j < s; j++) {
              tall +=
                  (w ? t.implicitWeights()[i] : t.explicitWeights()[i])
                      * (m ? t.implicit()[i][j] : t.explicit()[i][j])
                      * t.node(j);
            }
          }
          assertEquals(1 / 6.0, tall, ROUND_OFF);
        }
      }
    }
  }

  @Test
  void classicalConditionsOfTheExponentialSchemeAtZero() {
    ExponentialTableau t = ((ExponentialRungeKutta) Schemes.etdRk4()).tableau();
    int s = t.stages();
    double[] b = new double[s];
    double[][] a = new double[s][s];
    double[] c = new double[s];
    for (int i = 0; i < s; i++) {
      b[i] = coefficient(t, s, i, 0);
      c[i] = t.nodes().get(i);
      for (int j = 0; j < i; j++) {
        a[i][j] = coefficient(t, i, j, 0);
      }
    }
    double[] ac = times(a, c);
    double[] cc = times(c, c);
    assertEquals(1, dot(b, ones(s)), ROUND_OFF);
    assertEquals(1 / 2.0, dot(b, c), ROUND_OFF);
    assertEquals(1 / 3.0, dot(b, cc), ROUND_OFF);
    assertEquals(1 / 6.0, dot(b, ac), ROUND_OFF);
    assertEquals(1 / 4.0, dot(b, times(c, cc)), ROUND_OFF);
    assertEquals(1 / 8.0, dot(b, times(c, ac)), ROUND_OFF);
    assertEquals(1 / 12.0, dot(b, times(a, cc)), ROUND_OFF);
    assertEquals(1 / 24.0, dot(b, times(a, ac)), ROUND_OFF);
  }

  /**
   * Hochbruck and Ostermann (2005), table 2: conditions up to order three for every z, those of
   * order four at z = 0.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, -0.3, -2, -17, -1e3, -1e9})
  void stiffConditionsOfTheExponentialScheme(double z) {
    ExponentialTableau t = ((ExponentialRungeKutta) Schemes.etdRk4()).tableau();
    int s = t.stages();
    double[] sums = new double[4];
    double[] psi2 = new double[s];
    double[] psi3 = new double[s];
    for (int i = 0; i < s; i++) {
      double c = t.nodes().get(i);
      double[] phi = phi(c * z);
      double row = 0;
      psi2[i] = c * c * phi[2];
      psi3[i] = c * c * c * phi[3];
      for (int j = 0; j < i; j++) {
        double a = coefficient(t, i, j, z);
        double cj = t.nodes().get(j);
        row += a;
        psi2[i] -= a * cj;
        psi3[i] -= a * cj * cj / 2;
      }
      assertEquals(c * phi[1], row, ROUND_OFF, "row " + i);
      double b = coefficient(t, s, i, z);
      sums[1] += b;
      sums[2] += b * c;
      sums[3] += b * c * c / 2;
    }
    double[] phi = phi(z);
    for (int k = 1; k <= 3; k++) {
      assertEquals(phi[k], sums[k], ROUND_OFF, "sum b c^" + (k - 1));
    }
    // sum_i b_i J psi_{2,i} = 0 for every J: stages with b_i != 0 have psi_2 = 0
    for (int i = 0; i < s; i++) {
      assertEquals(0, coefficient(t, s, i, z) * psi2[i], ROUND_OFF, "b psi_2 of stage " + i);
    }
    double weak = 0;
    double quartic = 0;
    for (int i = 0; i < s; i++) {
      double b0 = coefficient(t, s, i, 0);
      weak += b0 * psi3[i];
      quartic += b0 * Math.pow(t.nodes().get(i), 3) / 6;
      double inner = 0;
      for (int j = 0; j < i; j++) {
        inner += coefficient(t, i, j, 0) * psi2[j];
      }
      if (z == 0) {
        assertEquals(0, b0 * inner, ROUND_OFF, "b a psi_2 of stage " + i);
      }
    }
    assertEquals(1 / 24.0, quartic, ROUND_OFF);
    if (z == 0) {
      assertEquals(0, weak, ROUND_OFF);
    }
  }

  @Test
  void misshapenTableausAreRefused() {
    double[][] square = {{0, 0}, {1, 0}};
    double[] w = {1, 0};
    assertThrows(
        IllegalArgumentException.class,
        () -> new ImplicitExplicitTableau("x", 1, new double[][] {{0, 1}, {1, 0}}, square, w, w));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ImplicitExplicitTableau("x", 1, square, new double[][] {{0, 0}, {0, 0.9}}, w, w));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ImplicitExplicitTableau("x", 1, square, square, new double[] {1}, w));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ExponentialTableau(
                "x", 1, List.of(0.0), List.of(new ExponentialTableau.Term(0, 0, 1, 1, 1))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExplicitRungeKutta("x", 1, new double[][] {{1}}, new double[] {1}));
  }

  private static double coefficient(ExponentialTableau t, int row, int column, double z) {
    double sum = 0;
    for (ExponentialTableau.Term term : t.terms()) {
      if (term.row() == row && term.column() == column) {
        sum += term.factor() * phi(term.node() * z)[term.k()];
      }
    }
    return sum;
  }

  private static double[] phi(double z) {
    double[][] phi = DoubleDoublePhi.of(1, new double[] {z}, 1, 3);
    return new double[] {phi[0][0], phi[1][0], phi[2][0], phi[3][0]};
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static double[] times(double[] x, double[] y) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      product[i] = x[i] * y[i];
    }
    return product;
  }

  private static double[] times(double[][] a, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      product[i] = dot(a[i], x);
    }
    return product;
  }
}
