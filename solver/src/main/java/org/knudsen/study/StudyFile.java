package org.knudsen.study;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftWave;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.PerturbationWave;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Study files: YAML 1.2, of which JSON is a part. Reading checks everything that can be checked
 * before a run; every error is a {@link StudyException} with file, line, key, what was found and
 * what is allowed. Writing is the inverse: what is read back is equal, all digits included.
 *
 * <p>A drift is a list of Fourier modes and of ready-made flows, which are read, and written, as
 * their modes. With {@code frequency} (turns in a unit of time) and {@code phase} (radians) either
 * swings as cos(2 pi frequency t + phase):
 *
 * <pre>
 * drift:
 *   - {wave: [1, 0], sin: [0, 0.1]}
 *   - {flow: shear, axis: 0, across: 1, wave: 1, amplitude: 0.1}
 *   - {flow: taylor-green, wave: 1, amplitude: 0.1, frequency: 2, phase: 0.5}
 * </pre>
 */
public final class StudyFile {

  private StudyFile() {}

  /**
   * Reads a study of which mixture, collision kernel and velocity grid must be there.
   *
   * @param catalogue the plugins that it may choose
   * @throws StudyException if the file cannot be read, or for the first thing in it that is wrong
   */
  public static Study read(Path file, PluginCatalogue catalogue) {
    return read(text(file), file.toString(), catalogue);
  }

  /**
   * Reads a study with every part that a sweep needs.
   *
   * @throws StudyException as {@link #read(Path, PluginCatalogue)} does, and for missing parts
   */
  public static Study readForRun(Path file, PluginCatalogue catalogue) {
    return readForRun(text(file), file.toString(), catalogue);
  }

  /**
   * Reads a study from a text.
   *
   * @param fileName where it came from, for messages and for the name of a study without one
   */
  public static Study read(String text, String fileName, PluginCatalogue catalogue) {
    return new StudyReader(fileName, stem(fileName), catalogue)
        .read(StudyNode.parse(text, fileName));
  }

  /** Reads a study with every part that a sweep needs from a text. */
  public static Study readForRun(String text, String fileName, PluginCatalogue catalogue) {
    return new StudyReader(fileName, stem(fileName), catalogue)
        .readForRun(StudyNode.parse(text, fileName));
  }

  /** The study as YAML, with every parameter of its plugins written out. */
  public static String write(Study study) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.AUTO)
            .setSchema(new CoreSchema())
            .setWidth(100)
            .setDereferenceAliases(true)
            .build();
    return new Dump(settings).dumpToString(toMap(study));
  }

  /**
   * The study as maps, lists, texts and numbers in the shape of the file, without the parts that
   * are missing; for tables and for JSON.
   *
   * @return a new map, in the order of the file
   */
  public static Map<String, Object> toMap(Study study) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", study.name());
    List<Object> mixture = new ArrayList<>();
    for (Species species : study.mixture().species()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", species.name());
      entry.put("mass", species.mass());
      entry.put("concentration", species.concentration());
      mixture.add(entry);
    }
    map.put("mixture", mixture);
    map.put("collisionKernel", plugin(study.collisionKernel()));
    map.put("velocityGrid", plugin(study.velocityGrid()));
    study
        .timeIntegrator()
        .ifPresent(
            stepping -> {
              Map<String, Object> entry = new LinkedHashMap<>();
              entry.put("id", stepping.scheme().id());
              entry.put("dt", stepping.dt());
              entry.putAll(stepping.scheme().parameters().asMap());
              map.put("timeIntegrator", entry);
            });
    study
        .torus()
        .ifPresent(
            torus -> {
              Map<String, Object> entry = new LinkedHashMap<>();
              entry.put("dimension", torus.dimension());
              entry.put("points", torus.points());
              map.put("torus", entry);
            });
    study.fluidLimit().ifPresent(limit -> map.put("fluidLimit", plugin(limit)));
    if (!study.initial().isEmpty()) {
      map.put("initial", study.initial().stream().map(wave -> wave(study, wave)).toList());
    }
    map.put("drift", study.drift().stream().map(StudyFile::drift).toList());
    if (!(study.perturbation() instanceof InitialPerturbation.None)) {
      map.put("perturbation", perturbation(study));
    }
    if (!study.knudsen().isEmpty()) {
      map.put("knudsen", study.knudsen());
    }
    study.endTime().ifPresent(time -> map.put("endTime", time));
    Map<String, Object> norms = new LinkedHashMap<>();
    norms.put("sobolev", study.sobolev());
    map.put("norms", norms);
    return map;
  }

  private static Map<String, Object> plugin(PluginChoice choice) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", choice.id());
    entry.putAll(choice.parameters().asMap());
    return entry;
  }

  private static Map<String, Object> wave(Study study, ConcentrationWave wave) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("species", study.mixture().species().get(wave.species()).name());
    entry.put("wave", wave.wave());
    entry.put("cos", wave.cos());
    entry.put("sin", wave.sin());
    return entry;
  }

  private static Map<String, Object> perturbation(Study study) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", study.perturbation().kind());
    if (study.perturbation() instanceof InitialPerturbation.Given given) {
      given.size().ifPresent(size -> entry.put("size", size));
      given.equilibrium().ifPresent(equilibrium -> entry.put("equilibrium", equilibrium));
      if (!given.waves().isEmpty()) {
        entry.put("waves", given.waves().stream().map(wave -> wave(study, wave)).toList());
      }
    }
    return entry;
  }

  private static Map<String, Object> wave(Study study, PerturbationWave wave) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("species", study.mixture().species().get(wave.species()).name());
    entry.put("wave", wave.wave());
    entry.put("n", wave.n());
    entry.put("l", wave.l());
    entry.put("m", wave.m());
    entry.put("cos", wave.cos());
    entry.put("sin", wave.sin());
    return entry;
  }

  static Map<String, Object> drift(DriftWave wave) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("wave", wave.wave());
    entry.put("cos", wave.cos());
    entry.put("sin", wave.sin());
    if (wave.frequency() != 0 || wave.phase() != 0) {
      entry.put("frequency", wave.frequency());
      entry.put("phase", wave.phase());
    }
    return entry;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new StudyException(file.toString(), 0, "study", "found no such file", "a YAML file");
    } catch (CharacterCodingException e) {
      throw new StudyException(
          file.toString(), 0, "study", "found bytes that are no UTF-8", "a YAML file in UTF-8");
    } catch (IOException e) {
      throw new StudyException(
          file.toString(), 0, "study", "cannot be read (" + e + ")", "a readable YAML file");
    }
  }

  private static String stem(String fileName) {
    String last = fileName.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
    return last.isBlank() ? "study" : last;
  }
}
