package org.knudsen.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The loop that runs every exponential Runge-Kutta tableau: A exact, N explicit.
 *
 * <p>The terms of a stage are gathered by phi function: the N_j are combined first, and each
 * phi_k(c z) is applied once a stage. Where a row of A is zero, e^{cz} leaves the component as it
 * is, to the last bit.
 */
public final class ExponentialRungeKutta extends StiffScheme<ExponentialTableau> {

  public ExponentialRungeKutta(ExponentialTableau tableau) {
    super(tableau);
  }

  @Override
  public OptionalDouble bytes(double size, double map) {
    int maps = tableau().arguments().stream().mapToInt(c -> tableau().largestPhi(c) + 1).sum();
    return OptionalDouble.of((tableau().stages() + 3) * Double.BYTES * size + maps * map);
  }

  @Override
  Stepper stepper(ExponentialTableau tableau, SemilinearEquation equation, double dt) {
    int s = tableau.stages();
    int n = equation.size();
    double[] nodes = new double[s];
    StateMap[] exponential = new StateMap[s + 1]; // a row; null where c_i = 0
    Part[][] parts = new Part[s + 1][]; // a row
    List<Double> arguments = tableau.arguments();
    List<StateMap[]> phi = new ArrayList<>();
    for (double c : arguments) {
      phi.add(equation.linear().phiFunctions(c * dt, tableau.largestPhi(c)));
    }
    for (int row = 0; row <= s; row++) {
      if (row < s) {
        nodes[row] = dt * tableau.end(row);
      }
      int end = arguments.indexOf(tableau.end(row));
      exponential[row] = end < 0 ? null : phi.get(end)[0];
      List<Part> gathered = new ArrayList<>();
      for (int c = 0; c < arguments.size(); c++) {
        for (int k = 1; k <= tableau.largestPhi(arguments.get(c)); k++) {
          double[] factors = new double[s];
          boolean used = false;
          for (ExponentialTableau.Term term : tableau.terms()) {
            if (term.row() == row && term.k() == k && term.node() == arguments.get(c)) {
              factors[term.column()] += dt * term.factor();
              used = true;
            }
          }
          if (used) {
            gathered.add(new Part(phi.get(c)[k], factors));
          }
        }
      }
      parts[row] = gathered.toArray(Part[]::new);
    }
    double[][] slope = new double[s][n];
    double[] stage = new double[n];
    double[] combined = new double[n];
    double[] image = new double[n];
    return (t, y) -> {
      for (int row = 0; row <= s; row++) {
        if (exponential[row] == null) {
          System.arraycopy(y, 0, stage, 0, y.length);
        } else {
          exponential[row].apply(y, stage);
        }
        for (Part part : parts[row]) {
          Arrays.fill(combined, 0);
          for (int j = 0; j < s; j++) {
            Combination.add(part.factors()[j], slope[j], combined);
          }
          part.phi().apply(combined, image);
          Combination.add(1, image, stage);
        }
        if (row < s) {
          equation.nonlinear(t + nodes[row], stage, slope[row]);
        }
      }
      System.arraycopy(stage, 0, y, 0, y.length);
    };
  }

  /** phi applied to dt sum_j factor_j N_j. */
  private record Part(StateMap phi, double[] factors) {}
}
