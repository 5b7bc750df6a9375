package org.knudsen.kinetic;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.LinearPart;
import org.knudsen.time.StateMap;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.BurnettModes;

/**
 * The linear part of the kinetic equation in a rotation-invariant basis: turn the state so that
 * each wave vector is the polar axis ({@link WaveShells}), apply a block-diagonal operator there,
 * turn back. Resolvents and phi functions are those of the blocks. All maps share a workspace: one
 * thread at a time.
 */
final class ShellLinearPart implements LinearPart {

  private final WaveShells shells;
  private final BlockLinearPart blocks;
  private final double[] turned;
  private final double[] result;
  private final StateMap product;

  /**
   * @param collision L / eps^2 of one distribution, in the coordinates of a kinetic state,
   *     row-major
   * @param streaming the real form of -(i / eps) 2 pi v_0 for |k| = 1, likewise
   * @param distribution the order of both
   */
  ShellLinearPart(
      WaveShells shells, int size, double[] collision, double[] streaming, int distribution) {
    this.shells = shells;
    this.turned = new double[size];
    this.result = new double[size];
    List<BlockLinearPart.Block> list = new ArrayList<>();
    int offset = 0;
    int degree = shells.degree();
    for (WaveShells.Shell shell : shells.shells()) {
      double wave = Math.sqrt(shell.squaredWave());
      for (int m = 0; m <= shells.highest(degree); m++) {
        int order = shells.blockOrder(m);
        double[] matrix = new double[order * order];
        for (int row = 0; row < order; row++) {
          int from = shells.modeOf(m, row) * distribution;
          for (int column = 0; column < order; column++) {
            int at = from + shells.modeOf(m, column);
            matrix[row * order + column] = collision[at] + wave * streaming[at];
          }
        }
        int columns = shells.columns(shell, m);
        list.add(new BlockLinearPart.Block(offset, order, columns, matrix));
        offset += columns * order;
      }
    }
    this.blocks = new BlockLinearPart(offset, list);
    this.product = turned(blocks::apply);
  }

  /** The bytes of a matrix for each |k| and |m| and map, of rotations, and of two turned states. */
  static double bytes(BurnettModes modes, int species, Torus torus, TimeIntegrator scheme) {
    double entries = 0;
    double order = 0;
    for (int m = modes.degree(); m >= 0; m--) {
      order += species * modes.radialCount(m);
      entries += order * order;
    }
    double shells = WaveShells.count(torus);
    double blocks = shells * (modes.degree() + 1);
    double size = FourierModes.size(torus, (double) species * modes.count());
    return BlockLinearPart.bytes(blocks, shells * entries, size, scheme)
        + WaveShells.bytes(torus, modes)
        + 2 * Double.BYTES * size;
  }

  @Override
  public void apply(double[] y, double[] out) {
    product.apply(y, out);
  }

  @Override
  public StateMap resolvent(double tau) {
    return turned(blocks.resolvent(tau));
  }

  @Override
  public StateMap[] phiFunctions(double tau, int order) {
    StateMap[] maps = blocks.phiFunctions(tau, order);
    for (int k = 0; k <= order; k++) {
      maps[k] = turned(maps[k]);
    }
    return maps;
  }

  /** The map between turns. */
  private StateMap turned(StateMap map) {
    return (y, out) -> {
      shells.turn(y, turned);
      map.apply(turned, result);
      shells.turnBack(result, out);
    };
  }
}
