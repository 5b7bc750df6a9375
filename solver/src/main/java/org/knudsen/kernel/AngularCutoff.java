package org.knudsen.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/**
 * What an angular part b does, in the terms of (H4) and of Grad's cutoff. Found by evaluating b: on
 * a grid of 2048 angles refined by Brent's method, and on sequences of points towards the angles
 * where |sin theta| |cos theta| vanishes and towards the ends of the smooth pieces of b.
 *
 * <p>How (H4) is read. b &lt;= C |sin theta| |cos theta| makes b vanish at cos theta = -1, 0, 1, so
 * "0 &lt; b" cannot hold there and is asked everywhere else. The derivative b' is that of the
 * function b of s = cos theta, as printed; its bound is one-sided (b' &lt;= C).
 *
 * @param largest sup b, finite or infinite
 * @param total 2 pi Int b ds, Grad's cutoff if finite
 * @param ratio sup b / (|sin theta| |cos theta|), infinite where there is no bound
 * @param unboundedAt those of cos theta = -1, 0, 1 at which the ratio is unbounded, ascending
 * @param zeroAt a cos theta other than -1, 0, 1 with b = 0; empty where b > 0
 * @param slope sup b'(s), infinite where there is no bound
 * @param slopeAt where; for an infinite one the s that is approached
 */
