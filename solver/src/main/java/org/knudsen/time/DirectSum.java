package org.knudsen.time;

import java.util.List;

/**
 * The direct sum of linear operators on states that stand one after the other in one state: what
 * couples several equations in their nonlinear parts alone. Resolvents and phi functions are those
 * of the summands, so each keeps its own layout and method.
 *
 * <p>Every map owns workspace: one thread at a time.
 */
public final class DirectSum implements LinearPart {

  /** One summand, on states of the given length, at least 0. */
  public record Summand(int size, LinearPart linear) {

    public Summand {
      if (size < 0) {
        throw new IllegalArgumentException("summand has size " + size + "; at least 0");
      }
    }
  }

  private final List<Summand> summands;
  private final StateMap product;

  /**
   * @param summands in the order of the state
   */
  public DirectSum(List<Summand> summands) {
    this.summands = List.copyOf(summands);
    StateMap[] products = new StateMap[this.summands.size()];
    for (int s = 0; s < products.length; s++) {
      products[s] = this.summands.get(s).linear()::apply;
    }
    this.product = sum(products);
  }

  /** The length of a state. */
  public int size() {
    return summands.stream().mapToInt(Summand::size).sum();
  }

  @Override
  public void apply(double[] y, double[] out) {
    product.apply(y, out);
  }

  @Override
  public StateMap resolvent(double tau) {
    StateMap[] maps = new StateMap[summands.size()];
    for (int s = 0; s < maps.length; s++) {
      maps[s] = summands.get(s).linear().resolvent(tau);
    }
    return sum(maps);
  }

  @Override
  public StateMap[] phiFunctions(double tau, int order) {
    StateMap[][] phi = new StateMap[summands.size()][];
    for (int s = 0; s < phi.length; s++) {
      phi[s] = summands.get(s).linear().phiFunctions(tau, order);
    }
    StateMap[] maps = new StateMap[order + 1];
    for (int k = 0; k <= order; k++) {
      StateMap[] column = new StateMap[phi.length];
      for (int s = 0; s < phi.length; s++) {
        column[s] = phi[s][k];
      }
      maps[k] = sum(column);
    }
    return maps;
  }

  /** The map of all summands' maps. */
  private StateMap sum(StateMap[] maps) {
    double[][] part = new double[maps.length][];
    double[][] image = new double[maps.length][];
    for (int s = 0; s < maps.length; s++) {
      part[s] = new double[summands.get(s).size()];
      image[s] = new double[part[s].length];
    }
    return (y, out) -> {
      int at = 0;
      for (int s = 0; s < maps.length; s++) {
        int length = part[s].length;
        System.arraycopy(y, at, part[s], 0, length);
        maps[s].apply(part[s], image[s]);
        System.arraycopy(image[s], 0, out, at, length);
        at += length;
      }
    };
  }
}
