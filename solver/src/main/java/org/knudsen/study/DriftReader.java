package org.knudsen.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.DriftWave;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.NearestName;
import org.knudsen.torus.Torus;

/**
 * Reads the drift of a study: Fourier modes {wave, cos, sin} and the ready-made flows of {@link
 * DriftFlows} {flow: shear, axis, across, wave, amplitude} and {flow: taylor-green, wave,
 * amplitude}, each with a frequency and a phase if it swings.
 */
final class DriftReader {

  /** How far k.u may be from 0, relative to the sum of the moduli: round-off. */
  private static final double ROUND_OFF = 1e-14;

  private static final String SHEAR = "shear";
  private static final String TAYLOR_GREEN = "taylor-green";

  private final WaveReader waves;
  private final Optional<Torus> torus;
  private final Optional<Supplier<FluidLimit>> limit;

  /**
   * @param waves of the same torus
   * @param limit makes the limit that must carry the drift; empty where none is chosen yet
   */
  DriftReader(WaveReader waves, Optional<Torus> torus, Optional<Supplier<FluidLimit>> limit) {
    this.waves = waves;
    this.torus = torus;
    this.limit = limit;
  }

  List<DriftWave> read(Place place) {
    List<Place> places = place.elements(StudyKeys.allowed("drift"));
    int d = torus.map(Torus::dimension).orElse(3);
    if (d == 1 && !places.isEmpty()) {
      throw place.wrong("[] for dimension 1, where a divergence-free drift is constant");
    }
    List<DriftWave> drift = new ArrayList<>();
    for (Place element : places) {
      List<DriftWave> modes = element.has("flow") ? flow(element) : List.of(mode(element));
      double frequency = number(element, "frequency", Bounds.atLeast(0));
      double phase = number(element, "phase", Bounds.none());
      modes = modes.stream().map(mode -> mode.swinging(frequency, phase)).toList();
      accepted(element, modes);
      drift.addAll(modes);
    }
    return drift;
  }

  private void accepted(Place element, List<DriftWave> modes) {
    try {
      limit.ifPresent(made -> made.get().requireDrift(modes));
    } catch (IllegalArgumentException e) {
      throw element.error(
          "found a drift that the fluid limit refuses", String.valueOf(e.getMessage()));
    }
  }

  private static double number(Place element, String key, Bounds bounds) {
    return element.has(key)
        ? element.member(key, "a number " + bounds.describe()).number(bounds)
        : 0;
  }

  private DriftWave mode(Place element) {
    element.withKeys(
        List.of("wave", "cos", "sin", "frequency", "phase"), "{wave, cos, sin, frequency, phase}");
    List<Integer> k = waves.wave(element.member("wave", waves.allowedWave()));
    return new DriftWave(k, vector(element, "cos", k), vector(element, "sin", k));
  }

  private static List<Double> vector(Place element, String key, List<Integer> k) {
    if (!element.has(key)) {
      return Collections.nCopies(k.size(), 0.0);
    }
    String allowed = "a list of " + k.size() + " numbers that are finite, one a direction";
    Place place = element.member(key, allowed);
    List<Place> components = place.elements(allowed);
    if (components.size() != k.size()) {
      throw place.wrong(allowed);
    }
    List<Double> u = new ArrayList<>();
    double divergence = 0;
    double size = 0;
    for (int a = 0; a < k.size(); a++) {
      u.add(components.get(a).number(Bounds.none()));
      divergence += k.get(a) * u.get(a);
      size += Math.abs(k.get(a) * u.get(a));
    }
    if (Math.abs(divergence) > ROUND_OFF * size) {
      throw place.error(
          "found k." + key + " = " + divergence, "0 to round-off, a divergence-free drift");
    }
    return u;
  }

  private List<DriftWave> flow(Place element) {
    List<String> known = List.of(SHEAR, TAYLOR_GREEN);
    String allowed = String.join(", ", known);
    Place name = element.member("flow", allowed);
    String flow = name.text();
    if (!known.contains(flow)) {
      throw name.error(
          "found unknown flow '" + flow + "'", allowed + NearestName.hint(flow, known));
    }
    int d =
        torus
            .map(Torus::dimension)
            .orElseThrow(
                () ->
                    name.error(
                        "found a flow in a study without a torus",
                        "a torus beside it, or {wave, cos, sin}"));
    List<String> keys = new ArrayList<>(List.of("flow", "wave", "amplitude", "frequency", "phase"));
    if (flow.equals(SHEAR)) {
      keys.addAll(1, List.of("axis", "across"));
    }
    element.withKeys(keys, "{" + String.join(", ", keys) + "}");
    int k = waveNumber(element);
    double amplitude = element.member("amplitude", "a number").number(Bounds.none());
    if (flow.equals(TAYLOR_GREEN)) {
      return DriftFlows.taylorGreen(d, k, amplitude);
    }
    Bounds axes = Bounds.closed(0, d - 1);
    String axis = "an integer " + axes.describe();
    int along = element.member("axis", axis).integer(axes);
    Place place = element.member("across", axis + ", another than axis");
    int across = place.integer(axes);
    if (along == across) {
      throw place.error("found " + across + ", the axis itself", axis + ", another than axis");
    }
    return DriftFlows.shear(d, along, across, k, amplitude);
  }

  private int waveNumber(Place element) {
    int most = torus.orElseThrow().largestWave();
    String allowed = "an integer other than 0 in [" + -most + ", " + most + "]";
    Place place = element.member("wave", allowed);
    int k = place.integer(Bounds.none());
    if (k == 0 || Math.abs((long) k) > most) {
      throw place.error("found " + k, allowed);
    }
    return k;
  }
}
