package org.knudsen.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of a study at its top level, with what each may hold. */
final class StudyKeys {

  private static final Map<String, String> ALLOWED = new LinkedHashMap<>();

  static {
    ALLOWED.put("name", "a text on one line");
    ALLOWED.put("mixture", "a list of at least one {name, mass, concentration}");
    ALLOWED.put("collisionKernel", "{id, parameters of that kernel}");
    ALLOWED.put("velocityGrid", "{id, parameters of that grid}");
    ALLOWED.put("timeIntegrator", "{id, dt, parameters of that scheme}");
    ALLOWED.put("torus", "{dimension, points}");
    ALLOWED.put("fluidLimit", "{id, parameters of that limit}");
    ALLOWED.put("initial", "a list of at least one {species, wave, cos, sin}");
    ALLOWED.put("drift", "a list of {wave, cos, sin} or {flow, wave, amplitude}");
    ALLOWED.put(
        "perturbation",
        "{kind: none}, {kind: prepared} or {kind: given, size, equilibrium, waves}");
    ALLOWED.put("knudsen", "a list of at least one number > 0");
    ALLOWED.put("endTime", "a number > 0");
    ALLOWED.put("norms", "{sobolev}");
  }

  private StudyKeys() {}

  static List<String> all() {
    return List.copyOf(ALLOWED.keySet());
  }

  static String allowed(String key) {
    return ALLOWED.get(key);
  }
}
