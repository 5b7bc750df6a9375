package org.knudsen.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.NearestName;
import org.knudsen.torus.Torus;

/** Reads the Fourier modes of a study: c-tilde at time 0; {@link DriftReader} reads the drift. */
final class WaveReader {

  /**
   * How far sums that should vanish may be from 0, relative to the sum of the moduli: round-off.
   */
  private static final double ROUND_OFF = 1e-14;

  private final Mixture mixture;
  private final Optional<Torus> torus;
  private final List<Double> knudsen;

  WaveReader(Mixture mixture, Optional<Torus> torus, List<Double> knudsen) {
    this.mixture = mixture;
    this.torus = torus;
    this.knudsen = knudsen;
  }

  List<ConcentrationWave> initial(Place place) {
    String allowed = StudyKeys.allowed("initial");
    List<Place> places = place.elements(allowed);
    if (places.isEmpty()) {
      throw place.wrong(allowed);
    }
    List<ConcentrationWave> waves = new ArrayList<>();
    for (Place element : places) {
      element.withKeys(List.of("species", "wave", "cos", "sin"), "{species, wave, cos, sin}");
      int species = species(element.member("species", "the name of a species"));
      Place wave = element.member("wave", allowedWave());
      List<Integer> k = wave(wave);
      if (k.stream().allMatch(component -> component == 0)) {
        throw wave.error("found the zero wave " + k, allowedWave() + ", not all zero (zero mean)");
      }
      if (!element.has("cos") && !element.has("sin")) {
        throw element.error("found neither cos nor sin", "at least one of them, a number");
      }
      waves.add(
          new ConcentrationWave(species, k, amplitude(element, "cos"), amplitude(element, "sin")));
    }
    checkSums(places, waves);
    checkPositive(places, waves);
    return waves;
  }

  int species(Place place) {
    List<String> names = mixture.species().stream().map(Species::name).toList();
    int index = names.indexOf(place.text());
    if (index < 0) {
      throw place.error(
          "found unknown species '" + place.text() + "'",
          String.join(", ", names) + NearestName.hint(place.text(), names));
    }
    return index;
  }

  /** A wave vector that the torus can carry. */
  List<Integer> wave(Place place) {
    List<Place> components = place.elements(allowedWave());
    int d = torus.map(Torus::dimension).orElse(components.size());
    if (components.size() != d || d < 1 || d > 3) {
      throw place.wrong(allowedWave());
    }
    List<Integer> k = new ArrayList<>();
    for (Place component : components) {
      if (torus.isPresent()) {
        int most = torus.get().largestWave();
        int value = component.integer(Bounds.none());
        if (Math.abs((long) value) > most) {
          throw component.error(
              "found " + value + ", which " + torus.get().points() + " points cannot carry",
              "integers in [" + -most + ", " + most + "]");
        }
        k.add(value);
      } else {
        k.add(component.integer(Bounds.none()));
      }
    }
    return k;
  }

  String allowedWave() {
    return torus
        .map(
            t ->
                "a list of "
                    + t.dimension()
                    + (t.dimension() == 1 ? " integer" : " integers")
                    + " in ["
                    + -t.largestWave()
                    + ", "
                    + t.largestWave()
                    + "]")
        .orElse("a list of integers, one a dimension");
  }

  static double amplitude(Place element, String key) {
    return element.has(key) ? element.member(key, "a number").number(Bounds.none()) : 0;
  }

  /** The sum over species of c-tilde must vanish, wave by wave; k and -k are the same wave. */
  private static void checkSums(List<Place> places, List<ConcentrationWave> waves) {
    Map<List<Integer>, double[]> sums = new LinkedHashMap<>();
    Map<List<Integer>, Place> first = new LinkedHashMap<>();
    for (int w = 0; w < waves.size(); w++) {
      ConcentrationWave wave = waves.get(w);
      int sign = wave.wave().stream().filter(k -> k != 0).findFirst().orElse(1) > 0 ? 1 : -1;
      List<Integer> k = wave.wave().stream().map(component -> sign * component).toList();
      double[] sum = sums.computeIfAbsent(k, key -> new double[4]);
      first.putIfAbsent(k, places.get(w));
      sum[0] += wave.cos();
      sum[1] += Math.abs(wave.cos());
      sum[2] += sign * wave.sin();
      sum[3] += Math.abs(wave.sin());
    }
    sums.forEach(
        (k, sum) -> {
          for (int part = 0; part < 2; part++) {
            if (!(Math.abs(sum[2 * part]) <= ROUND_OFF * sum[2 * part + 1])) {
              String name = part == 0 ? "cos" : "sin";
              throw first
                  .get(k)
                  .error(
                      "found "
                          + name
                          + " amplitudes of wave "
                          + k
                          + " that sum to "
                          + sum[2 * part]
                          + " over species",
                      "a sum of 0, to "
                          + ROUND_OFF
                          + " of the sum of the moduli (total concentration is constant)");
            }
          }
        });
  }

  /** c_{i,infinity} + eps c-tilde_i must be positive at every grid point, for every eps. */
  private void checkPositive(List<Place> places, List<ConcentrationWave> waves) {
    if (torus.isEmpty()) {
      return;
    }
    Torus grid = torus.get();
    for (int i = 0; i < mixture.size(); i++) {
      int species = i;
      List<ConcentrationWave> own = waves.stream().filter(w -> w.species() == species).toList();
      if (own.isEmpty()) {
        continue;
      }
      double lowest = Double.POSITIVE_INFINITY;
      List<Double> at = List.of();
      for (int cell = 0; cell < grid.cells(); cell++) {
        double value = deviation(own, grid, cell);
        if (value < lowest) {
          lowest = value;
          int c = cell;
          at =
              java.util.stream.IntStream.range(0, grid.dimension())
                  .mapToObj(axis -> grid.coordinate(c, axis))
                  .toList();
        }
      }
      for (double eps : knudsen) {
        double concentration = mixture.concentration(i) + eps * lowest;
        if (!(concentration > 0)) {
          throw places
              .get(waves.indexOf(own.get(0)))
              .error(
                  "found concentration "
                      + concentration
                      + " of species '"
                      + mixture.species().get(i).name()
                      + "' at x = "
                      + at
                      + " for knudsen "
                      + eps,
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
      sum += wave.cos() * Math.cos(angle) + wave.sin() * Math.sin(angle);
    }
    return sum;
  }
}
