package org.knudsen.hypocoercivity;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The best quadratic functional of a family P(x) = P_0 + x_1 P_1 + ... + x_n P_n for one or more
 * equations d_t y = T y: the x that maximises the smallest lambda with -(P T + T^T P) / 2 >= lambda
 * P, P > 0.
 *
 * <p>lambda is quasi-concave in x and the constraint is affine in x for fixed lambda, so an
 * eigenvector of the worst equation at one x rules out a half space. Deep-cut ellipsoids
 * (Groetschel, Lovasz and Schrijver 1988) close in on the optimum from a ball; what is returned is
 * attained, and no x of the ball is better once an ellipsoid is empty.
 */
public final class LyapunovOptimum {

  /** One equation: T and the forms P_0, ..., P_n. */
  public record Equation(RealMatrix matrix, List<RealMatrix> forms) {}

  private final double[] best;
  private final double rate;

  private LyapunovOptimum(double[] best, double rate) {
    this.best = best;
    this.rate = rate;
  }

  /** x of the best functional found, a new array. */
  public double[] coordinates() {
    return best.clone();
  }

  /** Its lambda. */
  public double rate() {
    return rate;
  }

  /**
   * The optimum over a ball.
   *
   * @param equations all with the same number n + 1 of forms, n >= 2
   * @param centre of the ball; not modified
   * @param cuts the most half spaces to take away; each shrinks the volume by exp(-1 / (2 n + 2))
   *     at least
   * @throws IllegalArgumentException if no functional met is positive
   */
  public static LyapunovOptimum of(
      List<Equation> equations, double[] centre, double radius, int cuts) {
    int n = centre.length;
    double[] x = centre.clone();
    RealMatrix ellipsoid = MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(radius * radius);
    double[] best = null;
    double rate = Double.NEGATIVE_INFINITY;
    for (int cut = 0; cut < cuts; cut++) {
      Worst worst = worst(equations, x);
      if (worst.positive && worst.rate > rate) {
        rate = worst.rate;
        best = x.clone();
      }
      // y^T (S_j - rate P_j) y, or y^T P_j y where P(x) is not positive
      RealMatrix h = MatrixUtils.createRealMatrix(n, 1);
      for (int j = 0; j < n; j++) {
        h.setEntry(j, 0, worst.component(j + 1, rate));
      }
      double value = worst.component(0, rate);
      for (int j = 0; j < n; j++) {
        value += x[j] * h.getEntry(j, 0);
      }
      RealMatrix eh = ellipsoid.multiply(h);
      double width = Math.sqrt(SymmetricPencil.dot(h, eh));
      double depth = width > 0 ? Math.max(0, -value) / width : 1;
      if (!(depth < 1)) {
        break;
      }
      double step = (1 + n * depth) / (n + 1) / width;
      for (int j = 0; j < n; j++) {
        x[j] += step * eh.getEntry(j, 0);
      }
      ellipsoid =
          ellipsoid
              .subtract(
                  eh.multiply(eh.transpose())
                      .scalarMultiply(
                          2 * (1 + n * depth) / ((n + 1) * (1 + depth)) / (width * width)))
              .scalarMultiply(n * n * (1 - depth * depth) / (n * n - 1.0));
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "no functional of the family is positive within " + radius + " of the centre");
    }
    return new LyapunovOptimum(best, rate);
  }

  private record Worst(Equation equation, boolean positive, double rate, RealMatrix y) {

    /** y^T (S_j - reference P_j) y, S_j = -(P_j T + T^T P_j) / 2. */
    double component(int j, double reference) {
      RealMatrix form = equation.forms().get(j);
      double p = SymmetricPencil.dot(y, form.multiply(y));
      return positive
          ? -SymmetricPencil.dot(y, form.multiply(equation.matrix().multiply(y))) - reference * p
          : p;
    }
  }

  private static Worst worst(List<Equation> equations, double[] x) {
    Worst worst = null;
    for (Equation equation : equations) {
      RealMatrix form = equation.forms().get(0).copy();
      for (int j = 0; j < x.length; j++) {
        form = form.add(equation.forms().get(j + 1).scalarMultiply(x[j]));
      }
      SymmetricPencil.Pair smallest = SymmetricPencil.smallest(form);
      if (!(smallest.value() > 1e-13 * form.getNorm())) {
        return new Worst(equation, false, Double.NEGATIVE_INFINITY, smallest.vector());
      }
      SymmetricPencil.Pair pair =
          SymmetricPencil.smallest(LyapunovFunctional.dissipation(form, equation.matrix()), form);
      if (worst == null || pair.value() < worst.rate) {
        worst = new Worst(equation, true, pair.value(), pair.vector());
      }
    }
    return worst;
  }

  /**
   * The best functional (2.6) of order 1 for all the given modes together, A = 1.
   *
   * <p>A functional may be multiplied by any number, so a kappa^2 = 1 is fixed, kappa the smallest
   * wave, and the search is for A > 0, b and d in units in which the mixed form has norm 1 and the
   * smallest entry of ||grad_v f||^2 is 1 on the first mode: within 4 of (1, 0, 1).
   *
   * @param modes of one Knudsen number, none of them the wave 0
   */
  public static LyapunovFunctional functional(List<WaveOperator> modes, int cuts) {
    WaveOperator first = modes.get(0);
    double kappa = modes.stream().mapToDouble(WaveOperator::wave).min().orElseThrow();
    double smallest = Double.POSITIVE_INFINITY;
    for (int a = 0; a < first.size(); a++) {
      smallest = Math.min(smallest, first.gradientForm().getEntry(a, a));
    }
    double gradient = 1 / smallest;
    double mixed = 1 / first.mixedForm().getNorm();
    List<Equation> equations = new ArrayList<>();
    for (WaveOperator mode : modes) {
      RealMatrix one = MatrixUtils.createRealIdentityMatrix(mode.size());
      equations.add(
          new Equation(
              mode.matrix(),
              List.of(
                  one.scalarMultiply(mode.wave() * mode.wave() / (kappa * kappa)),
                  one,
                  mode.mixedForm().scalarMultiply(mixed),
                  mode.gradientForm().scalarMultiply(gradient))));
    }
    // A > 0, which no wave but 0 asks for: an equation that decays faster than any other
    RealMatrix unit = MatrixUtils.createRealIdentityMatrix(1);
    RealMatrix zero = unit.scalarMultiply(0);
    double fast = modes.stream().mapToDouble(mode -> mode.matrix().getNorm()).max().orElseThrow();
    equations.add(new Equation(unit.scalarMultiply(-fast), List.of(zero, unit, zero, zero)));
    double[] x = of(equations, new double[] {1, 0, 1}, 4, cuts).coordinates();
    double eps = first.knudsen();
    return new LyapunovFunctional(
        1,
        1 / (kappa * kappa * x[0]),
        x[1] * mixed / (eps * x[0]),
        x[2] * gradient / (eps * eps * x[0]));
  }
}