record AngularCutoff(
    double largest,
    double total,
    double ratio,
    double ratioAt,
    List<Double> unboundedAt,
    OptionalDouble zeroAt,
    double slope,
    double slopeAt) {

  private static final int ANGLES = 2048;
  private static final double ROUND_OFF = 1e-14; // of b, relative to its largest value

  static AngularCutoff of(AngularPart b) {
    double[] grid = new double[ANGLES];
    Arrays.setAll(grid, k -> -Math.cos(Math.PI * (k + 0.5) / ANGLES)); // never -1, 0, 1
    double largest = Math.max(Math.max(b.at(-1), b.at(1)), extremum(b::at, grid)[1]);
    double least = ROUND_OFF * largest;

    List<Double> unboundedAt = new ArrayList<>();
    double[] ratio = extremum(s -> b.at(s) / sineCosine(s), grid);
    for (double zero : new double[] {-1, 0, 1}) {
      double limit = Double.NEGATIVE_INFINITY;
      for (int side = -1; side <= 1; side += 2) {
        if (Math.abs(zero + side * 0.5) < 1) {
          double[] towards = new double[49];
          for (int k = 0; k < towards.length; k++) {
            double s = zero + side * Math.pow(2, -k - 2);
            towards[k] = b.at(s) / sineCosine(s);
          }
          boolean unbounded = b.at(zero) > least || grows(towards, 1e-9 * largest);
          limit = Math.max(limit, unbounded ? Double.POSITIVE_INFINITY : towards[48]);
        }
      }
      if (Double.isInfinite(limit)) {
        unboundedAt.add(zero);
      }
      if (limit > ratio[1]) {
        ratio = new double[] {zero, limit};
      }
    }

    double[] slope = steepest(b);
    if (Math.abs(slope[1]) < 1e-11 * largest) {
      slope[1] = 0; // rounding of the differences of a constant
    }
    return new AngularCutoff(
        largest,
        total(b),
        ratio[1],
        ratio[0],
        unboundedAt,
        zero(b, grid, least),
        slope[1],
        slope[0]);
  }

  /** 2 pi Int_{-1}^{1} b ds, also for b with algebraic behaviour at the ends of its pieces. */
  static double total(AngularPart b) {
    double[] edges = edges(b);
    double sum = 0;
    for (int piece = 0; piece + 1 < edges.length; piece++) {
      double width = edges[piece + 1] - edges[piece];
      sum +=
          GradedPanels.over(edges[piece], edges[piece + 1])
              .gradeTowards(edges[piece], width * 0x1p-40)
              .gradeTowards(edges[piece + 1], width * 0x1p-40)
              .integrate(b::at);
    }
    return 2 * Math.PI * sum;
  }

  /** |sin theta| |cos theta| of s = cos theta. */
  static double sineCosine(double s) {
    return Math.sqrt((1 - s) * (1 + s)) * Math.abs(s);
  }

  /** -1, the break points, 1. */
  static double[] edges(AngularPart b) {
    DoubleStream inner = DoubleStream.concat(DoubleStream.of(-1), Arrays.stream(b.breakpoints()));
    return DoubleStream.concat(inner, DoubleStream.of(1)).toArray();
  }

  private static OptionalDouble zero(AngularPart b, double[] grid, double least) {
    for (int k = 0; k < grid.length; k++) {
      if (b.at(grid[k]) <= 0) {
        return OptionalDouble.of(grid[k]);
      }
      if (k > 0
          && k + 1 < grid.length
          && b.at(grid[k]) <= b.at(grid[k - 1])
          && b.at(grid[k]) <= b.at(grid[k + 1])) {
        double[] found = refine(b::at, grid[k - 1], grid[k + 1], GoalType.MINIMIZE, 1e-9, 1e-12);
        if (found[1] <= least && Math.abs(found[0]) > 1e-4) {
          return OptionalDouble.of(found[0]);
        }
      }
    }
    return OptionalDouble.empty();
  }

  /** {s, sup b'(s)} over the smooth pieces: five-point differences inside, secants at the ends. */
  private static double[] steepest(AngularPart b) {
    double[] edges = edges(b);
    double[] best = {0, Double.NEGATIVE_INFINITY};
    for (int piece = 0; piece + 1 < edges.length; piece++) {
      double from = edges[piece];
      double width = edges[piece + 1] - from;
      double h = 1e-3 * width;
      DoubleUnaryOperator derivative =
          s -> (b.at(s - 2 * h) - 8 * b.at(s - h) + 8 * b.at(s + h) - b.at(s + 2 * h)) / (12 * h);
      int points = Math.max(32, (int) (512 * width / 2));
      double[] grid = new double[points];
      Arrays.setAll(grid, k -> from + 2 * h + (width - 4 * h) * k / (points - 1));
      double[] inside = extremum(derivative, grid);
      if (inside[1] > best[1]) {
        best = inside;
      }
      for (int side = -1; side <= 1; side += 2) {
        double end = side == 1 ? from : from + width;
        double[] secants = new double[26];
        for (int k = 0; k < secants.length; k++) {
          double step = side * width * Math.pow(2, -k - 4);
          secants[k] = (b.at(end + step) - b.at(end)) / step;
        }
        double limit =
            grows(secants, 1e-5 * Math.max(1, Math.abs(inside[1])))
                ? Double.POSITIVE_INFINITY
                : oneSided(b, end, side * h);
        if (limit > best[1]) {
          best = new double[] {end, limit};
        }
      }
    }
    return best;
  }

  /** b'(end) from inside, fourth order. */
  private static double oneSided(AngularPart b, double end, double h) {
    return (-25 * b.at(end)
            + 48 * b.at(end + h)
            - 36 * b.at(end + 2 * h)
            + 16 * b.at(end + 3 * h)
            - 3 * b.at(end + 4 * h))
        / (12 * h);
  }

  /**
   * Whether a sequence at steps 2^-k goes to +infinity: its increments do not shrink. Those of a
   * sequence that converges shrink as 2^(-pk), p > 0; below {@code noise} they are rounding.
   */
  private static boolean grows(double[] sequence, double noise) {
    int last = sequence.length - 1;
    double early = Math.abs(sequence[1] - sequence[0]);
    double late = sequence[last] - sequence[last - 1];
    return late > noise && late > 0.9 * early;
  }

  /** {argument, value} of the largest value on a grid, refined. */
  private static double[] extremum(DoubleUnaryOperator f, double[] grid) {
    int best = 0;
    double value = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < grid.length; k++) {
      double here = f.applyAsDouble(grid[k]);
      if (here > value) {
        value = here;
        best = k;
      }
    }
    return best == 0 || best == grid.length - 1
        ? new double[] {grid[best], value}
        : refine(f, grid[best - 1], grid[best + 1], GoalType.MAXIMIZE, 1e-9, 1e-12);
  }

  /** {argument, value} of an extremum within an interval, by Brent's method. */
  static double[] refine(
      DoubleUnaryOperator f,
      double from,
      double to,
      GoalType goal,
      double relative,
      double absolute) {
    UnivariatePointValuePair found =
        new BrentOptimizer(relative, absolute)
            .optimize(
                new MaxEval(500),
                new UnivariateObjectiveFunction(f::applyAsDouble),
                goal,
                new SearchInterval(from, to));
    return new double[] {found.getPoint(), found.getValue()};
  }
}
