package org.knudsen.archive;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knudsen.run.RunResult;
import org.knudsen.study.SweepResult;

/**
 * A sweep as an HDF5 file, in both directions: a group {@code eps=NUMBER} for each run, in the
 * order of the attribute {@code runs}, with its variables ({@link VariableHdf5}). Attributes of the
 * file: format, study, collisionKernel, perturbation, asked. Of a group: knudsen, dt, steps,
 * ending, message. What a run took is not in it, so that the same run gives the same bytes.
 */
public final class ResultHdf5 {

  static final String FORMAT = "knudsen-results-3";

  private ResultHdf5() {}

  /**
   * Writes the file.
   *
   * @throws java.io.UncheckedIOException naming the file, if it cannot be written
   */
  public static void write(SweepResult sweep, Path file) {
    FileWriting.to(file, () -> writeNow(sweep, file));
  }

  private static void writeNow(SweepResult sweep, Path file) {
    try (WritableHdfFile out = HdfFile.write(file)) {
      out.putAttribute("format", FORMAT);
      VariableHdf5.text(out, "study", sweep.study());
      VariableHdf5.text(out, "collisionKernel", sweep.collisionKernel());
      VariableHdf5.text(out, "perturbation", sweep.perturbation());
      out.putAttribute("asked", sweep.asked());
      List<String> names = new ArrayList<>();
      for (RunResult run : sweep.runs()) {
        names.add("eps=" + run.knudsen());
        write(run, out.putGroup("eps=" + run.knudsen()));
      }
      if (!names.isEmpty()) {
        out.putAttribute("runs", names.toArray(String[]::new));
      }
    }
  }

  /** Writes a run into a group. */
  static void write(RunResult run, WritableGroup group) {
    group.putAttribute("knudsen", run.knudsen());
    group.putAttribute("dt", run.dt());
    group.putAttribute("steps", run.steps());
    group.putAttribute("ending", run.ending().name());
    VariableHdf5.text(group, "message", run.message());
    VariableHdf5.write(run.variables().values(), group);
  }

  /**
   * Reads the file; the wall time of a run is NaN.
   *
   * @throws IllegalArgumentException naming the file, if it is damaged or of another format
   */
  public static SweepResult read(Path file) {
    try (HdfFile in = new HdfFile(file)) {
      VariableHdf5.requireFormat(FORMAT, in, file);
      List<RunResult> runs = new ArrayList<>();
      if (in.getAttribute("runs") != null) {
        for (String name : (String[]) in.getAttribute("runs").getData()) {
          runs.add(read((Group) in.getChild(name), Double.NaN));
        }
      }
      return new SweepResult(
          VariableHdf5.text(in, "study"),
          VariableHdf5.text(in, "collisionKernel"),
          VariableHdf5.text(in, "perturbation"),
          (Integer) in.getAttribute("asked").getData(),
          runs);
    } catch (RuntimeException e) { // whatever the library meets in bytes that are no HDF5
      if (e.getMessage() != null && e.getMessage().startsWith(file + ": ")) {
        throw e;
      }
      throw new IllegalArgumentException(
          file
              + ": found a damaged file ("
              + e
              + "); allowed: one as 'knudsen run' wrote it, from the study.yaml beside it, say",
          e);
    }
  }

  /** Reads a run from a group; the wall time is the caller's to know. */
  static RunResult read(Group group, double wallSeconds) {
    return new RunResult(
        number(group, "knudsen"),
        number(group, "dt"),
        (Integer) group.getAttribute("steps").getData(),
        RunResult.Ending.valueOf(VariableHdf5.text(group, "ending")),
        VariableHdf5.text(group, "message"),
        wallSeconds,
        VariableHdf5.read(group));
  }

  static double number(Node node, String name) {
    return (Double) node.getAttribute(name).getData();
  }
}
