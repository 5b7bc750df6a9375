package org.knudsen.kinetic;

import org.knudsen.collision.CollisionOperator;
import org.knudsen.fluid.FluidDerivatives;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.VelocitySpace;

/**
 * The first Chapman-Enskog correction to the local Maxwellian of a fluid solution,
 *
 * <p>f = - eps^2 L^{-1} (1 - pi_L) S^eps,
 *
 * <p>which makes the two largest terms of the perturbed equation (1.11) cancel on the orthogonal
 * complement of ker L: L f / eps^2 + (1 - pi_L) S^eps = 0. It is O(eps), since S^eps is O(1/eps)
 * (Lemma 3.7), and the microscopic part of a solution is within O(eps^2) of it once the initial
 * layer of duration eps^2 / lambda_L is over. Data with f^in = f have no such layer.
 *
 * <p>What it is to leading order: with m the deviation (M^eps - mu) / eps, eps L^{-1} (1 - pi_L)
 * v.grad m, the response to the gradients of concentration and temperature, less the part of m that
 * stands for the diffusion velocities of the fluid, which M^eps has already. For Maxwell molecules
 * and the Maxwell-Stefan limit the two are equal, and the correction is O(eps^2).
 *
 * <p>Owns workspace: one thread at a time.
 */
public final class ChapmanEnskogCorrection {

  private final SourceTerm source;
  private final MicroscopicInverse inverse;
  private final int size;
  private final double eps;

  /** The correction with Q and L in a Burnett space, at a Knudsen number > 0. */
  public ChapmanEnskogCorrection(CollisionOperator operator, double eps) {
    this.source = new SourceTerm(operator, eps);
    this.inverse = new MicroscopicInverse(operator);
    this.size = operator.space().size();
    this.eps = eps;
  }

  /** The bytes of three fields of S^eps with evaluators of Q, and of L with its factors. */
  public static double bytes(VelocitySpace space, Torus torus, double evaluator) {
    double cells = Math.pow(torus.points(), torus.dimension());
    return 3 * Double.BYTES * space.size() * (cells + space.size())
        + CellwiseCollision.evaluators(cells) * evaluator;
  }

  /**
   * The correction at the cells of the torus, {@code cell * space.size() + species * modes + mode},
   * of the fluid solution at one time; out is overwritten.
   */
  public void evaluate(FluidDerivatives fluid, double[] out) {
    source.evaluate(fluid, out);
    for (int cell = 0; cell < fluid.fields().cells; cell++) {
      int at = cell * size;
      for (int a = at; a < at + size; a++) {
        out[a] *= -eps * eps;
      }
      inverse.apply(out, at);
    }
  }
}
