package org.knudsen.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.fluid.DriftWave;
import org.knudsen.plugin.PluginCatalogue;

/**
 * Builds a study in a notebook, in the words of the file. Immutable: every method returns a new
 * builder, so that a common beginning can be continued in several ways. {@link #build} checks
 * exactly what {@link StudyFile} checks.
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
 *     .initial("light", List.of(1), 0.1, 0).initial("heavy", List.of(1), -0.1, 0)
 *     .knudsen(0.2, 0.1, 0.05)
 *     .endTime(0.1)
 *     .build(catalogue);
 * }</pre>
 */
public final class StudyBuilder {

  private final Map<String, Object> tree;

  StudyBuilder(Map<String, Object> tree) {
    this.tree = tree;
  }

  /** A builder that starts from a study; species and initial waves are kept and added to. */
  public static StudyBuilder from(Study study) {
    return new StudyBuilder(study.tree());
  }

  /** How tables and files call the study. */
  public StudyBuilder name(String name) {
    return with("name", name);
  }

  /** Adds a species with mass m_i > 0 and concentration c_{i,infinity} > 0 to the mixture. */
  public StudyBuilder species(String name, double mass, double concentration) {
    return adding("mixture", entry(StudyReader.SPECIES, name, mass, concentration));
  }

  /** The collision kernel, with its defaults. */
  public StudyBuilder collisionKernel(String id) {
    return collisionKernel(id, Map.of());
  }

  /** The collision kernel; parameters are numbers and lists of lists of numbers. */
  public StudyBuilder collisionKernel(String id, Map<String, ?> parameters) {
    return with("collisionKernel", with(Map.of("id", id), parameters));
  }

  /** The velocity grid; parameters are numbers and lists of lists of numbers. */
  public StudyBuilder velocityGrid(String id, Map<String, ?> parameters) {
    return with("velocityGrid", with(Map.of("id", id), parameters));
  }

  /** The time integrator with its step size. */
  public StudyBuilder timeIntegrator(String id, double dt) {
    return timeIntegrator(id, dt, Map.of());
  }

  /** The time integrator with its step size and parameters. */
  public StudyBuilder timeIntegrator(String id, double dt, Map<String, ?> parameters) {
    return with("timeIntegrator", with(Map.of("id", id, "dt", dt), parameters));
  }

  /** The torus T^dimension with that many grid points a direction. */
  public StudyBuilder torus(int dimension, int points) {
    return with("torus", entry(StudyReader.TORUS, dimension, points));
  }

  /** The fluid limit, with its defaults. */
  public StudyBuilder fluidLimit(String id) {
    return fluidLimit(id, Map.of());
  }

  /** The fluid limit with parameters. */
  public StudyBuilder fluidLimit(String id, Map<String, ?> parameters) {
    return with("fluidLimit", with(Map.of("id", id), parameters));
  }

  /** Adds cos cos(2 pi k.x) + sin sin(2 pi k.x) to c-tilde of a species; k is the wave. */
  public StudyBuilder initial(String species, List<Integer> wave, double cos, double sin) {
    return adding("initial", entry(WaveReader.KEYS, species, List.copyOf(wave), cos, sin));
  }

  /** The drift u-bar as Fourier modes, for instance of {@link org.knudsen.fluid.DriftFlows}. */
  public StudyBuilder drift(List<DriftWave> waves) {
    return with("drift", DriftReader.written(waves));
  }

  /** f^in without parts: {@code none} or {@code prepared}. */
  public StudyBuilder perturbation(String kind) {
    return perturbation(kind, Map.of());
  }

  /**
   * f^in.
   *
   * @param kind none, prepared or given
   * @param parts of a given one: size, equilibrium, and waves, a list of maps of species, wave, n,
   *     l, m, cos and sin ({@link org.knudsen.run.InitialPerturbation.Given})
   */
  public StudyBuilder perturbation(String kind, Map<String, ?> parts) {
    return with("perturbation", with(Map.of("kind", kind), parts));
  }

  /** The Knudsen numbers of the sweep. */
  public StudyBuilder knudsen(double... values) {
    return with("knudsen", Arrays.stream(values).boxed().toList());
  }

  /** The diffusive time at which a run ends. */
  public StudyBuilder endTime(double time) {
    return with("endTime", time);
  }

  /** The number of derivatives in the norms. */
  public StudyBuilder norms(int sobolev) {
    return with("norms", entry(StudyReader.NORMS, sobolev));
  }

  /** What is kept: an observation every so many steps, and h itself at some times. */
  public StudyBuilder output(int every, double... distribution) {
    List<Double> times = Arrays.stream(distribution).boxed().toList();
    return with("output", entry(StudyReader.OUTPUT, every, times));
  }

  /** Whether to {@code refuse} or {@code accept} a run that the velocity space cannot hold. */
  public StudyBuilder resolution(String unresolved) {
    return with("resolution", entry(StudyReader.RESOLUTION, unresolved));
  }

  /**
   * Varies a key in a sweep: every combination with what else varies.
   *
   * @param key its path, for instance {@code mixture.heavy.mass}
   * @param values numbers, texts, lists and maps as the study may hold them there
   */
  public StudyBuilder vary(String key, Object... values) {
    return adding(StudyReader.VARY, entry(VaryReader.LISTED, key, List.of(values)));
  }

  /** Varies keys in step: each with as many values as the others. */
  public StudyBuilder together(Map<String, ? extends List<?>> values) {
    List<Object> keys = new ArrayList<>();
    values.forEach((key, list) -> keys.add(entry(VaryReader.LISTED, key, List.copyOf(list))));
    return adding(StudyReader.VARY, entry(VaryReader.TOGETHER, keys));
  }

  /** The study, or a {@link StudyException} for the first thing that is wrong. */
  public Study build(PluginCatalogue catalogue) {
    Object name = tree.getOrDefault("name", "study");
    return new StudyReader(new StudyTree("study '" + name + "'", tree, Map.of()), catalogue)
        .read("study", false);
  }

  private StudyBuilder with(String key, Object value) {
    return new StudyBuilder(with(tree, Map.of(key, value)));
  }

  private StudyBuilder adding(String key, Object element) {
    List<Object> list = new ArrayList<>((List<?>) tree.getOrDefault(key, List.of()));
    list.add(element);
    return with(key, list);
  }

  private static Map<String, Object> with(Map<String, ?> first, Map<String, ?> more) {
    Map<String, Object> map = new LinkedHashMap<>(first);
    map.putAll(more);
    return map;
  }

  private static Map<String, Object> entry(List<String> keys, Object... values) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      map.put(keys.get(i), values[i]);
    }
    return map;
  }
}
