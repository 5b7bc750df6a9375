package org.knudsen.time;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

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

  /** The sum of summands in the order of the state. */
  public DirectSum(List<Summand> summands) {
    this.summands = List.copyOf(summands);
    this.product = sum(s -> summands.get(s).linear()::apply);
  }

  @Override
  public void apply(double[] y, double[] out) {
    product.apply(y, out);
  }

  @Override
  public StateMap resolvent(double tau) {
    return sum(s -> summands.get(s).linear().resolvent(tau));
  }

  @Override
  public StateMap[] phiFunctions(double tau, int order) {
    List<StateMap[]> phi =
        summands.stream().map(summand -> summand.linear().phiFunctions(tau, order)).toList();
    StateMap[] maps = new StateMap[order + 1];
    for (int k = 0; k <= order; k++) {
      int which = k;
      maps[k] = sum(s -> phi.get(s)[which]);
    }
    return maps;
  }

  /** The map of the maps of all summands. */
  private StateMap sum(IntFunction<StateMap> map) {
    StateMap[] maps = IntStream.range(0, summands.size()).mapToObj(map).toArray(StateMap[]::new);
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
