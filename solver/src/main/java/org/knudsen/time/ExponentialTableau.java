package org.knudsen.time;

import java.util.List;
import java.util.TreeSet;

/**
 * Coefficients of an explicit exponential Runge-Kutta scheme for y' = A y + N(t, y), z = dt A:
 *
 * <pre>
 *   Y_i = e^{c_i z} y + dt sum_{j&lt;i} a_ij(z) N(t + c_j dt, Y_j)
 *   y+  = e^z y + dt sum_j b_j(z) N_j
 * </pre>
 *
 * <p>a_ij and b_j are linear combinations of phi_k(c z), given as lists of terms. Immutable.
 *
 * @param name how tables call the scheme
 * @param order its classical order
 * @param nodes c_i, c_0 = 0
 * @param terms all terms of all a_ij and b_j
 */
public record ExponentialTableau(String name, int order, List<Double> nodes, List<Term> terms)
    implements Tableau {

  /**
   * factor * phi_k(node z), a part of a_ij, or of b_j where the row is the number of stages.
   *
   * @param row i, or the number of stages
   * @param column j &lt; i
   * @param factor its coefficient
   * @param k >= 1
   * @param node c > 0
   */
  public record Term(int row, int column, double factor, int k, double node) {}

  public ExponentialTableau {
    nodes = List.copyOf(nodes);
    terms = List.copyOf(terms);
    for (Term term : terms) {
      if (term.column() < 0
          || term.column() >= term.row()
          || term.row() > nodes.size()
          || term.k() < 1
          || !(term.node() > 0)) {
        throw new IllegalArgumentException(
            name + ": " + term + " has no place in a tableau of " + nodes.size() + " stages");
      }
    }
  }

  @Override
  public int stages() {
    return nodes.size();
  }

  /** c_i, and 1 for the row of the weights. */
  double end(int row) {
    return row == nodes.size() ? 1 : nodes.get(row);
  }

  /** The largest k at an argument c; 0 where there is the exponential alone. */
  int largestPhi(double c) {
    return terms.stream().filter(term -> term.node() == c).mapToInt(Term::k).max().orElse(0);
  }

  /** All arguments c != 0 at which phi functions are needed, ascending. */
  List<Double> arguments() {
    TreeSet<Double> all = new TreeSet<>();
    terms.forEach(term -> all.add(term.node()));
    for (int row = 0; row <= nodes.size(); row++) {
      if (end(row) != 0) {
        all.add(end(row));
      }
    }
    return List.copyOf(all);
  }
}
