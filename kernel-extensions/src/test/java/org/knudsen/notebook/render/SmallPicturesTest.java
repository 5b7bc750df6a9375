package org.knudsen.notebook.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SmallPicturesTest {

  @Test
  void svgKeepsTheDrawing() {
    String given =
        "<svg width=\"10px\">\n  <path d=\"M1.25,2 L3.04,-2.05 Q4,5 6.5,5 Z M0,0 L-0.5,1\""
            + " style=\"fill:none;\"/>\n  <path d=\"M0,0 A1,1 0 0 1 2,2\" style=\"fill:none;\"/>\n"
            + "</svg>";
    // 1.25 and -2.05 are halves, rounded to even; after Z the next point is relative to the start
    assertEquals(
        "<svg width=\"10px\"><style>.s0{fill:none;}</style>"
            + "<path d=\"m1.2 2l1.8-4q1 7 3.5 7zm-1.2-2l-.5 1\" class=\"s0\"/>"
            + "<path d=\"M0,0 A1,1 0 0 1 2,2\" class=\"s0\"/></svg>",
        SmallSvg.of(given));
  }

  /** A label is text now, and what it says is no coordinate. */
  @Test
  void svgKeepsNumbersThatAreText() {
    assertEquals(
        "<svg><style></style><text x=\"1.2\">slope 1.4999 &lt; 2.005</text></svg>",
        SmallSvg.of("<svg>\n<text x=\"1.2345\">slope 1.4999 &lt; 2.005</text>\n</svg>"));
  }

  @Test
  void pngKeepsFrequentColoursAndTakesTheNearestForRareOnes() {
    BufferedImage image = new BufferedImage(200, 2, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 200; x++) {
      image.setRGB(x, 0, x < 127 ? 0x010000 * x : 0xffffff);
      image.setRGB(x, 1, x < 127 ? 0x010000 * x : 0xfffffe - x);
    }
    BufferedImage small = SmallPng.of(image);
    assertEquals(BufferedImage.TYPE_BYTE_INDEXED, small.getType());
    for (int x = 0; x < 200; x++) {
      assertEquals(image.getRGB(x, 0), small.getRGB(x, 0));
    }
    assertEquals(0xff7e0000, small.getRGB(126, 1));
    assertEquals(0xffffffff, small.getRGB(150, 1));
  }
}
