package org.knudsen.time;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The loop that runs an explicit Runge-Kutta tableau on y' = A y + N(t, y), A like everything else
 * taken explicitly. For reference: the step must resolve the stiffness of A.
 *
 * @param name how tables call it
 * @param order the classical order
 * @param matrix a_ij; row i holds the entries j &lt; i; kept, not copied, and not modified
 * @param weights b_i, likewise
 */
public record ExplicitRungeKutta(String name, int order, double[][] matrix, double[] weights)
    implements TimeIntegrator {

  public ExplicitRungeKutta {
    if (matrix.length != weights.length) {
      throw new IllegalArgumentException(
          name + ": " + matrix.length + " stages and " + weights.length + " weights");
    }
    for (int i = 0; i < matrix.length; i++) {
      if (matrix[i].length != i) {
        throw new IllegalArgumentException(
            name + ": row " + i + " of the tableau has " + matrix[i].length + " entries; " + i);
      }
    }
  }

  @Override
  public boolean unconditional() {
    return false;
  }

  @Override
  public OptionalDouble bytes(double size, double map) {
    return OptionalDouble.of((weights.length + 2) * Double.BYTES * size);
  }

  @Override
  public Stepper stepper(SemilinearEquation equation, double dt) {
    StepSize.require(dt);
    int n = equation.size();
    int s = weights.length;
    double[] nodes =
        Arrays.stream(matrix)
            .mapToDouble(row -> Arrays.stream(row).reduce(0, Double::sum))
            .toArray();
    double[] stage = new double[n];
    double[] linear = new double[n];
    double[][] slope = new double[s][n];
    return (t, y) -> {
      for (int i = 0; i < s; i++) {
        System.arraycopy(y, 0, stage, 0, n);
        for (int j = 0; j < i; j++) {
          Combination.add(dt * matrix[i][j], slope[j], stage);
        }
        equation.nonlinear(t + nodes[i] * dt, stage, slope[i]);
        equation.linear().apply(stage, linear);
        Combination.add(1, linear, slope[i]);
      }
      for (int i = 0; i < s; i++) {
        Combination.add(dt * weights[i], slope[i], y);
      }
    };
  }
}
