package org.knudsen.notebook.render;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;

/**
 * A picture of a chart with a palette instead of three bytes a pixel, which makes its file less
 * than half as large. A chart has a few colours and their mixtures at the edges; the 128 most
 * frequent stay as they are, and a rarer one becomes the nearest of them.
 */
final class SmallPng {
  private static final int COLOURS = 128;

  private SmallPng() {}

  /**
   * The same picture with a palette.
   *
   * @param image of type INT_RGB, not modified
   * @return of type BYTE_INDEXED; the same picture gives the same palette
   */
  static BufferedImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    int[] palette = palette(pixels);
    byte[][] parts = new byte[3][palette.length];
    for (int p = 0; p < palette.length; p++) {
      for (int part = 0; part < 3; part++) {
        parts[part][p] = (byte) part(palette[p], part);
      }
    }
    BufferedImage out =
        new BufferedImage(
            width,
            height,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, palette.length, parts[0], parts[1], parts[2]));
    Map<Integer, Integer> nearest = new HashMap<>();
    int[] indices = new int[pixels.length];
    for (int p = 0; p < pixels.length; p++) {
      indices[p] = nearest.computeIfAbsent(pixels[p], colour -> nearest(palette, colour));
    }
    out.getRaster().setPixels(0, 0, width, height, indices);
    return out;
  }

  /** The most frequent colours, the more frequent first, equally frequent ones by value. */
  private static int[] palette(int[] pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(COLOURS)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  private static int nearest(int[] palette, int colour) {
    int best = 0;
    int smallest = Integer.MAX_VALUE;
    for (int p = 0; p < palette.length; p++) {
      int distance = 0;
      for (int part = 0; part < 3; part++) {
        int difference = part(palette[p], part) - part(colour, part);
        distance += difference * difference;
      }
      if (distance < smallest) {
        smallest = distance;
        best = p;
      }
    }
    return best;
  }

  /** Red, green or blue of a colour. */
  private static int part(int colour, int which) {
    return colour >> (16 - 8 * which) & 0xff;
  }
}
