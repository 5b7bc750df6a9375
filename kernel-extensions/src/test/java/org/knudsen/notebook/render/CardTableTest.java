package org.knudsen.notebook.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables on lines of a limited length. */
class CardTableTest {
  private static final CardTable TABLE =
      new CardTable(
          List.of("pair", "Delta", "kappa", "evidence"),
          List.of(
              List.of("a-b", "0.167262", "-1.5e+08", "bounded below by a constant"),
              List.of("b-b", "1", "2", "")),
          List.of(false, true, true, false));

  @Test
  void areAsWideAsTheirTexts() {
    assertEquals(
        """
        pair     Delta     kappa  evidence
        a-b   0.167262  -1.5e+08  bounded below by a constant
        b-b          1         2
        """,
        TABLE.text());
    assertEquals(TABLE.text(), TABLE.text(53));
  }

  @Test
  void breakTextsWhereTheyAreTooWide() {
    assertEquals(
        """
        pair     Delta     kappa  evidence
        a-b   0.167262  -1.5e+08  bounded below
                                  by a constant
        b-b          1         2
        """,
        TABLE.text(40));
  }

  @Test
  void standInBlocksWhereTheyAreStillTooWide() {
    assertEquals(
        """
        pair     Delta     kappa
        a-b   0.167262  -1.5e+08
        b-b          1         2

        pair  evidence
        a-b   bounded below by a
              constant
        b-b
        """,
        TABLE.text(28));
  }
}
