package org.knudsen.collision;

import java.util.Arrays;
import java.util.List;

/**
 * Evaluates Q(h, h) = sum of coefficient * h[a] h[b] over all couplings, many cells at a time.
 *
 * <p>A coupling is used once and is 12 bytes: read for one cell alone, memory is the limit. So a
 * chunk of up to {@value #CHUNK} cells is transposed to mode-major order, the products of a block
 * of couplings are formed for all cells of the chunk, and every coefficient then multiplies a
 * contiguous run of cells, four products a pass: loops that the compiler turns into vector
 * instructions. Each cell sees the same operations in the same order wherever it stands, so results
 * depend neither on chunks nor on threads.
 */
final class CouplingEvaluator implements CollisionOperator.Quadratic {

  private static final int CHUNK = 32;

  private final int size;
  private final CouplingTable[] tables;
  private final double[] modeMajor;
  private final double[] result;
  private final double[] products;

  CouplingEvaluator(int size, List<CouplingTable> tables) {
    this.size = size;
    this.tables = tables.toArray(CouplingTable[]::new);
    int block = 0;
    for (CouplingTable table : tables) {
      block = Math.max(block, table.largestBlock());
    }
    modeMajor = new double[size * CHUNK];
    result = new double[size * CHUNK];
    products = new double[block * CHUNK];
  }

  @Override
  public void apply(double[] h, double[] out, int offset, int cells) {
    for (int cell = 0; cell < cells; cell += CHUNK) {
      chunk(h, out, offset + cell * size, Math.min(CHUNK, cells - cell));
    }
  }

  private void chunk(double[] h, double[] out, int offset, int cells) {
    for (int cell = 0; cell < cells; cell++) {
      for (int mode = 0; mode < size; mode++) {
        modeMajor[mode * CHUNK + cell] = h[offset + cell * size + mode];
      }
    }
    Arrays.fill(result, 0);
    for (CouplingTable table : tables) {
      for (int block = 0; block < table.blocks(); block++) {
        multiply(table, block);
        accumulate(table, block);
      }
    }
    for (int cell = 0; cell < cells; cell++) {
      for (int mode = 0; mode < size; mode++) {
        out[offset + cell * size + mode] = result[mode * CHUNK + cell];
      }
    }
  }

  private void multiply(CouplingTable table, int block) {
    int from = table.blockStart()[block];
    int end = table.blockStart()[block + 1];
    for (int p = from; p < end; p++) {
      int a = table.first()[p] * CHUNK;
      int b = table.second()[p] * CHUNK;
      int to = (p - from) * CHUNK;
      for (int cell = 0; cell < CHUNK; cell++) {
        products[to + cell] = modeMajor[a + cell] * modeMajor[b + cell];
      }
    }
  }

  private void accumulate(CouplingTable table, int block) {
    int[] product = table.product();
    double[] coefficient = table.coefficient();
    int end = table.runStart()[block + 1];
    for (int run = table.runStart()[block]; run < end; run++) {
      int to = table.target()[run] * CHUNK;
      int e = table.entryStart()[run];
      int last = table.entryStart()[run + 1];
      for (; e + 3 < last; e += 4) {
        addFour(
            to,
            product[e] * CHUNK,
            coefficient[e],
            product[e + 1] * CHUNK,
            coefficient[e + 1],
            product[e + 2] * CHUNK,
            coefficient[e + 2],
            product[e + 3] * CHUNK,
            coefficient[e + 3]);
      }
      for (; e < last; e++) {
        addOne(to, product[e] * CHUNK, coefficient[e]);
      }
    }
  }

  private void addFour(
      int to, int p0, double c0, int p1, double c1, int p2, double c2, int p3, double c3) {
    double[] from = products;
    double[] sum = result;
    for (int cell = 0; cell < CHUNK; cell++) {
      sum[to + cell] +=
          c0 * from[p0 + cell]
              + c1 * from[p1 + cell]
              + (c2 * from[p2 + cell] + c3 * from[p3 + cell]);
    }
  }

  private void addOne(int to, int p0, double c0) {
    double[] from = products;
    double[] sum = result;
    for (int cell = 0; cell < CHUNK; cell++) {
      sum[to + cell] += c0 * from[p0 + cell];
    }
  }
}
