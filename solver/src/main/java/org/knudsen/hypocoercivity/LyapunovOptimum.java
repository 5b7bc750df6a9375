package org.knudsen.hypocoercivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
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

  private static final int HALVINGS = 10; // of a factor 4: a part in a thousand

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
   * The best functional (2.6) of order 1 for all the given modes together, A = 1: the largest
   * smallest decay rate.
   *
   * <p>A functional may be multiplied by any number, so a kappa^2 = 1 is fixed, kappa the smallest
   * wave, and the search is for A > 0, b and d in units in which the mixed form has norm 1 and the
   * smallest entry of ||grad_v f||^2 is 1 on the first mode: within 4 of (1, 0, 1). The best A is
   * often next to none, against which the other constants are then large; see {@link #raised}.
   *
   * @param modes of one Knudsen number or several, where one functional serves them all; on a mode
   *     of the wave 0 what ker T^eps holds is left out
   * @param cuts see {@link #of}
   */
  public static LyapunovFunctional functional(List<WaveOperator> modes, int cuts) {
    double kappa =
        modes.stream()
            .mapToDouble(WaveOperator::wave)
            .filter(wave -> wave > 0)
            .min()
            .orElseThrow(() -> new IllegalArgumentException("no mode has a wave other than 0"));
    WaveOperator first =
        modes.stream().filter(mode -> mode.wave() == kappa).findFirst().orElseThrow();
    double smallest = Double.POSITIVE_INFINITY;
    for (int a = 0; a < first.size(); a++) {
      smallest = Math.min(smallest, first.gradientForm().getEntry(a, a));
    }
    double gradient = 1 / smallest;
    double mixed = 1 / first.mixedForm().getNorm();
    double eps = first.knudsen();
    List<Equation> equations = new ArrayList<>();
    double fast = 0;
    for (WaveOperator mode : modes) {
      RealMatrix one = MatrixUtils.createRealIdentityMatrix(mode.size());
      double ratio = mode.knudsen() / eps;
      RealMatrix matrix = mode.matrix();
      fast = Math.max(fast, matrix.getNorm());
      equations.add(
          new Equation(
              mode.withoutKernel(matrix),
              List.of(
                  mode.withoutKernel(
                      one.scalarMultiply(mode.wave() * mode.wave() / (kappa * kappa))),
                  mode.withoutKernel(one),
                  mode.withoutKernel(mode.mixedForm().scalarMultiply(mixed * ratio)),
                  mode.withoutKernel(
                      mode.gradientForm().scalarMultiply(gradient * ratio * ratio)))));
    }
    // A > 0, which no wave but 0 asks for: an equation that decays faster than any other
    RealMatrix number = MatrixUtils.createRealIdentityMatrix(1);
    RealMatrix zero = number.scalarMultiply(0);
    equations.add(new Equation(number.scalarMultiply(-fast), List.of(zero, number, zero, zero)));
    double[] x = of(equations, new double[] {1, 0, 1}, 4, cuts).coordinates();
    return new LyapunovFunctional(
        1,
        1 / (kappa * kappa * x[0]),
        x[1] * mixed / (eps * x[0]),
        x[2] * gradient / (eps * eps * x[0]));
  }

  /**
   * A functional of order s from one of order 1: that of all grad_x^j f, j < s, weighted by
   * kappa^{-2j}, kappa the smallest wave, which has the same rate; with the largest A, and then the
   * largest constants of ||grad_v^b grad_x^j f||^2, b = 2, ..., s in turn, that lose no more than a
   * share of the smallest rate over the modes each.
   *
   * <p>The constants that do not lose more form an interval, since the rate is quasi-concave in
   * them, so bisection finds the largest. A is among them because the rate does not ask for it: the
   * best of order 1 may have next to none. Optimal are these constants, one after the other, and
   * those of order 1 if they were; that no other functional of order s decays faster is not said.
   *
   * @param one of order 1, positive on all the modes and decaying
   * @param order s >= 1
   * @param loss the share of the rate to be lost at most in each step, 0 < loss < 1
   */
  public static LyapunovFunctional raised(
      LyapunovFunctional one, List<WaveOperator> modes, int order, double loss) {
    if (one.order() != 1 || order < 1 || !(loss > 0 && loss < 1)) {
      throw new IllegalArgumentException(
          "functional of order "
              + one.order()
              + " raised to order "
              + order
              + " with a loss of "
              + loss
              + "; from order 1 to 1 or more, losing between 0 and 1");
    }
    double kappa =
        modes.stream().mapToDouble(WaveOperator::wave).filter(w -> w > 0).min().orElseThrow();
    double rate = smallestRate(one, modes) * (1 - loss);
    if (!(rate > 0)) {
      throw new IllegalArgumentException("the functional does not decay on every mode: " + one);
    }
    DoubleFunction<LyapunovFunctional> withL2 =
        l2 -> new LyapunovFunctional(l2, one.space(1), one.mixed(1), one.velocity(0, 1));
    double first = largest(withL2, one.space(0), modes, rate);
    double[] space = new double[order + 1];
    double[] mixed = new double[order];
    double[][] velocity = new double[order][];
    for (int b = 1; b <= order; b++) {
      velocity[b - 1] = new double[order - b + 1];
    }
    for (int j = 0; j < order; j++) {
      double weight = Math.pow(kappa, -2 * j);
      space[j] += weight * first;
      space[j + 1] += weight * one.space(1);
      mixed[j] = weight * one.mixed(1);
      velocity[0][j] = weight * one.velocity(0, 1);
    }
    for (int b = 2; b <= order; b++) {
      rate *= 1 - loss;
      double[] row = velocity[b - 1];
      DoubleFunction<LyapunovFunctional> withRow =
          size -> {
            for (int j = 0; j < row.length; j++) {
              row[j] = size * Math.pow(kappa, -2 * j);
            }
            return new LyapunovFunctional(space, mixed, velocity);
          };
      double start = one.velocity(0, 1) * Math.pow(kappa, -2 * (b - 1));
      withRow.apply(largest(withRow, start, modes, rate));
    }
    return new LyapunovFunctional(space, mixed, velocity);
  }

  /** The largest number of a family of functionals that keeps a rate; small ones do. */
  private static double largest(
      DoubleFunction<LyapunovFunctional> family,
      double start,
      List<WaveOperator> modes,
      double rate) {
    double size = start;
    boolean keeps = keeps(family.apply(size), modes, rate);
    for (boolean now = keeps; now == keeps; now = keeps(family.apply(size), modes, rate)) {
      size *= keeps ? 4 : 0.25;
    }
    double above = keeps ? size : 4 * size;
    double below = above / 4;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = Math.sqrt(below * above);
      if (keeps(family.apply(middle), modes, rate)) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below;
  }

  private static boolean keeps(
      LyapunovFunctional functional, List<WaveOperator> modes, double rate) {
    return modes.stream().allMatch(mode -> functional.decayRate(mode) >= rate);
  }

  /** The smallest decay rate of a functional over modes. */
  public static double smallestRate(LyapunovFunctional functional, List<WaveOperator> modes) {
    return modes.stream().mapToDouble(functional::decayRate).min().orElseThrow();
  }
}
