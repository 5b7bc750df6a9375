package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.Gas;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.hypocoercivity.EnergyEstimates;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;

/**
 * The constants of (3.19)-(3.24) from their definition on all functions (n, l, m) of three axes at
 * once, derivatives axis by axis: no harmonics, and both sides of each constant.
 */
class EnergyEstimatesTest {

  private static final int DEGREE = 3;
  private static final BurnettSpace SPACE =
      new BurnettSpace(TwoGases.MIXTURE, DEGREE, AxialSymmetry.FULL);

  /** L on all modes: the same block for every m. */
  private static SimpleMatrix collisions(LinearizedHarmonics harmonics) {
    BurnettModes modes = SPACE.burnettModes();
    SimpleMatrix out = new SimpleMatrix(SPACE.size(), SPACE.size());
    for (int a = 0; a < SPACE.size(); a++) {
      for (int b = 0; b < SPACE.size(); b++) {
        int row = a % SPACE.modes();
        int column = b % SPACE.modes();
        int l = modes.l(row);
        if (l == modes.l(column) && modes.m(row) == modes.m(column)) {
          int radial = modes.radialCount(l);
          int at = a / SPACE.modes() * radial + modes.n(row);
          int to = b / SPACE.modes() * radial + modes.n(column);
          out.set(a, b, harmonics.block(l)[at * harmonics.order(l) + to]);
        }
      }
    }
    return out;
  }

  /** The squared norm of all b-fold derivatives, axis by axis. */
  private static SimpleMatrix derivatives(double gamma, int b) {
    DerivativeMatrices forms = new DerivativeMatrices(SPACE, gamma);
    if (b == 0) {
      return forms.weight();
    }
    SimpleMatrix sum = new SimpleMatrix(SPACE.size(), SPACE.size());
    for (int x = 0; x <= b; x++) {
      for (int y = 0; x + y <= b; y++) {
        int z = b - x - y;
        int orders = factorial(b) / (factorial(x) * factorial(y) * factorial(z));
        sum = sum.plus(orders, forms.weighted(x, y, z));
      }
    }
    return sum;
  }

  private static int factorial(int n) {
    return n == 0 ? 1 : n * factorial(n - 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void areThoseOfTheirDefinition(double gamma) {
    Gas gas = Gas.of(TwoGases.MIXTURE, TwoGases.kernel(gamma), DEGREE);
    EnergyEstimates found = EnergyEstimates.of(gas, gamma, 2);
    SimpleMatrix l = collisions(gas.harmonics());
    SimpleMatrix weight = derivatives(gamma, 0);
    SimpleMatrix phi = DerivativeMatrices.invariants(SPACE);
    SimpleMatrix fluid = phi.mult(phi.transpose());
    SimpleMatrix rest = SimpleMatrix.identity(SPACE.size()).minus(fluid);
    SimpleMatrix perp = SymmetricPencil.restricted(weight, rest);

    // -L against its own fluid part, which the gap of the rest must not see, made large
    double gap = SymmetricPencil.smallest(l.negative().plus(1e3, fluid), perp.plus(fluid)).value();
    assertEquals(gap, found.gap(), 1e-9 * gap); // round-off of 1e3
    double continuity = SymmetricPencil.largest(l.negative(), weight);
    assertEquals(continuity, found.continuity(), 1e-11 * continuity);
    double share =
        SymmetricPencil.largest(SymmetricPencil.restricted(weight, fluid), rest.plus(fluid));
    assertEquals(share, found.fluid(), 1e-11 * share);
    // nu_0 / <v>^gamma is least at infinity, sum_j 2 pi C_0j c_j Int b
    double c3 = (TwoGases.rate(0, 0) * 0.5 + TwoGases.rate(0, 1) * 0.3) / 2;
    assertEquals(c3, found.frequency(), 1e-13 * c3);

    double[] mixing = new double[3];
    for (int b = 1; b <= 2; b++) {
      SimpleMatrix left =
          SymmetricPencil.symmetric(derivatives(0, b).mult(l))
              .scale(2)
              .plus(2 * c3, derivatives(gamma, b));
      SimpleMatrix right = b == 1 ? perp.plus(fluid) : weight.plus(derivatives(gamma, 1));
      mixing[b] = SymmetricPencil.largest(left, right);
      assertEquals(mixing[b], found.mixing(b), 1e-10 * mixing[b], "K_" + b);
    }
    // (3.21): K_1 ||pi_L f||^2 <= K_1 ||grad_x f||^2 / (2 pi)^2, sharp on the first wave, and
    // 2 x y <= T x^2 + C_3 y^2 / 3 for all x, y just if the form is singular
    double young = found.transport() - mixing[1] / (4 * Math.PI * Math.PI);
    assertEquals(1, young * c3 / 3, 1e-10);
    // (3.22): C_1^L x y / e for L, and x y / e for Q
    assertEquals(continuity + 1, found.commutator(), 1e-11 * continuity);
    // of degree K, transport leaves the space by (K + 1)
    assertEquals(DEGREE + 1, found.truncation());
  }
}
