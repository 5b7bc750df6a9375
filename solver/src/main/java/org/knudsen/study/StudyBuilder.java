package org.knudsen.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.fluid.DriftWave;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.PerturbationWave;

/**
 * Builds a study in a notebook. Immutable: every method returns a new builder, so that a common
 * beginning can be continued in several ways. {@link #build} checks exactly what {@link StudyFile}
 * checks.
 *
 * <pre>{@code
 * Study study = Study.builder()
 *     .name("two-gases")
 *     .species("light", 1.0, 0.5).species("heavy", 4.0, 0.5)
 *     .collisionKernel("hard-sphere", Map.of("diameters", List.of(1.0, 1.0)))
 *     .velocityGrid("burnett", Map.of("degree", 10))
 *     .timeIntegrator("ars-443", 0.005)
 *     .torus(1, 32)
 *     .fluidLimit("maxwell-stefan")
 *     .wave("light", List.of(1), 0.1, 0).wave("heavy", List.of(1), -0.1, 0)
 *     .knudsen(0.2, 0.1, 0.05)
 *     .endTime(0.1)
 *     .build(catalogue);
 * }</pre>
 */
public final class StudyBuilder {

  private final Map<String, Object> tree;

  StudyBuilder() {
    this(Map.of());
  }

  private StudyBuilder(Map<String, Object> tree) {
    this.tree = tree;
  }

  /** A builder that starts from a study; species, waves and drift are kept and added to. */
  public static StudyBuilder from(Study study) {
    return new StudyBuilder(StudyFile.toMap(study));
  }

  /** How tables and files call the study. */
  public StudyBuilder name(String name) {
    return with("name", name);
  }

  /** Adds a species with mass m_i > 0 and concentration c_{i,infinity} > 0. */
  public StudyBuilder species(String name, double mass, double concentration) {
    return adding("mixture", entry("name", name, "mass", mass, "concentration", concentration));
  }

  /** The collision kernel, with its defaults. */
  public StudyBuilder collisionKernel(String id) {
    return collisionKernel(id, Map.of());
  }

  /** The collision kernel; parameters are numbers and lists of lists of numbers. */
  public StudyBuilder collisionKernel(String id, Map<String, ?> parameters) {
    return with("collisionKernel", plugin(id, parameters));
  }

  /** The velocity grid; parameters are numbers and lists of lists of numbers. */
  public StudyBuilder velocityGrid(String id, Map<String, ?> parameters) {
    return with("velocityGrid", plugin(id, parameters));
  }

  /** The time integrator with its step size. */
  public StudyBuilder timeIntegrator(String id, double dt) {
    return timeIntegrator(id, dt, Map.of());
  }

  /** The time integrator with its step size and parameters. */
  public StudyBuilder timeIntegrator(String id, double dt, Map<String, ?> parameters) {
    Map<String, Object> choice = plugin(id, parameters);
    choice.put("dt", dt);
    return with("timeIntegrator", choice);
  }

  /** The torus T^dimension with that many grid points a direction. */
  public StudyBuilder torus(int dimension, int points) {
    return with("torus", entry("dimension", dimension, "points", points));
  }

  /** The fluid limit, with its defaults. */
  public StudyBuilder fluidLimit(String id) {
    return fluidLimit(id, Map.of());
  }

  /** The fluid limit with parameters. */
  public StudyBuilder fluidLimit(String id, Map<String, ?> parameters) {
    return with("fluidLimit", plugin(id, parameters));
  }

  /** Adds cos cos(2 pi k.x) + sin sin(2 pi k.x) to c-tilde of a species; k is the wave. */
  public StudyBuilder wave(String species, List<Integer> wave, double cos, double sin) {
    Map<String, Object> mode = entry("species", species, "wave", List.copyOf(wave), "cos", cos);
    mode.put("sin", sin);
    return adding("initial", mode);
  }

  /** The drift u-bar as Fourier modes, replacing the one there was. */
  public StudyBuilder drift(List<DriftWave> waves) {
    return with("drift", waves.stream().map(StudyFile::drift).toList());
  }

  /**
   * Adds a shear flow to the drift: along {@code axis} it is amplitude sin(2 pi wave x_across).
   *
   * @param axis direction of the flow, from 0
   * @param across direction in which it varies, another one
   * @param wave wave number, not 0
   */
  public StudyBuilder shear(int axis, int across, int wave, double amplitude) {
    return adding(
        "drift",
        entry(
            "flow", "shear", "axis", axis, "across", across, "wave", wave, "amplitude", amplitude));
  }

