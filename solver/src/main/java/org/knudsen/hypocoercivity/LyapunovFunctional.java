package org.knudsen.hypocoercivity;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.lemma.SymmetricPencil;
import org.knudsen.norm.SobolevNorm;

/**
 * The functional (2.6) of any order s >= 1, one set of constants for all waves:
 *
 * <p>sum_{j &lt;= s} a_j ||grad_x^j f||^2 + eps sum_{1 &lt;= j &lt;= s} b_j &lt;grad_x^j f, grad_v
 * grad_x^{j-1} f&gt; + eps^2 sum_{j+b &lt;= s, b >= 1} d_{j,b} ||grad_v^b grad_x^j f||^2.
 *
 * <p>It is (2.6) with a_alpha = a_j j! / alpha!, b_{alpha,k} = b_j (j-1)! / (alpha - e_k)! and
 * d_{alpha,beta} = d_{j,b} (j! / alpha!) (b! / beta!): the choice of constants that does not single
 * out directions. Then a wave enters by kappa = 2 pi |k| alone: ||grad_x^j f||^2 is kappa^{2j}
 * ||f||^2, and the mixed terms of order j are kappa^{2(j-1)} times those of order 1. As printed,
 * (2.6) has the sum over b twice and the factor eps before the sum over d; (3.28) and (3.31) have
 * one sum and eps^2, which is what balances the estimate (3.21).
 *
 * <p>Norms that count every multi-index once ({@link SobolevNorm}) are at most this one's, and the
 * largest product of multinomial coefficients (j! / alpha!) (b! / beta!) times them is at least: 1,
 * 2, 6 for s = 1, 2, 3. Immutable.
 */
public final class LyapunovFunctional {

  private final double[] space; // a_j
  private final double[] mixed; // b_j at j - 1
  private final double[][] velocity; // d_{j,b} at [b - 1][j]

  /**
   * Of order s: a_0, ..., a_s, then b_1, ..., b_s, then d_{j,b} at {@code [b - 1][j]}, j = 0..s-b;
   * all are copied.
   */
  public LyapunovFunctional(double[] space, double[] mixed, double[][] velocity) {
    int s = space.length - 1;
    boolean fits = s >= 1 && mixed.length == s && velocity.length == s;
    for (int b = 1; fits && b <= s; b++) {
      fits = velocity[b - 1].length == s - b + 1;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          ("constants %s, %s, %s are of no one order s >= 1; s + 1, s, and s rows of s, s "
                  + "- 1, ..., 1 are needed")
              .formatted(
                  Arrays.toString(space), Arrays.toString(mixed), Arrays.deepToString(velocity)));
    }
    this.space = space.clone();
    this.mixed = mixed.clone();
    this.velocity = Arrays.stream(velocity).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Order 1: A ||f||^2 + a ||grad_x f||^2 + b eps &lt;grad_x f, grad_v f> + d eps^2 ||grad_v f||^2.
   */
  public LyapunovFunctional(double l2, double gradientX, double mixed, double gradientV) {
    this(new double[] {l2, gradientX}, new double[] {mixed}, new double[][] {{gradientV}});
  }

  /** s. */
  public int sobolev() {
    return space.length - 1;
  }

  /** a_j, j = 0..s. */
  public double space(int j) {
    return space[j];
  }

  /** b_j, j = 1..s. */
  public double mixed(int j) {
    return mixed[j - 1];
  }

  /** d_{j,b}, j >= 0, b >= 1, j + b &lt;= s. */
  public double velocity(int j, int b) {
    return velocity[b - 1][j];
  }

  /** From a_j, b_j and d_{j,b} by their indices. */
  private static LyapunovFunctional of(
      int s,
      IntToDoubleFunction space,
      IntToDoubleFunction mixed,
      ToDoubleBiFunction<Integer, Integer> velocity) {
    double[][] d = new double[s][];
    for (int order = 1; order <= s; order++) {
      int b = order;
      d[b - 1] =
          IntStream.rangeClosed(0, s - b).mapToDouble(j -> velocity.applyAsDouble(j, b)).toArray();
    }
    return new LyapunovFunctional(
        IntStream.rangeClosed(0, s).mapToDouble(space).toArray(),
        IntStream.rangeClosed(1, s).mapToDouble(mixed).toArray(),
        d);
  }

  /** The functional multiplied by a number. */
  public LyapunovFunctional times(double factor) {
    return of(
        sobolev(),
        j -> factor * space(j),
        j -> factor * mixed(j),
        (j, b) -> factor * velocity(j, b));
  }

