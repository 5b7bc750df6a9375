package org.knudsen.plugins.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.ParameterValues;

/** The kernels against their formulas, evaluated by hand. */
class KernelClosedFormsTest {

  private static final Mixture TWO =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));

  private static final double ROUND_OFF = 1e-15;

  private static CollisionKernel make(CollisionKernelProvider provider, Map<String, ?> raw) {
    return provider.create(TWO, ParameterValues.of(provider.parameters(), 2, raw));
  }

  @Test
  void hardSpheresHaveTheirGeometricCrossSection() {
    CollisionKernel kernel = make(new HardSphere(), Map.of("diameters", List.of(1.0, 3.0)));
    assertEquals(0.25 * 2, kernel.pair(0, 0).at(2, 0.3), ROUND_OFF);
    assertEquals(1.0 * 2, kernel.pair(0, 1).at(2, 0.3), ROUND_OFF);
    assertEquals(2.25 * 2, kernel.pair(1, 1).at(2, 0.3), ROUND_OFF);
    // total cross-section pi ((d_1 + d_2) / 2)^2 = 4 pi C of spheres that touch at distance 2
    assertEquals(
        -Math.PI * 4,
        kernel.pair(0, 1).kinetic().at(1) * kernel.pair(0, 1).angular().deficits(1)[1],
        1e-14);
  }

  @Test
  void coefficientsAreOneByDefault() {
    for (CollisionKernelProvider provider :
        List.of(
            new Maxwell(), new VariableHardSphere(), new VariableSoftSphere(), new GradCutoff())) {
      CollisionKernel kernel = make(provider, Map.of());
      assertEquals(1, kernel.pair(0, 1).kinetic().at(1), ROUND_OFF, provider.id());
    }
  }

  @Test
  void maxwellMoleculesDoNotSeeTheSpeed() {
    CollisionKernel kernel =
        make(new Maxwell(), Map.of("C", List.of(List.of(1, 0.5), List.of(0.5, 2))));
    assertEquals(0.5, kernel.pair(1, 0).at(0, -0.2));
    assertEquals(0.5, kernel.pair(1, 0).at(7, 0.9));
    assertEquals(2.0, kernel.pair(1, 1).at(7, 0.9));
    assertArrayEquals(
        new double[] {0, -4 * Math.PI, -4 * Math.PI}, kernel.pair(0, 0).angular().deficits(2));
  }

  @Test
  void variableHardSpheresFollowTheirPower() {
    CollisionKernel kernel = make(new VariableHardSphere(), Map.of("gamma", 0.25));
    assertEquals(2, kernel.pair(0, 1).at(16, 0.4), 2 * ROUND_OFF);
    assertEquals(0.25, kernel.pair(0, 1).kinetic().exponent().orElseThrow());
  }

  @Test
  void everyPairMayHaveItsOwnExponents() {
    CollisionKernel kernel =
        make(
            new VariableSoftSphere(),
            Map.of(
                "gamma", List.of(List.of(0.5, 0.25), List.of(0.25, 0)),
                "alpha", List.of(List.of(1, 2), List.of(2, 3))));
    assertEquals(4, kernel.pair(0, 0).at(16, 0.4), 4 * ROUND_OFF);
    assertEquals(2 * 1.4, kernel.pair(1, 0).at(16, 0.4), 4 * ROUND_OFF);
    assertEquals(0.75 * 1.4 * 1.4, kernel.pair(1, 1).at(16, 0.4), 4 * ROUND_OFF);
  }

  @Test
  void variableSoftSpheresWithAlphaOneAreVariableHardSpheres() {
    PairKernel soft = make(new VariableSoftSphere(), Map.of("alpha", 1)).pair(0, 1);
    PairKernel hard = make(new VariableHardSphere(), Map.of()).pair(0, 1);
    for (double s = -1; s <= 1; s += 0.125) {
      assertEquals(hard.at(1.7, s), soft.at(1.7, s));
    }
    assertArrayEquals(hard.angular().deficits(30), soft.angular().deficits(30), 1e-14);
  }

  /** alpha = 2: b = 1 + s. alpha = 3: b = 3 (1 + s)^2 / 4. Integrals of polynomials, by hand. */
  @Test
  void variableSoftSpheresHaveTheirDeficits() {
    double pi = Math.PI;
    assertArrayEquals(
        new double[] {0, -8 * pi / 3, -4 * pi, -4 * pi},
        new VariableSoftSphere.Forward(2).deficits(3),
        4e-15);
    assertArrayEquals(
        new double[] {0, -2 * pi, -4 * pi * 0.9, -4 * pi, -4 * pi},
        new VariableSoftSphere.Forward(3).deficits(4),
        4e-15);
  }

  /** For large alpha deficit l tends to -4 pi l (l + 1) / alpha, with every digit. */
  @Test
  void grazingSoftSpheresKeepTheirDigits() {
    double alpha = 1e9;
    double[] deficits = new VariableSoftSphere.Forward(alpha).deficits(5);
    for (int l = 1; l <= 5; l++) {
      double leading = -4 * Math.PI * l * (l + 1) / alpha;
      assertEquals(1, deficits[l] / leading, 1e-7, "next term is l (l + 1) / (2 alpha) < 2e-8");
    }
  }

  /** b = s^2 - s^4: Int b = 4/15, Int b P_2 = 4/105, Int b P_4 = -16/315; odd ones vanish. */
  @Test
  void gradCutoffHasItsDeficits() {
    PairKernel pair = make(new GradCutoff(), Map.of("gamma", 0.5)).pair(0, 1);
    double[] moments = {4.0 / 15, 0, 4.0 / 105, 0, -16.0 / 315, 0, 0};
    double[] expected = new double[7];
    for (int l = 1; l < 7; l++) {
      expected[l] = 2 * Math.PI * (moments[l] - moments[0]);
    }
    assertArrayEquals(expected, pair.angular().deficits(6), 1e-14);
    assertEquals(2 * 0.1875, pair.at(4, 0.5), ROUND_OFF);
  }

  /**
   * (H4): 0 &lt; b &lt;= C |sin theta| |cos theta|, with C = 1/2, away from the zeros of the bound.
   */
  @Test
  void gradCutoffLiesUnderItsBound() {
    PairKernel pair = make(new GradCutoff(), Map.of()).pair(0, 0);
    for (int k = 1; k < 200; k++) {
      if (k == 100) {
        continue; // cos theta = 0, where both sides vanish
      }
      double theta = Math.PI * k / 200;
      double b = pair.angular().at(Math.cos(theta));
      double bound = 0.5 * Math.abs(Math.sin(theta) * Math.cos(theta));
      assertTrue(b > 0 && b <= bound * (1 + 1e-14), "theta " + theta + ": " + b + " over " + bound);
    }
  }
}
