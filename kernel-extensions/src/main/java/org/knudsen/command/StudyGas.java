package org.knudsen.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knudsen.collision.Gas;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.Plugin;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.study.Study;
import org.knudsen.study.StudyException;
import org.knudsen.study.StudyFile;

/** The gas of a study file, for the commands that need its L by harmonics. */
record StudyGas(Path file, Gas gas) {

  /**
   * Reads a study.
   *
   * @throws StudyException if it is wrong, or its velocity grid does not separate harmonics
   */
  static StudyGas read(Path file, PluginCatalogue catalogue) {
    Study study = StudyFile.read(file, catalogue);
    Gas gas = study.gas(catalogue);
    if (!gas.separatesHarmonics()) {
      throw wrong(
          file,
          "velocityGrid",
          "id",
          "found '" + study.velocityGrid().id() + "', which does not separate spherical harmonics",
          String.join(", ", separating(gas, catalogue)));
    }
    return new StudyGas(file, gas);
  }

  /** An error about a key of the velocity grid, for what only a command can tell. */
  StudyException wrongGrid(String key, String found, String allowed) {
    return wrong(file, "velocityGrid", key, found, allowed);
  }

  private static StudyException wrong(
      Path file, String top, String key, String found, String allowed) {
    return new StudyException(file.toString(), line(file, top), top + "." + key, found, allowed);
  }

  /** The velocity grids that do separate harmonics, with their defaults. */
  private static List<String> separating(Gas gas, PluginCatalogue catalogue) {
    return catalogue.plugins(PluginFamily.VELOCITY_GRIDS).stream()
        .filter(plugin -> separates(plugin.provider(), gas))
        .map(Plugin::id)
        .toList();
  }

  private static boolean separates(VelocityGridProvider grid, Gas gas) {
    if (grid.parameters().stream().anyMatch(spec -> spec.required())) {
      return false;
    }
    var defaults = ParameterValues.of(grid.parameters(), gas.mixture().size(), Map.of());
    return grid.harmonics(grid.space(gas.mixture(), 1, defaults), gas.kernel()).isPresent();
  }

  /** The line of a top-level key, 0 where it is not found. */
  private static int line(Path file, String key) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (int at = 0; at < lines.size(); at++) {
        if (lines.get(at).matches("[\\s{,]*\"?" + key + "\"?\\s*:.*")) {
          return at + 1;
        }
      }
    } catch (IOException e) {
      return 0; // the message does without
    }
    return 0;
  }
}
