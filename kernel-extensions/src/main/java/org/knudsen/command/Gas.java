package org.knudsen.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.knudsen.collision.LinearizedHarmonics;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.Plugin;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.study.Study;
import org.knudsen.study.StudyException;
import org.knudsen.study.StudyFile;
import org.knudsen.velocity.VelocitySpace;

/**
 * The part of a study that spectrum and transport need: a gas and its linearised collision
 * operator, of which harmonics are built when they are asked for.
 */
record Gas(Path file, Study study, CollisionKernel kernel, LinearizedHarmonics harmonics) {

  /**
   * Reads a study.
   *
   * @throws StudyException if it is wrong, or its velocity grid does not separate harmonics
   */
  static Gas read(Path file, PluginCatalogue catalogue) {
    Study study = StudyFile.read(file, catalogue);
    CollisionKernel kernel = study.createCollisionKernel(catalogue);
    VelocitySpace space = study.createVelocitySpace(catalogue);
    VelocityGridProvider grid =
        catalogue.find(PluginFamily.VELOCITY_GRIDS, study.velocityGrid().id());
    LinearizedHarmonics harmonics =
        grid.harmonics(space, kernel)
            .orElseThrow(
                () ->
                    wrong(
                        file,
                        "velocityGrid",
                        "id",
                        "found '" + grid.id() + "', which does not separate spherical harmonics",
                        String.join(", ", separating(study, kernel, catalogue))));
    return new Gas(file, study, kernel, harmonics);
  }

  Mixture mixture() {
    return study.mixture();
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
  private static List<String> separating(
      Study study, CollisionKernel kernel, PluginCatalogue catalogue) {
    return catalogue.plugins(PluginFamily.VELOCITY_GRIDS).stream()
        .filter(plugin -> separates(plugin.provider(), study, kernel))
        .map(Plugin::id)
        .toList();
  }

  private static boolean separates(VelocityGridProvider grid, Study study, CollisionKernel kernel) {
    if (grid.parameters().stream().anyMatch(spec -> spec.required())) {
      return false;
    }
    var defaults =
        org.knudsen.plugin.ParameterValues.of(
            grid.parameters(), study.mixture().size(), java.util.Map.of());
    return grid.harmonics(grid.space(study.mixture(), 1, defaults), kernel).isPresent();
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
