package org.knudsen.plugins.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.kernel.Hypotheses;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.ParameterValues;

/** (H1)-(H4) on the kernels that come with Knudsen. */
class HypothesesOfKernelsTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));

  private static Hypotheses check(String id, Map<String, Object> given) {
    CollisionKernelProvider provider =
        List.of(
                new HardSphere(),
                new Maxwell(),
                new VariableHardSphere(),
                new VariableSoftSphere(),
                new GradCutoff(),
                new Tabulated())
            .stream()
            .filter(p -> p.id().equals(id))
            .findFirst()
            .orElseThrow();
    return Hypotheses.of(
        MIXTURE,
        provider.create(MIXTURE, ParameterValues.of(provider.parameters(), MIXTURE.size(), given)));
  }

  @Test
  void gradCutoffSatisfiesAll() {
    Hypotheses found = check("grad-cutoff", Map.of());
    assertTrue(found.hold(), found.toString());
    assertEquals(3, found.pairs().size());
    assertEquals(List.of(), found.failures(MIXTURE));
    var like = found.pairs().get(0).h4().figures();
    assertEquals(0.5, like.get("ratioConstant"), 1e-12);
    assertEquals(2, like.get("slopeConstant"), 1e-9);
    assertTrue(like.get("infimum") > 0.9 && like.get("infimum") < 1, like.toString());
    assertFalse(found.pairs().get(1).h4().figures().containsKey("infimum")); // asked of b_ii
  }

  @ParameterizedTest
  @ValueSource(strings = {"hard-sphere", "maxwell", "vhs", "vss"})
  void theOthersFailThePointwiseBoundOnly(String id) {
    Hypotheses found = check(id, Map.of());
    for (Hypotheses.Pair pair : found.pairs()) {
      assertTrue(pair.h1().holds() && pair.h2().holds() && pair.h3().holds(), pair.toString());
      assertFalse(pair.h4().holds());
      String where = id.equals("vss") ? "cos theta = 0, 1 " : "cos theta = -1, 0, 1 ";
      assertTrue(pair.h4().evidence().contains("unbounded at " + where), pair.h4().evidence());
      assertTrue(pair.h4().evidence().contains("Grad's cutoff holds"), pair.h4().evidence());
      assertEquals(4 * Math.PI, pair.h4().figures().get("integralOfB"), 1e-11);
    }
    assertEquals(1, found.failures(MIXTURE).size());
    assertTrue(
        found.failures(MIXTURE).get(0).endsWith("(light-light, light-heavy, heavy-heavy)"),
        found.failures(MIXTURE).toString());
  }

  /**
   * A table of sin^2 cos^2 with b = 0 at -1, 0, 1 satisfies (H4); Phi through 0, 1, 2 is linear.
   */
  @Test
  void aTableMaySatisfyAll() {
    List<List<Double>> b =
        List.of(
            List.of(-1.0, 0.0),
            List.of(-0.7, 0.25),
            List.of(0.0, 0.0),
            List.of(0.7, 0.25),
            List.of(1.0, 0.0));
    List<List<Double>> phi = List.of(List.of(0.0, 0.0), List.of(1.0, 1.0), List.of(2.0, 2.0));
    Hypotheses found = check("tabulated", Map.of("b", b, "Phi", phi));
    assertTrue(found.hold(), found.toString());
    assertEquals(1, found.pairs().get(0).h3().figures().get("gamma"), 1e-10);
  }

  @Test
  void aTableMayFail() {
    List<List<Double>> b = List.of(List.of(-1.0, 0.0), List.of(0.0, 0.3), List.of(1.0, 0.0));
    List<List<Double>> phi = List.of(List.of(0.0, 1.0), List.of(1.0, 1.2), List.of(2.0, 2.0));
    Hypotheses found = check("tabulated", Map.of("b", b, "Phi", phi));
    Hypotheses.Pair pair = found.pairs().get(0);
    assertFalse(pair.h3().holds());
    assertTrue(pair.h3().figures().get("largestDeviation") > 0.1, pair.h3().evidence());
    assertFalse(pair.h4().holds());
    assertTrue(
        pair.h4().evidence().contains("unbounded at cos theta = 0 (b there: 0.3)"),
        pair.h4().evidence());
  }
}
