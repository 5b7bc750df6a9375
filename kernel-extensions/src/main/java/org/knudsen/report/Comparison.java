package org.knudsen.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.run.Quantity;
import org.knudsen.run.RunResult;
import org.knudsen.run.Variable;
import org.knudsen.study.SweepResult;

/**
 * A variable of one result beside the same of another.
 *
 * @param knudsen eps of the run
 * @param quantity its name
 * @param first its largest modulus in the one
 * @param second its largest modulus in the other
 * @param difference the largest over all entries, relative to the first; of a defect ({@link
 *     Quantity.Summary#LARGEST}), which is measured against 1, as it is. Infinite where only one of
 *     them has the variable, or the shapes differ
 */
public record Comparison(
    double knudsen, String quantity, double first, double second, double difference) {

  /**
   * Every variable of two sweeps, over the Knudsen numbers of the first.
   *
   * @throws IllegalArgumentException if the second has not the same Knudsen numbers
   */
  public static List<Comparison> of(SweepResult first, SweepResult second) {
    List<Comparison> all = new ArrayList<>();
    for (RunResult run : first.runs()) {
      RunResult other =
          second.runs().stream()
              .filter(candidate -> candidate.knudsen() == run.knudsen())
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("eps = " + run.knudsen() + " was not run"));
      Map<String, Variable> variables = new LinkedHashMap<>(run.variables());
      other.variables().forEach(variables::putIfAbsent);
      for (String name : variables.keySet()) {
        all.add(of(run.knudsen(), name, run.variables().get(name), other.variables().get(name)));
      }
    }
    return all;
  }

  /** Of two variables, one of which may be null. */
  private static Comparison of(double knudsen, String name, Variable first, Variable second) {
    double[] a = first == null ? new double[0] : first.values();
    double[] b = second == null ? new double[0] : second.values();
    double size = first == null ? Double.NaN : largest(a);
    double difference = 0;
    if (first == null || second == null || a.length != b.length) {
      difference = Double.POSITIVE_INFINITY;
    } else {
      for (int at = 0; at < a.length; at++) {
        boolean same = Double.doubleToLongBits(a[at]) == Double.doubleToLongBits(b[at]);
        double step = same ? 0 : Math.abs(b[at] - a[at]);
        difference = Math.max(difference, Double.isNaN(step) ? Double.POSITIVE_INFINITY : step);
      }
      if (difference > 0 && first.quantity().summary() != Quantity.Summary.LARGEST) {
        difference /= size;
      }
    }
    double other = second == null ? Double.NaN : largest(b);
    return new Comparison(knudsen, name, size, other, difference);
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).filter(v -> !Double.isNaN(v)).max().orElse(0);
  }
}
