package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.knudsen.kernel.GaussRule;
import org.knudsen.velocity.RealHarmonics;

/** Couplings of real harmonics against the integral of three of them over the sphere. */
class RealCouplingTest {

  /**
   * Int Y_1 Y_2 Y = sqrt((2 l1 + 1)(2 l2 + 1) / (4 pi (2l + 1))) C(l1 0, l2 0 | l 0) C(1, 2 | l m),
   * for all harmonics with l &lt;= 4 on the left and l &lt;= 8 on the right: every sign of every m.
   */
  @Test
  void couplingIsTheGauntIntegralOverItsReducedElement() {
    int top = 4;
    GaussRule polar = GaussRule.legendre(2 * top + 1);
    int turns = 4 * top + 1;
    int all = (2 * top + 1) * (2 * top + 1);
    int left = (top + 1) * (top + 1);
    double[] gaunt = new double[left * left * all];
    double[] y = new double[all];
    for (int q = 0; q < polar.size(); q++) {
      double s = polar.node(q);
      double sine = Math.sqrt(1 - s * s);
      for (int t = 0; t < turns; t++) {
        double phi = 2 * Math.PI * t / turns;
        RealHarmonics.values(2 * top, s, sine * Math.cos(phi), sine * Math.sin(phi), y);
        double weight = polar.weight(q) * 2 * Math.PI / turns;
        for (int a = 0; a < left; a++) {
          for (int b = 0; b < left; b++) {
            for (int c = 0; c < all; c++) {
              gaunt[(a * left + b) * all + c] += weight * y[a] * y[b] * y[c];
            }
          }
        }
      }
    }
    for (int a = 0; a < left; a++) {
      for (int b = 0; b < left; b++) {
        for (int c = 0; c < all; c++) {
          int l1 = (int) Math.sqrt(a);
          int l2 = (int) Math.sqrt(b);
          int l = (int) Math.sqrt(c);
          double reduced =
              Math.sqrt((2 * l1 + 1) * (2 * l2 + 1) / (4 * Math.PI * (2 * l + 1)))
                  * ClebschGordan.zeros(l1, l2, l);
          double coupling =
              ClebschGordan.real(l1, a - l1 * l1 - l1, l2, b - l2 * l2 - l2, l, c - l * l - l);
          assertEquals(gaunt[(a * left + b) * all + c], reduced * coupling, 1e-14);
        }
      }
    }
  }

  /** For fixed l and m the couplings are a unit vector over (m1, m2): a change of basis of one. */
  @Test
  void couplingsOfOneFunctionAreAUnitVector() {
    int[][] triples = {{9, 8, 7}, {12, 10, 2}, {5, 5, 10}, {1, 12, 11}};
    for (int[] l : triples) {
      for (int m = -l[2]; m <= l[2]; m++) {
        double sum = 0;
        for (int m1 = -l[0]; m1 <= l[0]; m1++) {
          for (int m2 = -l[1]; m2 <= l[1]; m2++) {
            sum += Math.pow(ClebschGordan.real(l[0], m1, l[1], m2, l[2], m), 2);
          }
        }
        assertEquals(1, sum, 1e-14);
      }
    }
  }
}
