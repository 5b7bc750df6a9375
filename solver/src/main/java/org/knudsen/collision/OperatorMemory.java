package org.knudsen.collision;

/**
 * What a collision operator takes of memory, in bytes.
 *
 * @param kept by the operator, and by tables of its velocity space
 * @param evaluator by one {@link CollisionOperator.Quadratic}
 * @param building the most in use while the operator is built, {@code kept} among it
 */
public record OperatorMemory(double kept, double evaluator, double building) {

  /** The bytes of the heap that are free, those it may still grow by among them. */
  public static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }
}
