package org.knudsen.study;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.knudsen.plugin.PluginCatalogue;

/**
 * The tasks of a study: every combination of what it varies, at every Knudsen number. The last
 * variation runs faster than those before it, and the Knudsen number fastest, so that tasks with
 * the same collision operator stand together where the study varies the gas first. Immutable; tasks
 * are made when they are asked for.
 */
public final class SweepPlan {

  private final StudyTree tree; // with what varies
  private final Study study;
  private final PluginCatalogue catalogue;
  private final int combinations;

  /**
   * Checks every combination.
   *
   * @throws StudyException for the first that is no study, naming it, or for more than {@value
   *     VaryReader#MOST_TASKS} tasks
   */
  SweepPlan(StudyTree tree, Study study, PluginCatalogue catalogue) {
    this.tree = tree;
    this.study = study;
    this.catalogue = catalogue;
    BigInteger count =
        study.vary().stream()
            .map(variation -> BigInteger.valueOf(variation.size()))
            .reduce(BigInteger.ONE, BigInteger::multiply);
    List<Double> knudsen = study.firstPlan().knudsen();
    BigInteger tasks = count.multiply(BigInteger.valueOf(knudsen.size()));
    if (tasks.compareTo(BigInteger.valueOf(VaryReader.MOST_TASKS)) > 0) {
      throw tree.error(
          List.of(StudyReader.VARY),
          "found " + tasks + " tasks",
          "at most " + VaryReader.MOST_TASKS);
    }
    combinations = count.intValueExact();
    for (int c = 1; c < combinations; c++) {
      study(c);
    }
  }

  /** The plan of a study, of which every combination is checked. */
  public static SweepPlan of(Study study, PluginCatalogue catalogue) {
    return new SweepPlan(
        new StudyTree("study '" + study.name() + "'", study.tree(), Map.of()), study, catalogue);
  }

  /** The study whose tasks they are. */
  public Study study() {
    return study;
  }

  /** The names of the keys that vary, in the order of the study. */
  public List<String> keys() {
    return study.vary().stream().flatMap(v -> v.keys().stream()).map(Variation.Key::name).toList();
  }

  /** Whether all values of a key are numbers. */
  public boolean isNumber(String key) {
    return study.vary().stream()
        .flatMap(v -> v.keys().stream())
        .filter(each -> each.name().equals(key))
        .allMatch(each -> each.values().stream().allMatch(value -> value instanceof Number));
  }

  /** The value of a key as tables show it; of plugins, whose ids tell them apart, the id alone. */
  public String label(String key, Object value) {
    List<Object> ids =
        study.vary().stream()
            .flatMap(v -> v.keys().stream())
            .filter(each -> each.name().equals(key))
            .flatMap(each -> each.values().stream())
            .<Object>map(each -> each instanceof Map<?, ?> map ? map.get("id") : null)
            .toList();
    boolean plugins = ids.stream().allMatch(Objects::nonNull);
    return plugins && ids.stream().distinct().count() == ids.size()
        ? String.valueOf(((Map<?, ?>) value).get("id"))
        : SweepPoint.text(value);
  }

  /** The keys that move in step with a key, itself among them; empty if it does not vary. */
  public List<String> inStep(String key) {
    return study.vary().stream()
        .map(v -> v.keys().stream().map(Variation.Key::name).toList())
        .filter(names -> names.contains(key))
        .findFirst()
        .orElse(List.of());
  }

  /** The Knudsen numbers of each combination. */
  public List<Double> knudsen() {
    return study.firstPlan().knudsen();
  }

  public int combinations() {
    return combinations;
  }

  /** How many tasks there are. */
  public int size() {
    return combinations * knudsen().size();
  }

  /** The values of a combination. */
  public SweepPoint combination(int number) {
    return Variation.combination(study.vary(), Objects.checkIndex(number, combinations));
  }

  /** The study of a combination, over all Knudsen numbers; it varies nothing. */
  public Study study(int number) {
    return StudyReader.read(tree, combination(number), study.vary(), catalogue, study.name(), true);
  }

  /** The tasks of a combination, one a Knudsen number. */
  public List<SweepTask> tasks(int number) {
    SweepPoint combination = combination(number);
    Map<String, Object> one = new LinkedHashMap<>(study(number).tree());
    List<Double> knudsen = knudsen();
    String named =
        combination.values().isEmpty() ? study.name() : study.name() + ": " + combination;
    return java.util.stream.IntStream.range(0, knudsen.size())
        .mapToObj(
            k -> {
              one.put(StudyReader.KNUDSEN, List.of(knudsen.get(k)));
              one.put(StudyReader.NAME, Place.shortened(named));
              return new SweepTask(
                  number * knudsen.size() + k, combination, knudsen.get(k), StudyFile.write(one));
            })
        .toList();
  }

  /** A task by its index. */
  public SweepTask task(int index) {
    Objects.checkIndex(index, size());
    return tasks(index / knudsen().size()).get(index % knudsen().size());
  }
}
