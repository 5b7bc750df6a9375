package org.knudsen.kinetic;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.LinearPart;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.HarmonicModes;
import org.knudsen.velocity.Streaming;
import org.knudsen.velocity.VelocitySpace;

/**
 * T^eps = L / eps^2 - v.grad / eps (Lemma 3.8) on the states of a {@link KineticState}: L / eps^2 -
 * (i/eps) 2 pi k.v on the Fourier mode k. Rows and columns of L on the collision invariants are
 * zero by definition.
 */
final class KineticLinearPart {

  private KineticLinearPart() {}

  /**
   * The operator, in the blocks that the velocity space of L allows, which must offer streaming and
   * collision invariants.
   */
  static LinearPart of(CollisionOperator operator, KineticState layout, double eps) {
    VelocitySpace space = operator.space();
    int distribution = space.size();
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
    double[][] streaming = new double[layout.modes().torus().dimension()][];
    for (int axis = 0; axis < streaming.length; axis++) {
      streaming[axis] = streaming(space, layout, eps, axis);
    }
    if (streaming.length > 1 && space instanceof HarmonicModes harmonic) {
      WaveShells shells =
          new WaveShells(layout.modes(), harmonic.burnettModes(), space.mixture().size());
      return new ShellLinearPart(shells, layout.size(), collision, streaming[0], distribution);
    }
    return wholeBlocks(layout, collision, streaming);
  }

  /** The bytes of the linear part and of a stepper with it. */
  static double bytes(VelocitySpace space, Torus torus, TimeIntegrator scheme) {
    double waves = FourierModes.count(torus);
    double size = FourierModes.size(torus, space.size());
    return torus.dimension() > 1 && space instanceof HarmonicModes harmonic
        ? ShellLinearPart.bytes(harmonic.burnettModes(), space.mixture().size(), torus, scheme)
        : BlockLinearPart.bytes(waves, waves * Math.pow(space.size(), 2), size, scheme);
  }

  /** One block a wave, with all modes: what serves any velocity space. */
  private static LinearPart wholeBlocks(
      KineticState layout, double[] collision, double[][] streaming) {
    FourierModes modes = layout.modes();
    int distribution = layout.size() / modes.size(1);
    List<BlockLinearPart.Block> blocks = new ArrayList<>();
    for (int w = 0; w < modes.count(); w++) {
      double[] matrix = collision.clone();
      for (int at = 0; at < matrix.length; at++) {
        for (int axis = 0; axis < streaming.length; axis++) {
          matrix[at] += modes.wave(w, axis) * streaming[axis][at];
        }
      }
      int offset = modes.offset(w, distribution);
      blocks.add(new BlockLinearPart.Block(offset, distribution, w == 0 ? 1 : 2, matrix));
    }
    return new BlockLinearPart(layout.size(), blocks);
  }

  /**
   * The real form of -(i / eps) 2 pi v_axis in the coordinates of a state: for h^ = i z on odd
   * modes, +2 pi v / eps from odd to even and -2 pi v / eps from even to odd.
   */
  private static double[] streaming(
      VelocitySpace space, KineticState layout, double eps, int axis) {
    int distribution = space.size();
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
}
