package org.knudsen.kinetic;

import org.knudsen.collision.CollisionOperator;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.LinearPart;
import org.knudsen.time.SemilinearEquation;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.VelocitySpace;

/**
 * The scaled Boltzmann equation (1.6) in deviation form, F = mu + eps h:
 *
 * <p>d_t h = -(1/eps) v.grad h + (1/eps^2) L h + (1/eps) Q(h, h),
 *
 * <p>with linear part A(k) = L / eps^2 - (i/eps) 2 pi k.v on the Fourier mode k, and Q(h, h) / eps
 * evaluated in cells of a grid fine enough that its kept modes are exact ({@link CollisionTerm}).
 * The conservation laws of the semi-discrete equation are exact.
 *
 * <p>Everything that depends on a time step belongs to the integrator. Owns workspace: one thread
 * at a time.
 */
public final class KineticEquation implements SemilinearEquation {

  private final KineticState layout;
  private final LinearPart linear;
  private final CollisionTerm collisions;
  private final double eps;

  /**
   * The equation with Q and L in a velocity space that offers streaming and collision invariants,
   * at a Knudsen number > 0; d = 1 of the torus for a slab.
   */
  public KineticEquation(CollisionOperator operator, Torus torus, double eps) {
    this.eps = FluidSetting.requireKnudsen(eps);
    this.layout = KineticState.dealiased(operator.space(), torus);
    this.collisions = new CollisionTerm(operator, layout);
    this.linear = KineticLinearPart.of(operator, layout, eps);
  }

  /** The bytes of an equation and of a stepper of it, with evaluators of Q of so many each. */
  public static double bytes(
      VelocitySpace space, Torus torus, double evaluator, TimeIntegrator scheme) {
    return KineticState.bytes(space, torus, torus.dealiasedPoints())
        + CollisionTerm.bytes(space, torus, evaluator)
        + KineticLinearPart.bytes(space, torus, scheme);
  }

  /** The most bytes in use, and dropped, while both are built: L and streaming, then maps. */
  public static double buildingBytes(VelocitySpace space, Torus torus) {
    double dense = Double.BYTES * Math.pow(space.size(), 2);
    return Math.max((torus.dimension() + 3) * dense, BlockLinearPart.buildingBytes(space.size()));
  }

  /** How states are laid out, on the grid free of aliasing. */
  public KineticState layout() {
    return layout;
  }

  /** eps. */
  public double knudsen() {
    return eps;
  }

  @Override
  public int size() {
    return layout.size();
  }

  @Override
  public LinearPart linear() {
    return linear;
  }

  @Override
  public void nonlinear(double t, double[] y, double[] out) {
    collisions.quadratic(eps, y, out);
  }
}
