package org.knudsen.plugins.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.knudsen.collision.BurnettLinearized;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.ParameterValues;

/**
 * Kernels that are the same function by different plugins have the same L, harmonic by harmonic.
 */
class KernelsInTheOperatorTest {

  private static final Mixture GASES =
      Mixture.of(new Species("light", 1, 0.3), new Species("heavy", 40, 0.7));
  private static final int DEGREE = 10;

  private static void assertSameOperator(
      CollisionKernelProvider one,
      Map<String, ?> rawOne,
      CollisionKernelProvider other,
      Map<String, ?> rawOther,
      double tolerance) {
    BurnettLinearized first = linearized(one, rawOne);
    BurnettLinearized second = linearized(other, rawOther);
    for (int l = 0; l <= DEGREE; l++) {
      double[] a = first.block(l);
      double[] b = second.block(l);
      double size = Arrays.stream(a).map(Math::abs).max().orElseThrow();
      for (int k = 0; k < a.length; k++) {
        assertEquals(a[k], b[k], tolerance * size, "harmonic " + l + ", entry " + k);
      }
    }
  }

  private static BurnettLinearized linearized(
      CollisionKernelProvider provider, Map<String, ?> raw) {
    ParameterValues values = ParameterValues.of(provider.parameters(), 2, raw);
    return new BurnettLinearized(GASES, provider.create(GASES, values), DEGREE);
  }

  /** C_ij = ((d_i + d_j) / 4)^2 for d = (1, 3). */
  @Test
  void hardSpheresAreVariableHardSpheresWithGammaOne() {
    assertSameOperator(
        new HardSphere(),
        Map.of("diameters", List.of(1, 3)),
        new VariableHardSphere(),
        Map.of("gamma", 1, "C", List.of(List.of(0.25, 1), List.of(1, 2.25))),
        1e-14);
  }

  @Test
  void maxwellMoleculesAreVariableSoftSpheresWithGammaZeroAndAlphaOne() {
    assertSameOperator(
        new Maxwell(), Map.of(), new VariableSoftSphere(), Map.of("gamma", 0, "alpha", 1), 1e-14);
  }

  /** The table takes the general path: composite quadrature in both variables, not closed forms. */
  @Test
  void aTableOfHardSpheresHasTheirOperator() {
    assertSameOperator(
        new HardSphere(),
        Map.of("diameters", List.of(2, 2)),
        new Tabulated(),
        Map.of(
            "b", List.of(List.of(-1, 1), List.of(0.3, 1), List.of(1, 1)),
            "Phi", List.of(List.of(0, 0), List.of(0.7, 0.7), List.of(2, 2))),
        1e-12);
  }

  /** alpha = 3: b = 3 (1 + s)^2 / 4 as a smooth part without a closed form of its own. */
  @Test
  void closedDeficitsAreThoseOfTheQuadrature() {
    VariableSoftSphere.Forward closed = new VariableSoftSphere.Forward(3);
    org.knudsen.kernel.AngularPart open = s -> 0.75 * (1 + s) * (1 + s);
    double[] expected = open.deficits(40);
    double[] found = closed.deficits(40);
    for (int l = 0; l <= 40; l++) {
      assertEquals(expected[l], found[l], 1e-13, "deficit " + l);
    }
  }
}
