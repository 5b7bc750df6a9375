package org.knudsen.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PrintableLineTest {

  private static String of(String text) {
    return PrintableLine.of(text, 40);
  }

  @Test
  void whatPrintsStays() {
    assertEquals(
        "Kr\u00fcger \u6c14\u4f53 \ud83c\udf21 1.5",
        of("Kr\u00fcger \u6c14\u4f53 \ud83c\udf21 1.5"));
    assertTrue(PrintableLine.isPrintable("Kr\u00fcger \u6c14\u4f53 \ud83c\udf21"));
  }

  @Test
  void spaceOfAnyKindIsOne() {
    assertEquals(" a b c d", of(" a\r\n\tb\u2028c\u0085\u00a0d"));
    assertFalse(PrintableLine.isPrintable("a\nb"));
    assertFalse(PrintableLine.isPrintable("a\u2028b"));
  }

  @Test
  void controlAndBidiCharactersAreWrittenOut() {
    assertEquals("\\u{1b}[31m", of("\u001b[31m"));
    assertEquals("a\\u{202e}b\\u{0}\\u{d800}", of("a\u202eb\0\ud800"));
    assertFalse(PrintableLine.isPrintable("a\u202eb"));
    assertFalse(PrintableLine.isPrintable("\u001b"));
  }

  @Test
  void aLongTextEndsInItsLength() {
    assertEquals("x".repeat(40), of("x".repeat(40)));
    assertEquals("x".repeat(40) + "... (5000000 characters)", of("x".repeat(5_000_000)));
  }
}
