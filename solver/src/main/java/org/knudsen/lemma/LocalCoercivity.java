package org.knudsen.lemma;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.OperatorsAboutMaxwellian;
import org.knudsen.velocity.BurnettSpace;

/**
 * L^eps about a local Maxwellian in the paper's norms, on the functions of a Burnett space:
 *
 * <ul>
 *   <li>(3.4), Lemma 3.2: the least C_1^L of |&lt;L^eps f, g&gt;| &lt;= C_1^L ||f||_gamma
 *       ||g||_gamma, the largest singular value of L^eps in that norm (it is not symmetric);
 *   <li>(3.7), Lemma 3.5: for given eps, eta_1 and delta_MS the least C_2^L of
 *       <p>&lt;L^eps f, f&gt; &lt;= -(lambda_L - (eps + eta_1) C_2) ||f^perp||^2_gamma + eps^2
 *       delta_MS C_2 / eta_1 ||pi_L f||^2_gamma,
 *       <p>a generalised eigenvalue, 0 about mu. lambda_L is that of L on the same space.
 * </ul>
 *
 * <p>&lt;L^eps pi_L f, pi_L f&gt; = 0 by (3.8), and L^eps pi_L is of the order eps: with pi_L f
 * measured in units of 1 / eps the eigenvalue problem is well conditioned however small eps is.
 * Both constants grow with the degree up to what lambda_L loses.
 */
public final class LocalCoercivity {

  private final double eps;
  private final int rank; // of ker L in the space
  private final SimpleMatrix linearized; // in coordinates (ker L, complement)
  private final SimpleMatrix weight;
  private final double gap;
  private final double continuity;

  /**
   * From L of the same space, {@link org.knudsen.collision.CollisionOperator#linearized}, not
   * modified, the operators about M^eps, and eps > 0.
   */
  public LocalCoercivity(
      BurnettSpace space,
      double[] linearized,
      OperatorsAboutMaxwellian operators,
      double gamma,
      double eps) {
    if (!(eps > 0) || Double.isInfinite(eps)) {
      throw new IllegalArgumentException("Knudsen number is " + eps + "; a finite number > 0");
    }
    this.eps = eps;
    this.rank = space.invariantCount();
    DerivativeMatrices forms = new DerivativeMatrices(space, gamma);
    SimpleMatrix basis = SymmetricPencil.completed(DerivativeMatrices.invariants(space));
    this.weight = SymmetricPencil.restricted(forms.weight(), basis);
    this.linearized = SymmetricPencil.restricted(forms.square(operators.linearized()), basis);
    SimpleMatrix rest = SymmetricPencil.restricted(forms.square(linearized), basis);
    this.gap = SymmetricPencil.smallest(perp(rest).negative(), perp(weight)).value();
    SimpleMatrix square = SymmetricPencil.restricted(weight.invert(), this.linearized);
    this.continuity = Math.sqrt(SymmetricPencil.largest(square, weight));
  }

  private SimpleMatrix perp(SimpleMatrix a) {
    return a.extractMatrix(rank, SimpleMatrix.END, rank, SimpleMatrix.END);
  }

  /** C_1^L of (3.4). */
  public double continuity() {
    return continuity;
  }

  /** lambda_L of (3.7) about mu, on the functions of this space. */
  public double gap() {
    return gap;
  }

  /**
   * The largest lambda with &lt;L^eps f, f&gt; &lt;= -lambda ||f||^2_gamma for f orthogonal to ker
   * L: lambda_L - O(eps), the gap that L^eps itself has there.
   */
  public double localGap() {
    return SymmetricPencil.smallest(perp(linearized).negative(), perp(weight)).value();
  }

  /** The least C_2^L >= 0 of (3.7) for given delta_MS and eta_1, > 0. */
  public double defect(double delta, double eta) {
    if (!(delta > 0 && eta > 0)) {
      throw new IllegalArgumentException(
          "delta_MS = " + delta + ", eta_1 = " + eta + "; both must be > 0");
    }
    int size = weight.getNumRows();
    SimpleMatrix form = SymmetricPencil.symmetric(linearized);
    SimpleMatrix fluid = weight.extractMatrix(0, rank, 0, rank);
    SimpleMatrix a = form.divide(eps); // pi_L f in units of 1 / eps
    a.insertIntoThis(0, 0, new SimpleMatrix(rank, rank));
    a.insertIntoThis(rank, rank, perp(form).plus(gap, perp(weight)));
    SimpleMatrix b = new SimpleMatrix(size, size);
    b.insertIntoThis(0, 0, fluid.scale(delta / eta));
    b.insertIntoThis(rank, rank, perp(weight).scale(eps + eta));
    return Math.max(0, SymmetricPencil.largest(a, b));
  }

  /** The largest defect over given eta_1: one C_2^L that serves them all. */
  public double defect(double delta, double[] etas) {
    return Arrays.stream(etas).map(eta -> defect(delta, eta)).reduce(0, Math::max);
  }
}
