package org.knudsen.run;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A measured quantity, or a few that come from one computation: what they are, and how they are
 * measured from a state. Tables, files and plots take it from there. A measurement of one's own is
 * a class of this kind, or {@link #of} with a function.
 *
 * <p>Immutable and without workspace: what one run needs is made by {@link #begin}.
 */
public interface Measurement {

  /** Which of the times of a run are measured. */
  enum When {
    /** Time 0. */
    START(""),
    /** Every observation, {@link Output#every}. */
    OBSERVED("time"),
    /** About twenty times, the first and the last among them: for fields. */
    KEPT("keptTime"),
    /** The times of {@link Output#distribution}. */
    CHOSEN("chosenTime");

    private final String dimension;

    When(String dimension) {
      this.dimension = dimension;
    }

    /** The name of the time of such quantities; empty for {@link #START}, which has none. */
    public String dimension() {
      return dimension;
    }
  }

  /** When it is measured. */
  default When when() {
    return When.OBSERVED;
  }

  /**
   * Prepares for one run.
   *
   * @param start the state at time 0, also of a run that is gone on with later; may be kept as a
   *     reference to later states, not for its values
   */
  Probe begin(RunState start);

  /** Measures one run. Owns workspace: one thread at a time. */
  interface Probe {

    /** What is measured; the same at all times, without the dimension of time. */
    List<Quantity> quantities();

    /**
     * Measures a state.
     *
     * @param state not modified
     * @param out one array a quantity, of its size; overwritten
     */
    void measure(RunState state, double[][] out);

    /**
     * What follows from all times, once they are measured: variables without a dimension of time,
     * by default none. {@code measured} is what this probe has measured, by name.
     */
    default List<Variable> conclude(Map<String, Variable> measured) {
      return List.of();
    }

    /** A probe from which nothing follows; {@code measure} as {@link #measure}. */
    static Probe of(List<Quantity> quantities, BiConsumer<RunState, double[][]> measure) {
      return new Probe() {
        @Override
        public List<Quantity> quantities() {
          return quantities;
        }

        @Override
        public void measure(RunState state, double[][] out) {
          measure.accept(state, out);
        }
      };
    }
  }

  /** A number at every observation, under a name as of a {@link Quantity}. */
  static Measurement of(String name, String longName, ToDoubleFunction<RunState> value) {
    Quantity quantity = new Quantity(name, longName, Quantity.Summary.LARGEST_AND_LAST);
    return start ->
        Probe.of(List.of(quantity), (state, out) -> out[0][0] = value.applyAsDouble(state));
  }

  /** What is measured at other times than {@link When#OBSERVED}. */
  static Measurement of(When when, Function<RunState, Probe> begin) {
    return new Measurement() {
      @Override
      public When when() {
        return when;
      }

      @Override
      public Probe begin(RunState start) {
        return begin.apply(start);
      }
    };
  }
}
