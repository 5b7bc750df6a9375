package org.knudsen.collision.carleman;

import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.LocalMaxwellian;

/**
 * The Carleman representation of K^eps about a local Maxwellian M (appendix A), for any Phi, b and
 * masses, every constant explicit:
 *
 * <p>K_i(f)(v) = sum_j Int {kappa1_ij(v, v*) f_j(v*) + kappa2_ij(v, v*) f_i(v*) - kappa3_ij(v, v*)
 * f_j(v*)} dv*.
 *
 * <p>Notation: eta = v - v*, a_i = m_i / (m_i + m_j), a_j = 1 - a_i, delta = a_i - a_j; g the
 * relative velocity before the collision. With dg dsigma = dg dg' delta(|g'| - |g|) / |g|^2:
 *
 * <ul>
 *   <li>kappa1, v* = v'_*: kappa1 = 1 / (a_j^2 |eta|) Int B(|g|, cos theta) / |g| M_i(v') dE(v')
 *       over the sphere of radius R = a_j |eta| / |delta| and centre O = v + (a_j / delta) eta,
 *       which for equal masses is the plane through v orthogonal to eta. With x = |v' - v|, |g|^2 =
 *       |eta|^2 + (a_i / a_j) x^2 and cos theta = (|eta|^2 - (a_i^2 + a_j^2) x^2 / (2 a_j^2)) /
 *       |g|^2.
 *   <li>kappa2, v* = v': kappa2 = 1 / (a_j^2 |eta|) Int B(|g|, cos theta) / |g| M_j(v'_*) dE(v'_*)
 *       over the plane through V_E = v + (m_i - m_j) / (2 m_j) eta orthogonal to eta. With y = v'_*
 *       - V_E and q = |eta| / (2 a_j), |g|^2 = q^2 + |y|^2 and cos theta = (|y|^2 - q^2) / |g|^2.
 *   <li>kappa3 = M_i(v) Phi(|eta|) 2 pi Int b ds.
 * </ul>
 *
 * <p>So both constants that the paper leaves open are C_ij = C_ji = 1 / a_j^2 = ((m_i + m_j) /
 * m_j)^2.
 *
 * <p>Where this differs from the printed formulas (CarlemanPrintedTest decides each): the argument
 * of b_ij has the wrong sign throughout appendix A and section 4.3, which are right for even b
 * only, since the second argument of B_ij there is -sigma of (1.1); (A.1), and W^(1) of section
 * 4.3, have |...|^{1 - gamma} for (|...|^{1/2})^{1 - gamma}, |...| = |g|^2 / |eta|^2, right for
 * gamma = 1 only; (A.1) has the factor c_i twice; in A.2 the numerator in P_ij, (|v|^2 - |v*|^2) /
 * |v - v*|^2, is to be squared, as section 4.3 prints it, and |V_E + omega - eps u_i|^2 is to have
 * u_j.
 *
 * <p>Quadrature: about the axis eta a Gaussian's azimuthal mean is a Bessel function, which leaves
 * one integral over the arc (kappa1) or the radius (kappa2), on panels graded to the scale |eta| of
 * g and of b. The arc length from v makes kappa1 one formula for m_i = m_j and near it.
 */
public final class CarlemanKernels {

  private final LocalMaxwellian background;
  private final CollisionKernel kernel;

  /** The kernels about M; the collision kernel is for as many species. */
  public CarlemanKernels(LocalMaxwellian background, CollisionKernel kernel) {
    kernel.requireSpecies(background.mixture());
    this.background = background;
    this.kernel = kernel;
  }

  /** kappa1_ij of (A.1), acting on f_j: the gain from M_i' f_j'*. */
  public CarlemanKernel first(int i, int j) {
    return new CarlemanSphere(background, i, j, kernel.pair(i, j));
  }

  /** kappa2_ij of (A.2), acting on f_i: the gain from f_i' M_j'*. */
  public CarlemanKernel second(int i, int j) {
    return new CarlemanPlane(background, i, j, kernel.pair(i, j));
  }

  /** kappa3_ij of A.3, acting on f_j: the loss M_i f_j*. */
  public CarlemanKernel third(int i, int j) {
    PairKernel pair = kernel.pair(i, j);
    double total = pair.angular().total();
    return (x, y, z, xStar, yStar, zStar) -> {
      double g =
          Math.sqrt(
              (x - xStar) * (x - xStar) + (y - yStar) * (y - yStar) + (z - zStar) * (z - zStar));
      return background.at(i, x, y, z) * pair.kinetic().at(g) * total;
    };
  }
}
