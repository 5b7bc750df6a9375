package org.knudsen.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.knudsen.run.Measurement.When;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.VelocitySpace;

/** Takes the measurements of one run when they are due, and keeps them. */
final class Recorder {

  private static final int KEPT = 20; // times of a run, besides the first

  private final Series[] series = new Series[When.values().length];
  private final List<Entry> entries = new ArrayList<>();

  /** What one measurement has measured. */
  private static final class Entry {
    private final Measurement.Probe probe;
    private final List<Quantity> quantities;
    private final double[][] now;
    private final double[][] values;

    Entry(Measurement.Probe probe) {
      this.probe = probe;
      this.quantities = probe.quantities();
      this.now = quantities.stream().map(q -> new double[q.size()]).toArray(double[][]::new);
      this.values = new double[quantities.size()][0];
    }
  }

  /** The times of one kind. */
  private static final class Series {
    private final When when;
    private final int[] due;
    private int done;
    private double[] times = new double[0];
    private final List<Entry> entries = new ArrayList<>();

    Series(When when, int[] due) {
      this.when = when;
      this.due = due;
    }

    boolean isDue(int step) {
      return done < due.length && due[done] == step;
    }

    /** Makes room for one time more where there is none; all the times of the run at last. */
    private void room() {
      if (done < times.length) {
        return;
      }
      int room = Math.min(due.length, Math.max(16, 2 * done));
      times = Arrays.copyOf(times, room);
      for (Entry entry : entries) {
        for (int q = 0; q < entry.now.length; q++) {
          entry.values[q] = Arrays.copyOf(entry.values[q], room * entry.now[q].length);
        }
      }
    }

    void measure(RunState state) {
      room();
      times[done] = state.time();
      for (Entry entry : entries) {
        Arrays.stream(entry.now).forEach(out -> Arrays.fill(out, Double.NaN));
        entry.probe.measure(state, entry.now);
        for (int q = 0; q < entry.now.length; q++) {
          double[] now = entry.now[q];
          System.arraycopy(now, 0, entry.values[q], done * now.length, now.length);
        }
      }
      done++;
    }
  }

  /** The bytes of what every run measures, all its times together. */
  static double bytes(VelocitySpace space, Torus torus, Output output, int steps) {
    int species = space.mixture().size();
    double cells = Math.pow(torus.points(), torus.dimension());
    double fields = cells * (species * (2 + 2 * torus.dimension()) + 1);
    double numbers = 20 + 2 * species + output.sobolev(); // of an observation
    return Double.BYTES
        * ((2 + Math.min(steps, 2 * KEPT)) * fields
            + output.distribution().size() * cells * space.size()
            + (2 + (double) steps / output.every()) * numbers);
  }

  /** A recorder of a run that begins from a state at time 0. */
  Recorder(List<Measurement> measurements, RunState start) {
    Stepping stepping = start.assembly().stepping();
    Output output = start.assembly().output();
    int last = stepping.steps();
    series[When.START.ordinal()] = new Series(When.START, new int[] {0});
    series[When.OBSERVED.ordinal()] = new Series(When.OBSERVED, every(output.every(), last));
    series[When.KEPT.ordinal()] = new Series(When.KEPT, every(Math.max(1, last / KEPT), last));
    series[When.CHOSEN.ordinal()] = new Series(When.CHOSEN, chosen(output, stepping));
    for (Measurement measurement : measurements) {
      Entry entry = new Entry(measurement.begin(start));
      entries.add(entry);
      series[measurement.when().ordinal()].entries.add(entry);
    }
    TreeSet<String> names = new TreeSet<>();
    for (Entry entry : entries) {
      for (Quantity quantity : entry.quantities) {
        if (!names.add(quantity.name())) {
          throw twice(quantity.name());
        }
      }
    }
  }

  private static IllegalArgumentException twice(String name) {
    return new IllegalArgumentException(
        "two measurements are called '" + name + "'; a name is for one of them");
  }

  private static int[] every(int stride, int last) {
    return IntStream.rangeClosed(0, last)
        .filter(step -> step % stride == 0 || step == last)
        .toArray();
  }

  private static int[] chosen(Output output, Stepping stepping) {
    return output.distribution().stream()
        .mapToDouble(time -> Math.rint(time / stepping.dt()))
        .peek(
            step -> {
              if (!(step >= 0 && step <= stepping.steps())) {
                throw new IllegalArgumentException(
                    "distribution is asked for at time %s; the run ends at %s"
                        .formatted(step * stepping.dt(), stepping.steps() * stepping.dt()));
              }
            })
        .mapToInt(step -> (int) step)
        .sorted()
        .distinct()
        .toArray();
  }

  /** Whether anything is measured after a step. */
  boolean due(int step) {
    boolean due = false;
    for (Series s : series) { // after every step: no iterator, no stream
      due |= s.isDue(step) && !s.entries.isEmpty();
    }
    return due;
  }

  /** Takes what is due. */
  void measure(RunState state) {
    for (Series s : series) {
      if (s.isDue(state.step())) {
        s.measure(state);
      }
    }
  }

  /** What has been measured until now, by name, and what follows from it; a new map. */
  Map<String, Variable> variables() {
    Map<String, Variable> all = new LinkedHashMap<>();
    for (Series s : series) {
      if (s.done == 0) {
        continue;
      }
      double[] times = Arrays.copyOf(s.times, s.done);
      for (Entry entry : s.entries) {
        for (int q = 0; q < entry.values.length; q++) {
          Quantity quantity = entry.quantities.get(q);
          Quantity whole =
              s.when == When.START
                  ? quantity
                  : quantity.along(Dimension.of(s.when.dimension(), times));
          double[] values = entry.values[q];
          all.put(
              quantity.name(),
              new Variable(
                  whole,
                  values.length == whole.size() ? values : Arrays.copyOf(values, whole.size())));
        }
      }
    }
    for (Entry entry : entries) {
      if (entry.quantities.stream().allMatch(quantity -> all.containsKey(quantity.name()))) {
        for (Variable variable : entry.probe.conclude(all)) {
          if (all.put(variable.name(), variable) != null) {
            throw twice(variable.name());
          }
        }
      }
    }
    return all;
  }

  /**
   * Goes on with what was measured until a step; an error if something is missing, or of another
   * shape.
   */
  void restore(Map<String, Variable> measured, int step) {
    for (Series s : series) {
      s.done = (int) Arrays.stream(s.due).filter(due -> due <= step).count();
      s.times = new double[s.done];
      for (Entry entry : s.entries) {
        for (int q = 0; q < entry.values.length; q++) {
          Quantity quantity = entry.quantities.get(q);
          Variable found = measured.get(quantity.name());
          int needed = Math.multiplyExact(s.done, quantity.size());
          if (needed == 0) {
            continue;
          }
          if (found == null || found.values().length != needed) {
            throw new IllegalArgumentException(
                "checkpoint has %s values of '%s'; the run has %s after step %s"
                    .formatted(
                        found == null ? "no" : found.values().length,
                        quantity.name(),
                        needed,
                        step));
          }
          entry.values[q] = found.values();
          if (s.when != When.START) {
            s.times = found.dimensions().get(0).coordinates().clone();
          }
        }
      }
    }
  }
}