  /** The sum with a functional of the same order. */
  LyapunovFunctional plus(LyapunovFunctional other) {
    return of(
        sobolev(),
        j -> space(j) + other.space(j),
        j -> mixed(j) + other.mixed(j),
        (j, b) -> velocity(j, b) + other.velocity(j, b));
  }

  /** One constant, a_j for b = 0, b_j for b = -1, or d_{j,b}; all others 0. */
  static LyapunovFunctional unit(int s, int j, int b, double value) {
    return of(
        s,
        i -> b == 0 && i == j ? value : 0,
        i -> b < 0 && i == j ? value : 0,
        (i, c) -> c == b && i == j ? value : 0);
  }

  /** This one, of order 1, of all grad_x^j f, j &lt; s, weighted by kappa^{-2j} and added up. */
  LyapunovFunctional raised(int s, double kappa) {
    IntToDoubleFunction weight = j -> j >= 0 && j < s ? Math.pow(kappa, -2 * j) : 0;
    return of(
        s,
        j -> weight.applyAsDouble(j - 1) * space[1] + weight.applyAsDouble(j) * space[0],
        j -> weight.applyAsDouble(j - 1) * mixed[0],
        (j, b) -> b == 1 ? weight.applyAsDouble(j) * velocity[0][0] : 0);
  }

  /** sum_j kappa^{2j} coefficient(j), j = 0..last. */
  static double sum(double kappa, int last, IntToDoubleFunction coefficient) {
    double sum = 0;
    for (int j = last; j >= 0; j--) {
      sum = sum * kappa * kappa + coefficient.applyAsDouble(j);
    }
    return sum;
  }

  /** The functional on one mode, as a symmetric matrix, a new one. */
  public SimpleMatrix form(WaveOperator mode) {
    return form(mode, mode.knudsen());
  }

  /** The same with another eps before the derivatives in v. */
  private SimpleMatrix form(WaveOperator mode, double eps) {
    double kappa = mode.wave();
    int s = sobolev();
    SimpleMatrix out =
        mode.mixedForm()
            .scale(eps * sum(kappa, s - 1, j -> mixed(j + 1)))
            .plus(sum(kappa, s, this::space), SimpleMatrix.identity(mode.size()));
    for (int b = 1; b <= s; b++) {
      double[] d = velocity[b - 1];
      out = out.plus(eps * eps * sum(kappa, s - b, j -> d[j]), mode.velocityForm(b));
    }
    return out;
  }

  /** -(P T + T^T P) / 2 on one mode: along d_t f = T^eps f the functional changes by -2 of it. */
  public SimpleMatrix dissipation(WaveOperator mode) {
    return dissipation(form(mode), mode.matrix());
  }

  /**
   * The largest lambda with d/dt functional &lt;= -2 lambda functional along d_t f = T^eps f on the
   * mode, a generalised eigenvalue; on the wave 0 for f orthogonal to ker T^eps, where f stays.
   * Never more than {@link WaveOperator#decayRate()}; the functional must be positive on the mode.
   */
  public double decayRate(WaveOperator mode) {
    SimpleMatrix form = form(mode);
    return SymmetricPencil.smallest(
            mode.withoutKernel(dissipation(form, mode.matrix())), mode.withoutKernel(form))
        .value();
  }

  /** -(P T + T^T P) / 2. */
  static SimpleMatrix dissipation(SimpleMatrix form, SimpleMatrix matrix) {
    return SymmetricPencil.symmetric(form.mult(matrix)).negative();
  }

  /**
   * The best C_eq of (3.35) on the mode: functional >= C_eq times the eps-weighted norm of order s
   * (||f||^2 twice, as printed).
   */
  public double lowerEquivalence(WaveOperator mode) {
    SimpleMatrix weighted = norm(sobolev()).form(mode).plus(SimpleMatrix.identity(mode.size()));
    return SymmetricPencil.smallest(form(mode), weighted).value();
  }

  /** The best C_EQ of (3.35) on the mode: functional &lt;= C_EQ times the norm of H^s_{x,v}. */
  public double upperEquivalence(WaveOperator mode) {
    return SymmetricPencil.largest(form(mode), norm(sobolev()).form(mode, 1));
  }

  /** All constants 1 but the mixed ones, which are 0. */
  private static LyapunovFunctional norm(int s) {
    return of(s, j -> 1, j -> 0, (j, b) -> 1);
  }

  @Override
  public String toString() {
    return "a = %s, b = %s, d = %s"
        .formatted(Arrays.toString(space), Arrays.toString(mixed), Arrays.deepToString(velocity));
  }
}
