package org.knudsen.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knudsen.plugin.PluginCatalogue;
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
 *
 * <p>What is kept of a run, and what becomes of one that the velocity space cannot hold, may be
 * said after the norms ({@link org.knudsen.run.Output}); without a word it is
 *
 * <pre>
 * output: {every: 1, distribution: []}   # steps between observations, times at which h is kept
 * resolution: {unresolved: refuse}       # or accept
 * </pre>
 */
public final class StudyFile {

  private static final int MOST_BYTES = 1 << 20; // the longest tables of a kernel are a tenth

  private StudyFile() {}

  /**
   * Reads a study of which mixture, collision kernel and velocity grid must be there.
   *
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
   * @param fileName for messages, and for the name of a study without one
   * @throws StudyException as {@link #read(Path, PluginCatalogue)} does
   */
  public static Study read(String text, String fileName, PluginCatalogue catalogue) {
    return new StudyReader(StudyTree.parse(text, fileName), catalogue).read(stem(fileName), false);
  }

  /** From a text, with every part that a sweep needs. */
  public static Study readForRun(String text, String fileName, PluginCatalogue catalogue) {
    return new StudyReader(StudyTree.parse(text, fileName), catalogue).read(stem(fileName), true);
  }

  /**
   * The tasks of a study that has every part that a run needs, and may vary some.
   *
   * @throws StudyException for the first thing that is wrong, in any combination
   */
  public static SweepPlan readForSweep(String text, String fileName, PluginCatalogue catalogue) {
    StudyTree tree = StudyTree.parse(text, fileName);
    Study study = new StudyReader(tree, catalogue).read(stem(fileName), false);
    return new SweepPlan(tree, study, catalogue);
  }

  /**
   * An error about a study that was read, for what only its user can tell, with the line of a path
   * of keys and indices, for instance velocityGrid, degree, or of the nearest above it.
   */
  public static StudyException error(
      String text, String fileName, List<Object> path, String found, String allowed) {
    return StudyTree.parse(text, fileName).error(path, found, allowed);
  }

  /** The keys at the top of a study, in the order of a file. */
  public static List<String> keys() {
    return StudyReader.keyNames();
  }

  /** The study as YAML, with every parameter of its plugins written out. */
  public static String write(Study study) {
    return write(study.tree());
  }

  static String write(Map<String, Object> tree) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.AUTO)
            .setSchema(new CoreSchema())
            .setWidth(100)
            .setDereferenceAliases(true)
            .build();
    return new Dump(settings).dumpToString(tree);
  }

  /**
   * The text of a file.
   *
   * @throws StudyException if it cannot be read, or is not in UTF-8
   */
  public static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return text(in, file.toString());
    } catch (IOException e) {
      throw unread(file.toString(), e);
    }
  }

  /**
   * The text of a study from a stream, which stays open; the name is for messages.
   *
   * @throws StudyException as {@link #text(Path)} does
   */
  public static String text(InputStream in, String fileName) {
    try {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw unread(fileName, "found more than " + MOST_BYTES + " bytes", "at most " + MOST_BYTES);
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException e) {
      throw unread(fileName, e);
    }
  }

  private static StudyException unread(String fileName, IOException e) {
    if (e instanceof NoSuchFileException) {
      return unread(fileName, "found no such file", "a YAML file");
    } else if (e instanceof CharacterCodingException) {
      return unread(fileName, "found bytes that are no UTF-8", "a YAML file in UTF-8");
    }
    return unread(fileName, "cannot be read (" + e + ")", "a readable YAML file");
  }

  private static StudyException unread(String fileName, String found, String allowed) {
    return new StudyTree(fileName, null, Map.of()).error(List.of(), found, allowed);
  }

  private static String stem(String fileName) {
    String last = fileName.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
    return last.isBlank() ? "study" : last;
  }
}
