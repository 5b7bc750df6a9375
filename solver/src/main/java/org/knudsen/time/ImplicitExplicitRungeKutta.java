package org.knudsen.time;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The loop that runs every implicit-explicit Runge-Kutta tableau: A implicit, N explicit.
 *
 * <p>The stiff operator is never applied where a solve has just been made. Stage i solves (I - dt
 * d_ii A) Y_i = r_i, and A Y_i = (Y_i - r_i) / (dt d_ii) follows from it; applying A = L / eps^2 to
 * Y_i would multiply the rounding errors of its fast components by 1e12. Where a row of A is zero,
 * Y_i = r_i to the last bit and A Y_i is exactly zero, so conserved quantities see additions of N
 * alone.
 *
 * <p>One factorisation a distinct d_ii.
 */
public final class ImplicitExplicitRungeKutta extends StiffScheme<ImplicitExplicitTableau> {

  public ImplicitExplicitRungeKutta(ImplicitExplicitTableau tableau) {
    super(tableau);
  }

  @Override
  public OptionalDouble bytes(double size, double map) {
    int states = 2; // right-hand side and stage
    Set<Double> factors = new HashSet<>(Set.of(0.0));
    for (int i = 0; i < tableau().stages(); i++) {
      states += (slopeUsed(tableau(), i) ? 1 : 0) + (stiffUsed(tableau(), i) ? 1 : 0);
      factors.add(tableau().implicit()[i][i]);
    }
    return OptionalDouble.of(states * Double.BYTES * size + (factors.size() - 1) * map);
  }

  @Override
  Stepper stepper(ImplicitExplicitTableau tableau, SemilinearEquation equation, double dt) {
    int s = tableau.stages();
    int n = equation.size();
    double[] right = new double[n];
    double[] stage = new double[n];
    StateMap[] resolvent = new StateMap[s]; // a stage; null where d_ii = 0
    double[][] slope = new double[s][]; // N(Y_i), null where no later stage or weight needs it
    double[][] stiff = new double[s][]; // A Y_i, likewise
    Map<Double, StateMap> factored = new HashMap<>();
    for (int i = 0; i < s; i++) {
      double diagonal = tableau.implicit()[i][i];
      if (diagonal != 0) {
        resolvent[i] = factored.computeIfAbsent(diagonal, d -> equation.linear().resolvent(dt * d));
      }
      slope[i] = slopeUsed(tableau, i) ? new double[n] : null;
      stiff[i] = stiffUsed(tableau, i) ? new double[n] : null;
    }
    return (t, y) -> {
      for (int i = 0; i < s; i++) {
        System.arraycopy(y, 0, right, 0, y.length);
        for (int j = 0; j < i; j++) {
          Combination.add(dt * tableau.explicit()[i][j], slope[j], right);
          Combination.add(dt * tableau.implicit()[i][j], stiff[j], right);
        }
        if (resolvent[i] == null) {
          System.arraycopy(right, 0, stage, 0, y.length);
          if (stiff[i] != null) {
            equation.linear().apply(stage, stiff[i]);
          }
        } else {
          resolvent[i].apply(right, stage);
          if (stiff[i] != null) {
            double scale = dt * tableau.implicit()[i][i];
            double[] k = stiff[i];
            for (int e = 0; e < k.length; e++) {
              k[e] = (stage[e] - right[e]) / scale;
            }
          }
        }
        if (slope[i] != null) {
          equation.nonlinear(t + tableau.node(i) * dt, stage, slope[i]);
        }
      }
      if (tableau.stifflyAccurate()) {
        System.arraycopy(stage, 0, y, 0, y.length);
        return;
      }
      for (int j = 0; j < s; j++) {
        Combination.add(dt * tableau.explicitWeights()[j], slope[j], y);
        Combination.add(dt * tableau.implicitWeights()[j], stiff[j], y);
      }
    };
  }

  /** Whether N(Y_j) is needed after stage j. */
  private static boolean slopeUsed(ImplicitExplicitTableau tableau, int j) {
    return used(tableau, tableau.explicit(), tableau.explicitWeights(), j);
  }

  /** Whether A Y_j is needed after stage j. */
  private static boolean stiffUsed(ImplicitExplicitTableau tableau, int j) {
    return used(tableau, tableau.implicit(), tableau.implicitWeights(), j);
  }

  private static boolean used(
      ImplicitExplicitTableau tableau, double[][] matrix, double[] weights, int j) {
    return !tableau.stifflyAccurate() && weights[j] != 0
        || IntStream.range(j + 1, weights.length).anyMatch(i -> matrix[i][j] != 0);
  }
}
