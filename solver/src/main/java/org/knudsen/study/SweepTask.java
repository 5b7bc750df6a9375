package org.knudsen.study;

import java.nio.charset.StandardCharsets;
import org.knudsen.plugin.PluginCatalogue;

/**
 * One run of a sweep: a study at one Knudsen number that varies nothing, with every parameter of
 * its plugins written out. A value, which goes to other machines as bytes.
 *
 * @param index in the order of the sweep
 * @param combination what the study was made with
 * @param knudsen eps
 * @param text the study, as {@link StudyFile} reads it
 */
public record SweepTask(int index, SweepPoint combination, double knudsen, String text) {

  /** The study as bytes; with {@link #read} all that a run needs. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The study of a task's bytes. */
  public static Study read(byte[] bytes, PluginCatalogue catalogue) {
    return StudyFile.readForRun(new String(bytes, StandardCharsets.UTF_8), "task", catalogue);
  }
}