  /**
   * Adds the Taylor-Green vortices of axes 0 and 1 to the drift.
   *
   * @param wave wave number, not 0
   */
  public StudyBuilder taylorGreen(int wave, double amplitude) {
    return adding("drift", entry("flow", "taylor-green", "wave", wave, "amplitude", amplitude));
  }

  /**
   * Lets what was last added to the drift swing as cos(2 pi frequency t + phase).
   *
   * @param frequency turns in a unit of time, >= 0
   * @param phase radians
   * @throws IllegalStateException if there is no drift
   */
  public StudyBuilder swinging(double frequency, double phase) {
    List<Object> list = new ArrayList<>((List<?>) tree.getOrDefault("drift", List.of()));
    if (list.isEmpty()) {
      throw new IllegalStateException("no drift that could swing; add one first");
    }
    Map<String, Object> last = new LinkedHashMap<>();
    ((Map<?, ?>) list.get(list.size() - 1)).forEach((key, value) -> last.put((String) key, value));
    last.put("frequency", frequency);
    last.put("phase", phase);
    list.set(list.size() - 1, last);
    return with("drift", list);
  }

  /** f^in is the first Chapman-Enskog correction: no initial layer. */
  public StudyBuilder prepared() {
    return with("perturbation", entry("kind", "prepared"));
  }

  /** f^in = 0, as it is without a word about it. */
  public StudyBuilder unperturbed() {
    return with("perturbation", entry("kind", "none"));
  }

  /**
   * Adds (cos cos(2 pi k.x) + sin sin(2 pi k.x)) psi_{i;nlm}(v) to f^in; k is the wave, all zero
   * for a constant in space ({@link PerturbationWave}).
   */
  public StudyBuilder perturbationWave(
      String species, List<Integer> wave, int n, int l, int m, double cos, double sin) {
    Map<String, Object> mode = entry("species", species, "wave", List.copyOf(wave), "n", n, "l", l);
    mode.put("m", m);
    mode.put("cos", cos);
    mode.put("sin", sin);
    List<Object> waves = new ArrayList<>((List<?>) given().getOrDefault("waves", List.of()));
    waves.add(mode);
    return givenWith("waves", waves);
  }

  /** Scales the waves of f^in: the norm in H^s_eps of what is no equilibrium of them. */
  public StudyBuilder perturbationSize(double norm) {
    return givenWith("size", norm);
  }

  /**
   * ||pi_T f^in||, in the direction that the waves of f^in have, or else of the energy ({@link
   * InitialPerturbation.Given}).
   */
  public StudyBuilder perturbationEquilibrium(double norm) {
    return givenWith("equilibrium", norm);
  }

  private StudyBuilder givenWith(String key, Object value) {
    Map<String, Object> given = given();
    given.put(key, value);
    return with("perturbation", given);
  }

  /** The given perturbation so far, a new map; any other kind is forgotten. */
  private Map<String, Object> given() {
    Map<String, Object> given = entry("kind", "given");
    if (tree.get("perturbation") instanceof Map<?, ?> map && "given".equals(map.get("kind"))) {
      map.forEach((key, value) -> given.put((String) key, value));
    }
    return given;
  }

  /** The Knudsen numbers of the sweep. */
  public StudyBuilder knudsen(double... values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return with("knudsen", List.copyOf(list));
  }

  /** The diffusive time at which a run ends. */
  public StudyBuilder endTime(double time) {
    return with("endTime", time);
  }

  /** The number of derivatives in the norms. */
  public StudyBuilder sobolev(int derivatives) {
    return with("norms", Map.of("sobolev", derivatives));
  }

  /**
   * The study.
   *
   * @throws StudyException for the first thing that is wrong
   */
  public Study build(PluginCatalogue catalogue) {
    Object name = tree.getOrDefault("name", "study");
    return new StudyReader("study '" + name + "'", "study", catalogue).read(StudyNode.of(tree));
  }

  private StudyBuilder with(String key, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(tree);
    copy.put(key, value);
    return new StudyBuilder(copy);
  }

  private StudyBuilder adding(String key, Object element) {
    List<Object> list = new ArrayList<>((List<?>) tree.getOrDefault(key, List.of()));
    list.add(element);
    return with(key, list);
  }

  private static Map<String, Object> plugin(String id, Map<String, ?> parameters) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("id", id);
    choice.putAll(parameters);
    return choice;
  }

  private static Map<String, Object> entry(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
