package org.knudsen.time;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A block-diagonal linear part with real dense blocks: what a linear kinetic or diffusion operator
 * with constant coefficients becomes on the Fourier modes of a torus.
 *
 * <p>Block b is a matrix of order n_b that acts on each of {@code columns_b} column vectors (the
 * real and the imaginary part of a mode, say). They lie one after the other in the state:
 *
 * <pre>component i of column c of block b = y[offset_b + c * n_b + i]</pre>
 *
 * <p>The blocks tile the state without gaps. Blocks may be as stiff as A = L / eps^2 + V / eps with
 * eps = 1e-6: {@link ScaledLu} says why resolvents, and {@link BlockPhi} why phi functions, keep
 * their digits on the slow components. Zero rows of a block are honoured to the last bit.
 *
 * <p>Maps are built block by block in parallel on the common pool; a block sees one thread only, so
 * results do not depend on the number of threads. A map owns its workspace: one thread at a time.
 */
public final class BlockLinearPart implements LinearPart {

  /**
   * One block.
   *
   * @param offset where its first column begins in the state
   * @param order n, the length of a column
   * @param columns how many columns it acts on
   * @param matrix A_b, row-major, {@code matrix[row * order + column]}; kept, not copied, so it
   *     must not be modified afterwards
   */
  public record Block(int offset, int order, int columns, double[] matrix) {

    public Block {
      if (order < 1 || columns < 1) {
        throw new IllegalArgumentException(
            "block has order " + order + " and " + columns + " columns; at least 1 of each");
      }
      if (matrix.length != order * order) {
        throw new IllegalArgumentException(
            "block of order %s has %s matrix entries; %s are needed"
                .formatted(order, matrix.length, order * order));
      }
      for (int e = 0; e < matrix.length; e++) {
        if (!Double.isFinite(matrix[e])) {
          throw new IllegalArgumentException(
              "entry (" + e / order + ", " + e % order + ") of a block is " + matrix[e]);
        }
      }
    }

    int end() {
      return offset + order * columns;
    }
  }

  private static final int OBJECTS = 40; // bytes of objects and headers of a block in a map
  private static final int WORK = 16; // matrices in use while BlockPhi has a block

  private final List<Block> blocks;
  private final StateMap product;

  /** A linear part for states of a size; the blocks tile it in ascending order of offset. */
  public BlockLinearPart(int size, List<Block> blocks) {
    this.blocks = List.copyOf(blocks);
    int at = 0;
    for (Block block : this.blocks) {
      if (block.offset() != at) {
        throw new IllegalArgumentException(
            "block begins at " + block.offset() + "; the one before it ends at " + at);
      }
      at = block.end();
    }
    if (at != size) {
      throw new IllegalArgumentException("blocks end at " + at + "; the state ends at " + size);
    }
    this.product = products(this.blocks.stream().map(b -> b.matrix().clone()));
  }

  /**
   * The bytes of a linear part of so many blocks with so many entries in all, and of a stepper with
   * it for states of a size; of the latter 0 if the scheme states none.
   */
  public static double bytes(double blocks, double entries, double size, TimeIntegrator scheme) {
    double map = Double.BYTES * entries + OBJECTS * blocks;
    return 2 * map + scheme.bytes(size, map).orElse(0);
  }

  /** The most bytes in use, and dropped, while maps are made; of the largest order of a block. */
  public static double buildingBytes(double order) {
    return Runtime.getRuntime().availableProcessors() * WORK * Double.BYTES * order * order;
  }

  /** The blocks, in the order of the state. */
  public List<Block> blocks() {
    return blocks;
  }

  @Override
  public void apply(double[] y, double[] out) {
    product.apply(y, out);
  }

  @Override
  public StateMap resolvent(double tau) {
    requireTau(tau);
    ScaledLu[] factors = new ScaledLu[blocks.size()];
    IntStream.range(0, factors.length)
        .parallel()
        .forEach(b -> factors[b] = resolventFactor(blocks.get(b), tau));
    double[] work = new double[blocks.stream().mapToInt(Block::order).max().orElse(0)];
    return columns((b, y, at, out) -> factors[b].solve(y, at, out, at, work));
  }

  @Override
  public StateMap[] phiFunctions(double tau, int order) {
    requireTau(tau);
    if (order < 0) {
      throw new IllegalArgumentException("order of phi functions is " + order + "; at least 0");
    }
    double[][][] phi = new double[blocks.size()][][];
    IntStream.range(0, phi.length)
        .parallel()
        .forEach(
            b -> phi[b] = BlockPhi.of(blocks.get(b).order(), blocks.get(b).matrix(), tau, order));
    StateMap[] maps = new StateMap[order + 1];
    for (int k = 0; k <= order; k++) {
      int which = k;
      maps[k] = products(Arrays.stream(phi).map(ofBlock -> ofBlock[which]));
    }
    return maps;
  }

  private static ScaledLu resolventFactor(Block block, double tau) {
    int n = block.order();
    double[] m = new double[n * n];
    for (int e = 0; e < m.length; e++) {
      m[e] = -tau * block.matrix()[e];
    }
    for (int i = 0; i < n; i++) {
      m[i * n + i] += 1;
    }
    return new ScaledLu(n, m);
  }

  private static void requireTau(double tau) {
    if (!(tau >= 0) || Double.isInfinite(tau)) {
      throw new IllegalArgumentException("tau is " + tau + "; a finite number >= 0");
    }
  }

  /** A map of one column of a block, which begins at {@code at}. */
  private interface ColumnMap {
    void apply(int block, double[] y, int at, double[] out);
  }

  private StateMap columns(ColumnMap map) {
    Block[] all = blocks.toArray(Block[]::new);
    return (y, out) -> {
      for (int b = 0; b < all.length; b++) {
        for (int c = 0; c < all[b].columns(); c++) {
          map.apply(b, y, all[b].offset() + c * all[b].order(), out);
        }
      }
    };
  }

  /**
   * Applies one dense matrix a block; keeps the row-major matrices, and transposes them in place.
   */
  private StateMap products(Stream<double[]> matrices) {
    double[][] columnMajor = matrices.toArray(double[][]::new);
    int[] orders = blocks.stream().mapToInt(Block::order).toArray();
    for (int b = 0; b < orders.length; b++) {
      CommonOps_DDRM.transpose(DMatrixRMaj.wrap(orders[b], orders[b], columnMajor[b]));
    }
    return columns((b, y, at, out) -> multiply(orders[b], columnMajor[b], y, at, out));
  }

  /** Four columns a sweep: the result passes through memory once for four multiplications. */
  private static void multiply(int n, double[] m, double[] y, int at, double[] out) {
    for (int i = 0; i < n; i++) {
      out[at + i] = 0;
    }
    int j = 0;
    for (; j + 3 < n; j += 4) {
      int m0 = j * n;
      int m1 = m0 + n;
      int m2 = m1 + n;
      int m3 = m2 + n;
      double y0 = y[at + j];
      double y1 = y[at + j + 1];
      double y2 = y[at + j + 2];
      double y3 = y[at + j + 3];
      for (int i = 0; i < n; i++) {
        out[at + i] += m[m0 + i] * y0 + m[m1 + i] * y1 + m[m2 + i] * y2 + m[m3 + i] * y3;
      }
    }
    for (; j < n; j++) {
      double yj = y[at + j];
      for (int i = 0; i < n; i++) {
        out[at + i] += m[j * n + i] * yj;
      }
    }
  }
}
