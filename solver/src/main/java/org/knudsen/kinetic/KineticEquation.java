package org.knudsen.kinetic;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.LinearPart;
import org.knudsen.time.SemilinearEquation;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.HarmonicModes;
import org.knudsen.velocity.Streaming;
import org.knudsen.velocity.VelocitySpace;

/**
 * The scaled Boltzmann equation (1.6) in deviation form, F = mu + eps h:
 *
 * <p>d_t h = -(1/eps) v.grad h + (1/eps^2) L h + (1/eps) Q(h, h),
 *
 * <p>with linear part A(k) = L / eps^2 - (i/eps) 2 pi k.v on the Fourier mode k, and Q(h, h) / eps
 * evaluated in cells. The quadratic term is computed on a grid fine enough that its kept modes are
 * exact (no aliasing), so space is a Galerkin method as well. Components of Q on the collision
 * invariants are zero analytically and round-off numerically; they are dropped, which makes the
 * conservation laws of the semi-discrete equation exact.
 *
 * <p>Everything that depends on a time step belongs to the integrator. Owns workspace: one thread
 * at a time.
 */
public final class KineticEquation implements SemilinearEquation {

  private final KineticState layout;
  private final LinearPart linear;
  private final CellwiseCollision quadratic;
  private final double eps;
  private final int distribution;
  private final double[] field;
  private final double[] collided;

  /**
   * @param operator Q and L in a velocity space that offers streaming and collision invariants
   * @param torus d = 1 for a slab
   * @param eps the Knudsen number, > 0
   */
  public KineticEquation(CollisionOperator operator, Torus torus, double eps) {
    if (!(eps > 0) || Double.isInfinite(eps)) {
      throw new IllegalArgumentException("Knudsen number is " + eps + "; a finite number > 0");
    }
    this.eps = eps;
    this.distribution = operator.space().size();
    this.layout =
        new KineticState(
            operator.space(), RealFourier.dealiased(new FourierModes(torus), distribution));
    this.quadratic = new CellwiseCollision(operator, layout.cells());
    this.field = new double[layout.cells() * distribution];
    this.collided = new double[field.length];
    this.linear = linearPart(operator, torus);
  }

  private LinearPart linearPart(CollisionOperator operator, Torus torus) {
    VelocitySpace space = operator.space();
    double[] collision = operator.linearized();
    layout.coordinates().conjugate(collision);
    for (int conserved : layout.coordinates().conserved()) {
      for (int a = 0; a < distribution; a++) {
        collision[conserved * distribution + a] = 0;
        collision[a * distribution + conserved] = 0;
      }
    }
    for (int at = 0; at < collision.length; at++) {
      collision[at] /= eps * eps;
    }
    double[][] streaming = new double[torus.dimension()][];
    for (int axis = 0; axis < streaming.length; axis++) {
      streaming[axis] = streaming(space, axis);
    }
    if (torus.dimension() > 1 && space instanceof HarmonicModes harmonic) {
      WaveShells shells =
          new WaveShells(layout.modes(), harmonic.burnettModes(), space.mixture().size());
      return new ShellLinearPart(shells, layout.size(), collision, streaming[0], distribution);
    }
    return wholeBlocks(collision, streaming);
  }

  /** One block a wave, with all modes: what serves any velocity space. */
  private LinearPart wholeBlocks(double[] collision, double[][] streaming) {
    List<BlockLinearPart.Block> blocks = new ArrayList<>();
    int offset = 0;
    for (int w = 0; w < layout.waves(); w++) {
      double[] matrix = collision.clone();
      for (int at = 0; at < matrix.length; at++) {
        for (int axis = 0; axis < streaming.length; axis++) {
          matrix[at] += layout.wave(w, axis) * streaming[axis][at];
        }
      }
      int columns = w == 0 ? 1 : 2;
      blocks.add(new BlockLinearPart.Block(offset, distribution, columns, matrix));
      offset += columns * distribution;
    }
    return new BlockLinearPart(offset, blocks);
  }

  /**
   * The real form of -(i / eps) 2 pi v_axis in the coordinates of a state: for h^ = i z on odd
   * modes, +2 pi v / eps from odd to even and -2 pi v / eps from even to odd.
   */
  private double[] streaming(VelocitySpace space, int axis) {
    int modes = space.modes();
    double[] matrix = new double[distribution * distribution];
    for (int i = 0; i < space.mixture().size(); i++) {
      double[] one = space.require(Streaming.class).multiplication(i, axis);
      for (int row = 0; row < modes; row++) {
        System.arraycopy(
            one, row * modes, matrix, (i * modes + row) * distribution + i * modes, modes);
      }
    }
    layout.coordinates().conjugate(matrix);
    for (int row = 0; row < distribution; row++) {
      for (int column = 0; column < distribution; column++) {
        double sign = layout.odd(row) == layout.odd(column) ? 0 : layout.odd(row) ? -1 : 1;
        matrix[row * distribution + column] *= sign * 2 * Math.PI / eps;
      }
    }
    return matrix;
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
    layout.toField(y, field);
    quadratic.apply(field, collided);
    layout.ofField(collided, out);
    for (int a = 0; a < out.length; a++) {
      out[a] /= eps;
    }
    for (int conserved : layout.coordinates().conserved()) {
      for (int at = conserved; at < out.length; at += distribution) {
        out[at] = 0;
      }
    }
  }
}
