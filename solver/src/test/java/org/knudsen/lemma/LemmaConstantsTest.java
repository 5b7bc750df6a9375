package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knudsen.lemma.LemmaConstant.Side;
import org.knudsen.mixture.LocalMaxwellian;

class LemmaConstantsTest {

  private static final double SLACK = 1e-9; // relative, quadrature

  private static LemmaConstants about(LocalMaxwellian background, double eps, int degree) {
    return LemmaConstants.of(TwoGases.collision(1, degree), 1, background, eps, 0.1);
  }

  /** Every row moves with the degree as it says. */
  @Test
  void sidesAreRight() {
    // species at rest, off the equilibrium: moving ones are the tests of the single lemmas
    LocalMaxwellian background =
        LocalMaxwellian.of(TwoGases.MIXTURE, new double[] {0.51, 0.29}, new double[6]);
    LemmaConstants low = about(background, 0.1, 3);
    LemmaConstants high = about(background, 0.1, 4);
    assertEquals(low.rows().size(), high.rows().size());
    for (LemmaConstant row : low.rows()) {
      double before = row.value();
      double now = high.get(row.name()).value();
      double slack = SLACK * before;
      assertTrue(now > 0 && before > 0, row.name());
      switch (row.side()) {
        case LARGER -> assertTrue(now >= before - slack, row.name());
        case SMALLER -> assertTrue(now <= before + slack, row.name());
        case EXACT, BOUND -> assertEquals(before, now, slack, row.name());
        default -> assertTrue(row.side() == Side.OPEN, row.name());
      }
      assertEquals(
          row.side() == Side.EXACT || row.side() == Side.BOUND, row.degree() == 0, row.name());
    }
    assertTrue(low.get("C_5^nu").value() < low.get("C_5^nu, supremum over v").value());
    assertTrue(low.get("C^Q attained").value() < low.get("C^Q over tensors").value());
    assertThrows(IllegalArgumentException.class, () -> low.get("C_99"));
  }
}
