package org.knudsen.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.Bounds;
import org.knudsen.torus.Torus;

/** Reads the Fourier modes of a study: what all have in common, and those of c-tilde at time 0. */
record WaveReader(Mixture mixture, Optional<Torus> torus) {

  static final List<String> KEYS = List.of("species", "wave", "cos", "sin");

  private static final double ROUND_OFF = 1e-14; // of the sum of the moduli
  private static final long MOST_TERMS = 1 << 25; // cosines and sines in about a second

  List<ConcentrationWave> initial(Place place, List<Double> knudsen) {
    List<Place> places = place.mappings(KEYS);
    List<ConcentrationWave> waves = new ArrayList<>();
    for (Place element : places) {
      int species = species(element);
      List<Integer> k = wave(element);
      if (isZero(k)) {
        throw element
            .member("wave", allowedWave())
            .error("found the zero wave " + k, allowedWave() + ", not all zero (zero mean)");
      }
      waves.add(
          new ConcentrationWave(species, k, amplitude(element, "cos"), amplitude(element, "sin")));
    }
    checkSums(places, waves);
    torus.ifPresent(grid -> checkPositive(places, waves, knudsen, grid));
    return waves;
  }

  /** The index of the species of a mode. */
  int species(Place mode) {
    List<String> names = mixture.species().stream().map(Species::name).toList();
    return names.indexOf(mode.member("species", "the name of a species").oneOf("species", names));
  }

  /** The wave vector of a mode, which the torus can carry. */
  List<Integer> wave(Place mode) {
    Place place = mode.member("wave", allowedWave());
    List<Place> components = place.elements(allowedWave());
    int d = torus.map(Torus::dimension).orElse(components.size());
    if (components.size() != d || d < 1 || d > 3) {
      throw place.wrong(allowedWave());
    }
    return components.stream().map(this::component).toList();
  }

  private int component(Place place) {
    int k = place.integer(Bounds.none());
    if (torus.isPresent() && Math.abs((long) k) > torus.get().largestWave()) {
      int most = torus.get().largestWave();
      throw place.error(
          "found " + k + ", which " + torus.get().points() + " points cannot carry",
          "integers in [" + -most + ", " + most + "]");
    }
    return k;
  }

  private String allowedWave() {
    if (torus.isEmpty()) {
      return "a list of integers, one a dimension";
    }
    int d = torus.get().dimension();
    int most = torus.get().largestWave();
    return "a list of %s integer%s in [%s, %s]".formatted(d, d == 1 ? "" : "s", -most, most);
  }

  /** Whether a wave is constant in space. */
  static boolean isZero(List<Integer> wave) {
    return wave.stream().allMatch(k -> k == 0);
  }

  /** An amplitude of a mode, cos or sin, of which one must be there. */
  static double amplitude(Place mode, String key) {
    if (!mode.has("cos") && !mode.has("sin")) {
      throw mode.error("found neither cos nor sin", "at least one of them, a number");
    }
    return mode.number(key, Bounds.none(), 0);
  }

  /** The sum over species of c-tilde must vanish, wave by wave; k and -k are the same wave. */
  private static void checkSums(List<Place> places, List<ConcentrationWave> waves) {
    Map<List<Integer>, Sums> sums = new HashMap<>();
    for (ConcentrationWave wave : waves) {
      sums.computeIfAbsent(positive(wave.wave()), k -> new Sums()).add(wave);
    }
    for (int w = 0; w < waves.size(); w++) {
      List<Integer> k = waves.get(w).wave();
      Sums all = sums.get(positive(k));
      boolean same = k.equals(positive(k));
      requireZero(places.get(w), "cos", k, all.cos, all.absoluteCos);
      requireZero(places.get(w), "sin", k, same ? all.sin : -all.sin, all.absoluteSin);
    }
  }

  private static final class Sums {
    private double cos;
    private double sin;
    private double absoluteCos;
    private double absoluteSin;

    void add(ConcentrationWave wave) {
      cos += wave.cos();
      sin += wave.wave().equals(positive(wave.wave())) ? wave.sin() : -wave.sin();
      absoluteCos += Math.abs(wave.cos());
      absoluteSin += Math.abs(wave.sin());
    }
  }

  /** That of k and -k of which the first component that is not 0 is positive. */
  private static List<Integer> positive(List<Integer> k) {
    int first = k.stream().filter(component -> component != 0).findFirst().orElse(0);
    return first < 0 ? k.stream().map(component -> -component).toList() : k;
  }

  private static void requireZero(
      Place place, String part, List<Integer> k, double sum, double absolute) {
    if (!(Math.abs(sum) <= ROUND_OFF * absolute)) {
      throw place.error(
          "found %s amplitudes of wave %s that sum to %s over species".formatted(part, k, sum),
          "a sum of 0, to %s of the sum of the moduli (total concentration is constant)"
              .formatted(ROUND_OFF));
    }
  }

  /** c_{i,infinity} + eps c-tilde_i must be positive at every grid point, for every eps. */
  private void checkPositive(
      List<Place> places, List<ConcentrationWave> waves, List<Double> knudsen, Torus grid) {
    for (int i = 0; i < mixture.size(); i++) {
      int species = i;
      List<ConcentrationWave> own = waves.stream().filter(w -> w.species() == species).toList();
      double sum = own.stream().mapToDouble(w -> Math.hypot(w.cos(), w.sin())).sum();
      double largest = knudsen.stream().mapToDouble(eps -> eps).max().orElse(0) * sum;
      if (largest < mixture.concentration(i) * (1 - ROUND_OFF)) {
        continue; // wherever the waves have their crests
      }
      if ((long) waves.size() * grid.cells() > MOST_TERMS) {
        throw places
            .get(waves.indexOf(own.get(0)))
            .error(
                "found amplitudes of species '%s' that sum to %s, with %s waves on %s points"
                    .formatted(mixture.species().get(i).name(), sum, waves.size(), grid.cells()),
                "knudsen * sum < concentration, or fewer points, of which each can be looked at");
      }
      int at = 0;
      double lowest = Double.POSITIVE_INFINITY;
      for (int cell = 0; cell < grid.cells(); cell++) {
        double value = deviation(own, grid, cell);
        if (value < lowest) {
          lowest = value;
          at = cell;
        }
      }
      for (double eps : knudsen) {
        double concentration = mixture.concentration(i) + eps * lowest;
        if (!(concentration > 0)) {
          int cell = at;
          List<Double> x =
              IntStream.range(0, grid.dimension())
                  .mapToObj(axis -> grid.coordinate(cell, axis))
                  .toList();
          String found = "found concentration %s of species '%s' at x = %s for knudsen %s";
          throw places
              .get(waves.indexOf(own.get(0)))
              .error(
                  found.formatted(concentration, mixture.species().get(i).name(), x, eps),
                  "concentration + knudsen * (cos and sin waves) > 0 at every grid point");
        }
      }
    }
  }

  /** c-tilde in a cell. */
  private static double deviation(List<ConcentrationWave> waves, Torus grid, int cell) {
    double sum = 0;
    for (ConcentrationWave wave : waves) {
      long turns = 0; // in units of 1 / points; the angle is reduced exactly
      for (int axis = 0; axis < grid.dimension(); axis++) {
        turns += (long) wave.wave().get(axis) * grid.index(cell, axis);
      }
      double angle = 2 * Math.PI * Math.floorMod(turns, (long) grid.points()) / grid.points();
      sum += wave.cos() * Math.cos(angle);
      sum += wave.sin() == 0 ? 0 : wave.sin() * Math.sin(angle);
    }
    return sum;
  }
}
