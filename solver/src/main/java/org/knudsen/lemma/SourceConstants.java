package org.knudsen.lemma;

import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.fluid.FluidDerivatives;
import org.knudsen.kinetic.SourceTerm;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.BurnettSpace;

/**
 * The best constants of Lemma 3.7 for a given fluid solution at one time and a given eps, on the
 * functions of degree K. Each estimate bounds a linear form of f by a constant and a quadratic
 * form, so its best constant is a dual norm of the source: sup_f &lt;G, f&gt; - a |f|^2 = |G|_*^2 /
 * (4 a).
 *
 * <ul>
 *   <li>(3.11): delta^2 C_{alpha,beta} = eps^2 / 4 |d_v^beta d_x^alpha S|_*^2, | |_* dual to
 *       ||d_v^beta f||_gamma; eta_2 drops out.
 *   <li>(3.12): delta^2 C_{alpha,k} = eps^2 / 4 |d_x^alpha S|_*^2, dual to ||d_{v_k} f||_gamma;
 *       eta_3 drops out. Here f has degree K - 1, so that its derivative meets all of S that there
 *       is.
 *   <li>(3.13): delta^2 C_alpha = eta_5 ||pi_L d_x^alpha S||^2 / 4 + eta_4 eps^2 |d_x^alpha
 *       S^perp|_*^2 / 4, dual to ||f^perp||_gamma.
 * </ul>
 *
 * <p><b>C_alpha depends on eta_4 and eta_5.</b> With delta^2 C_alpha / (eta_4 eta_5) on the right,
 * as (3.13) is printed, no constant serves all eta_4, eta_5 > 0; the proof's own C_alpha = max
 * {eta_5 C^(1), eta_4 C^(2)} says as much, and should be a sum. For eta_4, eta_5 &lt;= 1, C^(1) +
 * C^(2) serves. {@link Spatial} holds the two.
 *
 * <p>In x the supremum splits over waves, since the weights do not depend on x; a derivative in x
 * has no mean, nor has the f that meets it. Norms over the torus are means over the cells.
 */
public final class SourceConstants {

  /**
   * The two parts of C_alpha in (3.13).
   *
   * @param fluid C^(1) = ||pi_L d_x^alpha S||^2 / (4 delta^2)
   * @param microscopic C^(2) = eps^2 |d_x^alpha S^perp|_*^2 / (4 delta^2)
   */
  public record Spatial(double fluid, double microscopic) {

    /** The least C_alpha for these eta_4, eta_5 > 0. */
    public double constant(double eta4, double eta5) {
      return eta5 * fluid + eta4 * microscopic;
    }
  }

  private final BurnettSpace space;
  private final Torus torus;
  private final double gamma;
  private final double eps;
  private final double delta;
  private final double[] source;

  /**
   * @param fluid the fluid solution at the time wanted, on the torus
   * @param gamma exponent of the weight, that of the kernel in (H3)
   * @param delta delta_MS, > 0: the size of the fluid solution that the constants are relative to
   */
  public SourceConstants(
      BurnettCollision operator,
      FluidDerivatives fluid,
      Torus torus,
      double gamma,
      double eps,
      double delta) {
    if (!(delta > 0) || Double.isInfinite(delta)) {
      throw new IllegalArgumentException("delta_MS is " + delta + "; a finite number > 0");
    }
    this.space = operator.space();
    this.torus = torus;
    this.gamma = gamma;
    this.eps = eps;
    this.delta = delta;
    this.source = new double[torus.cells() * space.size()];
    new SourceTerm(operator, eps).evaluate(fluid, source);
  }

  /** C_{alpha,beta} of (3.11), |alpha| = 0, beta the orders along axes 0, 1, ..., not all 0. */
  public double velocity(int... beta) {
    return velocity(source, beta);
  }

  /** C_{alpha,beta} of (3.11), alpha the first derivative along an axis of the torus. */
  public double mixed(int axis, int... beta) {
    return velocity(derivative(axis), beta);
  }

  private double velocity(double[] field, int... beta) {
    if (DerivativeMatrices.order(beta) == 0) {
      throw new IllegalArgumentException("beta is 0; (3.11) has |beta| >= 1");
    }
    DerivativeMatrices forms = new DerivativeMatrices(space, gamma);
    return scaled(dual(field, forms.plain(beta), forms.weighted(beta)));
  }

  /** C_{alpha,k} of (3.12), alpha = e_k. */
  public double commutator(int axis) {
    BurnettSpace lower =
        new BurnettSpace(space.mixture(), space.degree() - 1, space.burnettModes().symmetry());
    DerivativeMatrices forms = new DerivativeMatrices(lower, gamma);
    int[] beta = DerivativeMatrices.along(axis);
    return scaled(dual(derivative(axis), forms.derivative(beta).transpose(), forms.weighted(beta)));
  }

  /** C_alpha of (3.13), alpha = 0. */
  public Spatial spatial() {
    return spatial(source);
  }

  /** C_alpha of (3.13), alpha = e_axis. */
  public Spatial spatial(int axis) {
    return spatial(derivative(axis));
  }

  private Spatial spatial(double[] field) {
    SimpleMatrix invariants = DerivativeMatrices.invariants(space);
    SimpleMatrix complement = SymmetricPencil.complement(invariants);
    SimpleMatrix weight = new DerivativeMatrices(space, gamma).weight();
    double fluid = invariants.transpose().mult(columns(field)).normF();
    double microscopic =
        dual(field, complement.transpose(), SymmetricPencil.restricted(weight, complement));
    return new Spatial(fluid * fluid / torus.cells() / (4 * delta * delta), scaled(microscopic));
  }

  private double scaled(double square) {
    return eps * eps * square / (4 * delta * delta);
  }

  /** The mean over cells of (A s)^T B^{-1} A s. */
  private double dual(double[] field, SimpleMatrix a, SimpleMatrix b) {
    SimpleMatrix image = SymmetricPencil.inverseRoot(b).transpose().mult(a.mult(columns(field)));
    return Math.pow(image.normF(), 2) / torus.cells();
  }

  /** A field with a column for each cell. */
  private SimpleMatrix columns(double[] field) {
    return new SimpleMatrix(torus.cells(), space.size(), true, field).transpose();
  }

  /** The spectral derivative of S along an axis of the torus. */
  private double[] derivative(int axis) {
    if (axis < 0 || axis >= torus.dimension()) {
      throw new IllegalArgumentException(
          "axis is " + axis + "; 0 to " + (torus.dimension() - 1) + " on this torus");
    }
    RealFourier fourier = new RealFourier(torus, space.size());
    double[] spectrum = new double[fourier.spectrumSize()];
    double[] derived = new double[spectrum.length];
    double[] out = new double[source.length];
    fourier.toSpectrum(source, spectrum);
    fourier.modes().derivative(spectrum, space.size(), axis, derived);
    fourier.toCells(derived, out);
    return out;
  }
}
