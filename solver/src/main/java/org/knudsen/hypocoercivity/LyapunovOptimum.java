package org.knudsen.hypocoercivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.lemma.SymmetricPencil;

/**
 * The best quadratic functional of a family P(x) = P_0 + x_1 P_1 + ... + x_n P_n for one or more
 * equations d_t y = T y: the x that maximises the smallest lambda with -(P T + T^T P) / 2 >= lambda
 * P, P > 0.
 *
 * <p>lambda is quasi-concave in x and the constraint is affine in x for fixed lambda, so an
 * eigenvector of the worst equation at one x rules out a half space. Deep-cut ellipsoids
 * (Groetschel, Lovasz and Schrijver 1988) close in on the optimum from a ball; what is returned is
 * attained, and no x of the ball is better once an ellipsoid is empty.
 *
 * @param coordinates x of the best functional found
 * @param rate its lambda
 */
public record LyapunovOptimum(double[] coordinates, double rate) {

  /** One equation: T and the forms P_0, ..., P_n. */
  public record Equation(SimpleMatrix matrix, List<SimpleMatrix> forms) {}

  private static final int HALVINGS = 10; // of a factor 4: a part in a thousand

  /**
   * The optimum over a ball. An {@link IllegalArgumentException} says that no functional met is
   * positive.
   *
   * @param equations all with the same number n + 1 of forms, n >= 2
   * @param centre of the ball; not modified
   * @param cuts the most half spaces to take away; each shrinks the volume by exp(-1 / (2 n + 2))
   *     at least
   */
  public static LyapunovOptimum of(
      List<Equation> equations, double[] centre, double radius, int cuts) {
    int n = centre.length;
    double[] x = centre.clone();
    SimpleMatrix ellipsoid = SimpleMatrix.identity(n).scale(radius * radius);
    double[] best = null;
    double rate = Double.NEGATIVE_INFINITY;
    List<Equation> recent = new ArrayList<>(equations); // those that cut last come first
    for (int cut = 0; cut < cuts; cut++) {
      Worst worst = worst(recent, x, rate);
      recent.remove(worst.equation);
      recent.add(0, worst.equation);
      if (worst.positive && worst.rate > rate) {
        rate = worst.rate;
        best = x.clone();
      }
      // y^T (S_j - rate P_j) y, or y^T P_j y where P(x) is not positive
      SimpleMatrix h = new SimpleMatrix(n, 1);
      double value = worst.component(0, rate);
      for (int j = 0; j < n; j++) {
        h.set(j, worst.component(j + 1, rate));
        value += x[j] * h.get(j);
      }
      SimpleMatrix eh = ellipsoid.mult(h);
      double width = Math.sqrt(h.dot(eh));
      double depth = width > 0 ? Math.max(0, -value) / width : 1;
      if (!(depth < 1)) {
        break;
      }
      double step = (1 + n * depth) / (n + 1) / width;
      for (int j = 0; j < n; j++) {
        x[j] += step * eh.get(j);
      }
      double rankOne = -2 * (1 + n * depth) / ((n + 1) * (1 + depth)) / (width * width);
      ellipsoid =
          ellipsoid
              .plus(rankOne, eh.mult(eh.transpose()))
              .scale(n * n * (1 - depth * depth) / (n * n - 1.0));
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "no functional of the family is positive within " + radius + " of the centre");
    }
    return new LyapunovOptimum(best, rate);
  }

  private record Worst(Equation equation, boolean positive, double rate, SimpleMatrix y) {

    /** y^T (S_j - reference P_j) y, S_j = -(P_j T + T^T P_j) / 2. */
    double component(int j, double reference) {
      SimpleMatrix py = equation.forms().get(j).mult(y);
      double p = y.dot(py);
      return positive ? -py.dot(equation.matrix().mult(y)) - reference * p : p;
    }
  }

  /** The worst equation, or the first one met that is worse than the rate: it cuts as well. */
  private static Worst worst(List<Equation> equations, double[] x, double rate) {
    Worst worst = null;
    for (Equation equation : equations) {
      SimpleMatrix form = equation.forms().get(0);
      for (int j = 0; j < x.length; j++) {
        form = form.plus(x[j], equation.forms().get(j + 1));
      }
      SymmetricPencil.Pair smallest = SymmetricPencil.smallest(form);
      if (!(smallest.value() > 1e-13 * norm(form))) {
        return new Worst(equation, false, Double.NEGATIVE_INFINITY, smallest.vector());
      }
      SymmetricPencil.Pair pair =
          SymmetricPencil.smallest(LyapunovFunctional.dissipation(form, equation.matrix()), form);
      if (worst == null || pair.value() < worst.rate) {
        worst = new Worst(equation, true, pair.value(), pair.vector());
        if (worst.rate < rate) {
          break;
        }
      }
    }
    return worst;
  }

  /** The best functional (2.6) of order 1 for all the given modes together. */
  public static LyapunovFunctional functional(List<WaveOperator> modes, int cuts) {
    return functional(modes, 1, cuts);
  }

  /**
   * The best functional (2.6) of order s for all the given modes together: the largest smallest
   * decay rate.
   *
   * <p>A functional may be multiplied by any number, so a_s kappa^{2s} = 1 is fixed, kappa the
   * smallest wave, and the search is for a_j > 0, j &lt; s, b_j and d_{j,b} > 0 in units in which
   * their forms have norm 1 (b) or smallest entry 1 on the first mode: about a = d = 1, b = 0.
   * There are n = 2s + s(s+1)/2 of them, 3, 7 and 12 for s = 1, 2, 3, and cuts are needed in
   * proportion to n^2: 100, 600 and 2000 give three digits. The best A is often next to none; see
   * {@link #raised}.
   *
   * @param modes of one Knudsen number or several, where one functional serves them all; on a mode
   *     of the wave 0 what ker T^eps holds is left out. The rate of a functional on a wave tends to
   *     a limit as k -> infinity, so a functional for all waves is found from the first few and a
   *     large one
   * @param order s >= 1
   * @param cuts see {@link #of}
   */
  public static LyapunovFunctional functional(List<WaveOperator> modes, int order, int cuts) {
    if (order < 1) {
      throw new IllegalArgumentException("order of a functional is " + order + "; at least 1");
    }
    double kappa = smallestWave(modes);
    WaveOperator first =
        modes.stream().filter(mode -> mode.wave() == kappa).findFirst().orElseThrow();
    List<LyapunovFunctional> units = units(order, kappa, first);
    List<Equation> equations = new ArrayList<>();
    double fast = 0;
    for (WaveOperator mode : modes) {
      SimpleMatrix matrix = mode.matrix();
      fast = Math.max(fast, norm(matrix));
      equations.add(
          new Equation(
              mode.withoutKernel(matrix),
              units.stream().map(unit -> mode.withoutKernel(unit.form(mode))).toList()));
    }
    // a_j > 0 and d > 0: equations that decay faster than any other
    double[] centre = new double[units.size() - 1];
    for (int j = 1; j < units.size(); j++) {
      if (j <= order || j > 2 * order) { // the b_j between may have any sign
        centre[j - 1] = 1;
        int one = j;
        equations.add(
            new Equation(
                SimpleMatrix.diag(-fast),
                IntStream.range(0, units.size())
                    .mapToObj(other -> SimpleMatrix.diag(other == one ? 1 : 0))
                    .toList()));
      }
    }
    double radius = 4 * Math.sqrt(centre.length / 3.0);
    double[] x = of(equations, centre, radius, cuts).coordinates;
    LyapunovFunctional best = units.get(0);
    for (int j = 0; j < x.length; j++) {
      best = best.plus(units.get(j + 1).times(x[j]));
    }
    return best;
  }

  private static double norm(SimpleMatrix a) {
    return NormOps_DDRM.inducedP1(a.getDDRM());
  }

  /** The functionals that a search combines, each with one constant: a_s to a_0, b_j, d_{j,b}. */
  private static List<LyapunovFunctional> units(int order, double kappa, WaveOperator first) {
    double eps = first.knudsen();
    double norm = norm(first.mixedForm());
    List<LyapunovFunctional> out = new ArrayList<>();
    for (int j = order; j >= 0; j--) {
      out.add(LyapunovFunctional.unit(order, j, 0, Math.pow(kappa, -2 * j)));
    }
    for (int j = 1; j <= order; j++) {
      double scale = Math.pow(kappa, -2 * (j - 1)) / (eps * norm);
      out.add(LyapunovFunctional.unit(order, j, -1, scale));
    }
    for (int b = 1; b <= order; b++) {
      double smallest = first.velocityForm(b).diag().elementMin();
      for (int j = 0; j <= order - b; j++) {
        double scale = Math.pow(kappa, -2 * j) / (eps * eps * smallest);
        out.add(LyapunovFunctional.unit(order, j, b, scale));
      }
    }
    return out;
  }

  /**
   * A functional of order s >= 1 from one of order 1, positive on all the modes and decaying: that
   * of all grad_x^j f, j &lt; s, weighted by kappa^{-2j}, kappa the smallest wave, which has the
   * same rate, {@link #strengthened}.
   */
  public static LyapunovFunctional raised(
      LyapunovFunctional one, List<WaveOperator> modes, int order, double loss) {
    if (one.sobolev() != 1 || order < 1) {
      throw new IllegalArgumentException(
          "functional of order %s raised to order %s; from order 1 to 1 or more"
              .formatted(one.sobolev(), order));
    }
    return strengthened(one.raised(order, smallestWave(modes)), modes, loss);
  }

  /**
   * A functional, positive on all the modes and decaying, with more of the terms that its rate does
   * not ask for, so that it bounds all of the norm: the largest x added to a_0, and then the
   * largest x kappa^{-2j} added to d_{j,b}, j &lt;= s - b, for b = 2, ..., s in turn, kappa the
   * smallest wave, that lose no more than a share, 0 &lt; loss &lt; 1, of the smallest rate over
   * the modes each.
   *
   * <p>The constants that do not lose more form an interval, since the rate is quasi-concave in
   * them, so bisection finds the largest.
   */
  public static LyapunovFunctional strengthened(
      LyapunovFunctional functional, List<WaveOperator> modes, double loss) {
    if (!(loss > 0 && loss < 1)) {
      throw new IllegalArgumentException("share of the rate to lose is " + loss + "; 0 < loss < 1");
    }
    double kappa = smallestWave(modes);
    double rate = smallestRate(functional, modes);
    if (!(rate > 0)) {
      throw new IllegalArgumentException(
          "the functional does not decay on every mode: " + functional);
    }
    int s = functional.sobolev();
    LyapunovFunctional best = functional;
    for (int b = 1; b <= s; b++) { // b = 1 stands for a_0
      rate *= 1 - loss;
      LyapunovFunctional before = best;
      LyapunovFunctional unit = LyapunovFunctional.unit(s, 0, b == 1 ? 0 : b, 1);
      for (int j = 1; b > 1 && j <= s - b; j++) {
        unit = unit.plus(LyapunovFunctional.unit(s, j, b, Math.pow(kappa, -2 * j)));
      }
      LyapunovFunctional more = unit;
      DoubleFunction<LyapunovFunctional> family = x -> before.plus(more.times(x));
      double start = functional.velocity(0, 1);
      best = family.apply(largest(family, start, modes, rate));
    }
    return best;
  }

  private static double smallestWave(List<WaveOperator> modes) {
    return modes.stream()
        .mapToDouble(WaveOperator::wave)
        .filter(wave -> wave > 0)
        .min()
        .orElseThrow(() -> new IllegalArgumentException("no mode has a wave other than 0"));
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
