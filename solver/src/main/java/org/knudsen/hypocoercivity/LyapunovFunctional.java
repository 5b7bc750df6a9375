package org.knudsen.hypocoercivity;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
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
 * <p>Norms that count every multi-index once ({@link SobolevNorm}) lie between this one's and a
 * factor: {@link EquivalenceConstants#multiplicity}. Immutable.
 */
public final class LyapunovFunctional {

  private final double[] space; // a_j
  private final double[] mixed; // b_j at j - 1
  private final double[][] velocity; // d_{j,b} at [b - 1][j]

  /**
   * @param space a_0, ..., a_s; not modified, copied
   * @param mixed b_1, ..., b_s; not modified, copied
   * @param velocity d_{j,b} at {@code [b - 1][j]}, j = 0..s-b; not modified, copied
   */
  public LyapunovFunctional(double[] space, double[] mixed, double[][] velocity) {
    int s = space.length - 1;
    boolean fits = s >= 1 && mixed.length == s && velocity.length == s;
    for (int b = 1; fits && b <= s; b++) {
      fits = velocity[b - 1].length == s - b + 1;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "constants "
              + Arrays.toString(space)
              + ", "
              + Arrays.toString(mixed)
              + ", "
              + Arrays.deepToString(velocity)
              + " are of no one order s >= 1; s + 1, s, and s rows of s, s - 1, ..., 1 are needed");
    }
    this.space = space.clone();
    this.mixed = mixed.clone();
    this.velocity = new double[s][];
    for (int b = 1; b <= s; b++) {
      this.velocity[b - 1] = velocity[b - 1].clone();
    }
  }

  /**
   * Order 1: A ||f||^2 + a ||grad_x f||^2 + b eps &lt;grad_x f, grad_v f> + d eps^2 ||grad_v f||^2.
   */
  public LyapunovFunctional(double l2, double gradientX, double mixed, double gradientV) {
    this(new double[] {l2, gradientX}, new double[] {mixed}, new double[][] {{gradientV}});
  }

  /** s. */
  public int order() {
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

  /** The functional multiplied by a number. */
  public LyapunovFunctional times(double factor) {
    double[][] scaled = new double[velocity.length][];
    for (int b = 0; b < scaled.length; b++) {
      scaled[b] = Arrays.stream(velocity[b]).map(x -> factor * x).toArray();
    }
    return new LyapunovFunctional(
        Arrays.stream(space).map(x -> factor * x).toArray(),
        Arrays.stream(mixed).map(x -> factor * x).toArray(),
        scaled);
  }

  /** The sum with a functional of the same order. */
  LyapunovFunctional plus(LyapunovFunctional other) {
    LyapunovFunctional sum = times(1);
    for (int j = 0; j < space.length; j++) {
      sum.space[j] += other.space[j];
    }
    for (int b = 0; b < mixed.length; b++) {
      sum.mixed[b] += other.mixed[b];
      for (int j = 0; j < velocity[b].length; j++) {
        sum.velocity[b][j] += other.velocity[b][j];
      }
    }
    return sum;
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
  public RealMatrix form(WaveOperator mode) {
    double eps = mode.knudsen();
    double kappa = mode.wave();
    int s = order();
    RealMatrix out =
        MatrixUtils.createRealIdentityMatrix(mode.size())
            .scalarMultiply(sum(kappa, s, this::space))
            .add(mode.mixedForm().scalarMultiply(eps * sum(kappa, s - 1, j -> mixed(j + 1))));
    for (int b = 1; b <= s; b++) {
      double[] d = velocity[b - 1];
      out = out.add(mode.velocityForm(b).scalarMultiply(eps * eps * sum(kappa, s - b, j -> d[j])));
    }
    return out;
  }

  /** -(P T + T^T P) / 2 on one mode: along d_t f = T^eps f the functional changes by -2 of it. */
  public RealMatrix dissipation(WaveOperator mode) {
    return dissipation(form(mode), mode.matrix());
  }

  /**
   * The largest lambda with d/dt functional &lt;= -2 lambda functional along d_t f = T^eps f on the
   * mode, a generalised eigenvalue; on the wave 0 for f orthogonal to ker T^eps, where f stays.
   * Never more than {@link WaveOperator#decayRate()}.
   *
   * @throws IllegalArgumentException if the functional is not positive on the mode
   */
  public double decayRate(WaveOperator mode) {
    RealMatrix form = form(mode);
    return SymmetricPencil.smallest(
            mode.withoutKernel(dissipation(form, mode.matrix())), mode.withoutKernel(form))
        .value();
  }

  /** -(P T + T^T P) / 2. */
  static RealMatrix dissipation(RealMatrix form, RealMatrix matrix) {
    RealMatrix half = form.multiply(matrix);
    return half.add(half.transpose()).scalarMultiply(-0.5);
  }

  /**
   * The best C_eq of (3.35) on the mode: functional >= C_eq times the eps-weighted norm of order s
   * (||f||^2 twice, as printed).
   */
  public double lowerEquivalence(WaveOperator mode) {
    return SymmetricPencil.smallest(form(mode), weightedNorm(mode)).value();
  }

  /** The best C_EQ of (3.35) on the mode: functional &lt;= C_EQ times the norm of H^s_{x,v}. */
  public double upperEquivalence(WaveOperator mode) {
    return SymmetricPencil.largest(form(mode), plainNorm(mode));
  }

  private RealMatrix weightedNorm(WaveOperator mode) {
    RealMatrix one = MatrixUtils.createRealIdentityMatrix(mode.size());
    return norm(order()).form(mode).add(one);
  }

  private RealMatrix plainNorm(WaveOperator mode) {
    return norm(order())
        .form(mode)
        .add(velocityPart(mode).scalarMultiply(1 - mode.knudsen() * mode.knudsen()));
  }

  /** sum_{j+b &lt;= s, b >= 1} kappa^{2j} ||grad_v^b f||^2. */
  private RealMatrix velocityPart(WaveOperator mode) {
    RealMatrix out = MatrixUtils.createRealMatrix(mode.size(), mode.size());
    for (int b = 1; b <= order(); b++) {
      out = out.add(mode.velocityForm(b).scalarMultiply(sum(mode.wave(), order() - b, j -> 1)));
    }
    return out;
  }

  /** All constants 1 but the mixed ones, which are 0. */
  private static LyapunovFunctional norm(int s) {
    double[] space = new double[s + 1];
    Arrays.fill(space, 1);
    double[][] velocity = new double[s][];
    for (int b = 1; b <= s; b++) {
      velocity[b - 1] = new double[s - b + 1];
      Arrays.fill(velocity[b - 1], 1);
    }
    return new LyapunovFunctional(space, new double[s], velocity);
  }

  @Override
  public String toString() {
    return "a = "
        + Arrays.toString(space)
        + ", b = "
        + Arrays.toString(mixed)
        + ", d = "
        + Arrays.deepToString(velocity);
  }
}
