package org.knudsen.kernel;

import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * Composite Gauss-Legendre quadrature over an interval whose panels the caller shapes: cut at
 * kinks, graded by factors of 2 towards points where the integrand varies on a scale of its own (an
 * algebraic singularity, a pole at a small imaginary distance), and nowhere wider than the scale of
 * the rest. Twelve points a panel: panels of ratio 2 beside a pole, and panels of 1.25 standard
 * deviations of a Gaussian, are integrated to round-off.
 *
 * <p>A builder: methods that shape return this. Not thread-safe.
 */
public final class GradedPanels {

  private static final GaussRule RULE = GaussRule.legendre(12);

  private final double from;
  private final double to;
  private final TreeSet<Double> edges = new TreeSet<>();
  private double widest;

  private GradedPanels(double from, double to) {
    this.from = from;
    this.to = to;
    this.widest = to - from;
    edges.add(from);
    edges.add(to);
  }

  /** One panel, from &lt; to. */
  public static GradedPanels over(double from, double to) {
    if (!(from < to) || Double.isInfinite(to - from)) {
      throw new IllegalArgumentException(
          "interval [" + from + ", " + to + "]; finite ends in ascending order are needed");
    }
    return new GradedPanels(from, to);
  }

  /** No panel is wider than this, > 0. */
  public GradedPanels noWiderThan(double width) {
    widest = Math.min(widest, width);
    return this;
  }

  /** A panel ends here; ignored outside the interval. */
  public GradedPanels cutAt(double point) {
    if (point > from && point < to) {
      edges.add(point);
    }
    return this;
  }

  /** Panels end at the point and at point +- smallest 2^k, smallest > 0, for all k >= 0. */
  public GradedPanels gradeTowards(double point, double smallest) {
    if (!(smallest > 0)) {
      throw new IllegalArgumentException("smallest panel is " + smallest + "; > 0 is needed");
    }
    cutAt(point);
    double reach = Math.max(to - point, point - from);
    for (double step = smallest; step < reach; step *= 2) {
      cutAt(point - step);
      cutAt(point + step);
    }
    return this;
  }

  /** Receives one node of the rule. */
  @FunctionalInterface
  public interface Node {
    void at(double point, double weight);
  }

  /** The integral; f is called inside panels only, never at their edges. */
  public double integrate(DoubleUnaryOperator f) {
    double[] sum = new double[1];
    forEach((point, weight) -> sum[0] += weight * f.applyAsDouble(point));
    return sum[0];
  }

  /** All nodes, ascending; the weights sum to the length of the interval. */
  public void forEach(Node node) {
    double left = from;
    for (double right : edges.tailSet(from, false)) {
      int parts = (int) Math.ceil((right - left) / widest * (1 - 1e-12));
      double half = (right - left) / parts / 2;
      for (int part = 0; part < parts; part++) {
        double middle = left + (2 * part + 1) * half;
        for (int q = 0; q < RULE.size(); q++) {
          node.at(middle + half * RULE.node(q), half * RULE.weight(q));
        }
      }
      left = right;
    }
  }
}
