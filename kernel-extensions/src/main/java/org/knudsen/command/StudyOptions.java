package org.knudsen.command;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command on a study takes: the study, plugins, and the form of the answer. */
final class StudyOptions {

  @Mixin private PluginOptions plugins;

  @Parameters(index = "0", paramLabel = "STUDY", description = "The study file.")
  private Path file;

  @Option(names = "--json", description = "One JSON value on standard output.")
  private boolean json;

  Path file() {
    return file;
  }

  boolean json() {
    return json;
  }

  PluginOptions plugins() {
    return plugins;
  }
}
