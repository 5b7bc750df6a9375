package org.knudsen.figure;

import java.util.stream.IntStream;

/**
 * Thins a curve to what a picture can show: of the points that fall into one column of pixels the
 * first, the last, and the lowest and highest stay, so that the picture is the same and its size
 * does not grow with the number of steps.
 */
public final class Thinning {

  private static final int COLUMNS = 1440; // pixels of a plot's width, as a PNG has it

  private Thinning() {}

  /**
   * Which points stay.
   *
   * @param x not decreasing; not modified
   * @param y not modified
   * @return indices in their order, all of them for a curve of few points
   */
  public static int[] indices(double[] x, double[] y) {
    if (x.length <= 4 * COLUMNS) {
      return IntStream.range(0, x.length).toArray();
    }
    IntStream.Builder kept = IntStream.builder();
    double width = (x[x.length - 1] - x[0]) / COLUMNS;
    int from = 0;
    while (from < x.length) {
      long column = (long) ((x[from] - x[0]) / width);
      int low = from;
      int high = from;
      int to = from;
      while (to < x.length && (long) ((x[to] - x[0]) / width) == column) {
        low = y[to] < y[low] ? to : low;
        high = y[to] > y[high] ? to : high;
        to++;
      }
      IntStream.of(from, low, high, to - 1).sorted().distinct().forEach(kept);
      from = to;
    }
    return kept.build().toArray();
  }
}
