package org.knudsen.collision;

import java.util.Arrays;
import java.util.List;

/**
 * Evaluates Q(h, h) = sum of coefficient * h[a] h[b] over all couplings, many cells at a time.
 *
 * <p>A coupling is used once and is 12 bytes: read for one cell alone, memory is the limit. So a
 * chunk of up to {@value #CHUNK} cells is transposed to mode-major order, the products of a block
 * of couplings are formed for all cells of the chunk, and every coefficient then multiplies a
 * contiguous run of cells, four products a pass. Rows are arrays of their own, so that all loops
 * run over one index from 0: with offsets into one array the compiler cannot exclude overlap and
 * gives up on vector instructions. Each cell sees the same operations in the same order wherever it
 * stands, so results depend neither on chunks nor on threads.
 */
final class CouplingEvaluator implements CollisionOperator.Quadratic {

  private static final int CHUNK = 32;

  private final int size;
  private final CouplingTable[] tables;
  private final double[][] modeMajor; // [mode][cell of the chunk]
  private final double[][] result;
  private final double[][] products;

  CouplingEvaluator(int size, List<CouplingTable> tables) {
    this.size = size;
    this.tables = tables.toArray(CouplingTable[]::new);
    int block = tables.stream().mapToInt(CouplingTable::largestBlock).max().orElse(0);
    modeMajor = new double[size][CHUNK];
    result = new double[size][CHUNK];
    products = new double[block][CHUNK];
  }

  /** The bytes of an evaluator: two rows a mode, one a product of a block, and their headers. */
  static double bytes(double size) {
    return (2 * size + CouplingTableBuilder.BLOCK) * (CHUNK + 2.5) * Double.BYTES;
  }

  @Override
  public void apply(double[] h, double[] out, int offset, int cells) {
    for (int cell = 0; cell < cells; cell += CHUNK) {
      chunk(h, out, offset + cell * size, Math.min(CHUNK, cells - cell));
    }
  }

  private void chunk(double[] h, double[] out, int offset, int cells) {
    for (int mode = 0; mode < size; mode++) {
      double[] row = modeMajor[mode];
      for (int cell = 0; cell < cells; cell++) {
        row[cell] = h[offset + cell * size + mode];
      }
      Arrays.fill(result[mode], 0);
    }
    for (CouplingTable table : tables) {
      for (int block = 0; block < table.blocks(); block++) {
        multiply(table, block);
        accumulate(table, block);
      }
    }
    for (int mode = 0; mode < size; mode++) {
      double[] row = result[mode];
      for (int cell = 0; cell < cells; cell++) {
        out[offset + cell * size + mode] = row[cell];
      }
    }
  }

  private void multiply(CouplingTable table, int block) {
    int from = table.blockStart()[block];
    int end = table.blockStart()[block + 1];
    for (int p = from; p < end; p++) {
      times(modeMajor[table.first()[p]], modeMajor[table.second()[p]], products[p - from]);
    }
  }

  private void accumulate(CouplingTable table, int block) {
    int[] product = table.product();
    double[] coefficient = table.coefficient();
    int end = table.runStart()[block + 1];
    for (int run = table.runStart()[block]; run < end; run++) {
      double[] sum = result[table.target()[run]];
      int e = table.entryStart()[run];
      int last = table.entryStart()[run + 1];
      for (; e + 3 < last; e += 4) {
        addFour(sum, product, coefficient, e);
      }
      for (; e < last; e++) {
        addOne(sum, products[product[e]], coefficient[e]);
      }
    }
  }

  private static void times(double[] a, double[] b, double[] out) {
    for (int cell = 0; cell < CHUNK; cell++) {
      out[cell] = a[cell] * b[cell];
    }
  }

  private void addFour(double[] sum, int[] product, double[] coefficient, int e) {
    double[] p0 = products[product[e]];
    double[] p1 = products[product[e + 1]];
    double[] p2 = products[product[e + 2]];
    double[] p3 = products[product[e + 3]];
    double c0 = coefficient[e];
    double c1 = coefficient[e + 1];
    double c2 = coefficient[e + 2];
    double c3 = coefficient[e + 3];
    for (int cell = 0; cell < CHUNK; cell++) {
      sum[cell] += c0 * p0[cell] + c1 * p1[cell] + (c2 * p2[cell] + c3 * p3[cell]);
    }
  }

  private static void addOne(double[] sum, double[] p0, double c0) {
    for (int cell = 0; cell < CHUNK; cell++) {
      sum[cell] += c0 * p0[cell];
    }
  }
}
