package org.knudsen.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.DriftWave;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.plugin.Bounds;

/**
 * Reads the drift of a study: Fourier modes and the ready-made flows of {@link DriftFlows}, each
 * with a frequency and a phase if it swings. Flows are written as their modes.
 *
 * @param limit must carry the drift; empty where none is chosen yet
 */
record DriftReader(WaveReader waves, Optional<FluidLimit> limit) {

  static final String ALLOWED = "a list of {wave, cos, sin} or {flow, wave, amplitude}";

  private static final List<String> MODE = List.of("wave", "cos", "sin", "frequency", "phase");
  private static final Map<String, List<String>> FLOWS =
      Map.of(
          "shear",
          List.of("flow", "axis", "across", "wave", "amplitude", "frequency", "phase"),
          "taylor-green",
          List.of("flow", "wave", "amplitude", "frequency", "phase"));

  List<DriftWave> read(Place place) {
    List<Place> places = place.elements(ALLOWED);
    if (waves.torus().filter(t -> t.dimension() == 1).isPresent() && !places.isEmpty()) {
      throw place.wrong("[] for dimension 1, where a divergence-free drift is constant");
    }
    List<DriftWave> drift = places.stream().flatMap(each -> modes(each).stream()).toList();
    place.note(written(drift));
    return drift;
  }

  /** Modes as a study has them. */
  static List<Map<String, Object>> written(List<DriftWave> drift) {
    return drift.stream().map(DriftReader::written).toList();
  }

  private static Map<String, Object> written(DriftWave wave) {
    Map<String, Object> mode = new LinkedHashMap<>();
    mode.put("wave", wave.wave());
    mode.put("cos", wave.cos());
    mode.put("sin", wave.sin());
    if (wave.frequency() != 0 || wave.phase() != 0) {
      mode.put("frequency", wave.frequency());
      mode.put("phase", wave.phase());
    }
    return mode;
  }

  private List<DriftWave> modes(Place element) {
    List<DriftWave> still = element.has("flow") ? flow(element) : List.of(mode(element));
    double frequency = element.number("frequency", Bounds.atLeast(0), 0);
    double phase = element.number("phase", Bounds.none(), 0);
    List<DriftWave> modes = still.stream().map(mode -> mode.swinging(frequency, phase)).toList();
    try {
      limit.ifPresent(made -> made.requireDrift(modes));
    } catch (IllegalArgumentException e) {
      throw element.error(
          "found a drift that the fluid limit refuses", String.valueOf(e.getMessage()));
    }
    return modes;
  }

  private DriftWave mode(Place element) {
    List<Integer> k = waves.wave(element.withKeys(MODE));
    return new DriftWave(k, amplitude(element, "cos", k), amplitude(element, "sin", k));
  }

  private static List<Double> amplitude(Place element, String key, List<Integer> k) {
    Place place = element.optional(key, Collections.nCopies(k.size(), 0.0));
    String allowed = "a list of " + k.size() + " numbers that are finite, one a direction";
    if (place.elements(allowed).size() != k.size()) {
      throw place.wrong(allowed);
    }
    List<Double> u = place.numbers(allowed, Bounds.none());
    double divergence = DriftWave.divergence(k, u);
    if (divergence != 0) {
      throw place.error(
          "found k." + key + " = " + divergence, "0 to round-off, a divergence-free drift");
    }
    return u;
  }

  private List<DriftWave> flow(Place element) {
    List<String> names = FLOWS.keySet().stream().sorted().toList();
    Place name = element.member("flow", String.join(", ", names));
    String flow = name.oneOf("flow", names);
    if (waves.torus().isEmpty()) {
      throw name.error(
          "found a flow in a study without a torus", "a torus beside it, or {wave, cos, sin}");
    }
    element.withKeys(FLOWS.get(flow));
    int d = waves.torus().get().dimension();
    int k = waveNumber(element, waves.torus().get().largestWave());
    double amplitude = element.member("amplitude", "a number").number(Bounds.none());
    if (flow.equals("taylor-green")) {
      return DriftFlows.taylorGreen(d, k, amplitude);
    }
    Bounds axes = Bounds.closed(0, d - 1);
    String another = "an integer " + axes.describe() + ", another than axis";
    int along = element.integer("axis", axes);
    Place across = element.member("across", another);
    if (along == across.integer(axes)) {
      throw across.error("found " + along + ", the axis itself", another);
    }
    return DriftFlows.shear(d, along, across.integer(axes), k, amplitude);
  }

  private static int waveNumber(Place element, int most) {
    String allowed = "an integer other than 0 in [" + -most + ", " + most + "]";
    Place place = element.member("wave", allowed);
    int k = place.integer(Bounds.none());
    if (k == 0 || Math.abs((long) k) > most) {
      throw place.error("found " + k, allowed);
    }
    return k;
  }
}
