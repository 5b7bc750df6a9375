package org.knudsen.kinetic;

import java.util.stream.IntStream;
import org.knudsen.collision.CollisionOperator;

/**
 * Q over many cells with all processors. Cells are dealt out in runs of fixed length, one evaluator
 * a worker; a cell's value depends on nothing but the cell, so the result has the same bits for any
 * number of threads. Few cells are done by the calling thread alone, which then allocates nothing.
 */
final class CellwiseCollision {

  private static final int RUN = 64; // cells
  private static final int FEW = 4 * RUN;

  private final CollisionOperator.Quadratic[] evaluators;
  private final int distribution;
  private final int cells;

  CellwiseCollision(CollisionOperator operator, int cells) {
    this.cells = cells;
    this.distribution = operator.space().size();
    evaluators = new CollisionOperator.Quadratic[evaluators(cells)];
    for (int worker = 0; worker < evaluators.length; worker++) {
      evaluators[worker] = operator.quadratic();
    }
  }

  /** How many evaluators of Q so many cells get. */
  static int evaluators(double cells) {
    return cells <= FEW ? 1 : Runtime.getRuntime().availableProcessors();
  }

  /** out = Q(h, h) in every cell; out, another array than h, is overwritten. */
  void apply(double[] h, double[] out) {
    if (evaluators.length == 1) {
      evaluators[0].apply(h, out, 0, cells);
      return;
    }
    int runs = (cells + RUN - 1) / RUN;
    IntStream.range(0, evaluators.length)
        .parallel()
        .forEach(
            worker -> {
              for (int run = worker; run < runs; run += evaluators.length) {
                int first = run * RUN;
                evaluators[worker].apply(
                    h, out, first * distribution, Math.min(RUN, cells - first));
              }
            });
  }
}
