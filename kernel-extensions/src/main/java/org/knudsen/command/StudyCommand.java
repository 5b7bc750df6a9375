package org.knudsen.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knudsen.collision.Gas;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.Plugin;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.study.Study;
import org.knudsen.study.StudyException;
import org.knudsen.study.StudyFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command on a study: what all of them take, besides plugins, is the study and --json. */
abstract class StudyCommand extends PluginCommand {

  @Parameters(
      index = "0",
      paramLabel = "STUDY",
      description = "The study file; - for standard input.")
  Path file;

  private String text;

  @Option(names = "--json", description = "One JSON value on standard output.")
  boolean json;

  StudyCommand(Console console) {
    super(console);
  }

  /** What errors call the study. */
  final String source() {
    return file.toString().equals("-") ? "stdin" : file.toString();
  }

  /** The study as it was given, read once. */
  final String text() {
    if (text == null) {
      text = source().equals("stdin") ? StudyFile.text(System.in, "stdin") : StudyFile.text(file);
    }
    return text;
  }

  /** The study with every part that a run needs. */
  final Study readForRun(PluginCatalogue catalogue) {
    return StudyFile.readForRun(text(), source(), catalogue);
  }

  /**
   * The gas of the study, of which L separates harmonics; warns of a kernel that is not symmetric.
   *
   * @throws StudyException if the study is wrong, or its velocity grid does not separate harmonics
   */
  final Gas gas(PluginCatalogue catalogue) {
    Study study = StudyFile.read(text(), source(), catalogue);
    KernelWarnings.ofAsymmetry(study, catalogue, console);
    Gas gas = study.gas(catalogue);
    if (!gas.separatesHarmonics()) {
      throw wrongGrid(
          "id",
          "found '" + study.velocityGrid().id() + "', which does not separate spherical harmonics",
          catalogue.plugins(PluginFamily.VELOCITY_GRIDS).stream()
              .filter(plugin -> separates(plugin.provider(), gas))
              .map(Plugin::id)
              .collect(Collectors.joining(", ")));
    }
    return gas;
  }

  /** An error about a key of the velocity grid, for what only a command can tell. */
  final StudyException wrongGrid(String key, String found, String allowed) {
    return StudyFile.error(text(), source(), List.of("velocityGrid", key), found, allowed);
  }

  /** Whether a velocity grid separates harmonics; asked with its defaults. */
  private static boolean separates(VelocityGridProvider grid, Gas gas) {
    if (grid.parameters().stream().anyMatch(ParameterSpec::required)) {
      return false;
    }
    ParameterValues defaults =
        ParameterValues.of(grid.parameters(), gas.mixture().size(), Map.of());
    return grid.harmonics(grid.space(gas.mixture(), 1, defaults), gas.kernel()).isPresent();
  }
}
