package org.knudsen.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in this process as a shell would, and catches what they print. */
final class Shell {

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /**
   * @param folder where the cache of collision tables and the home folder are
   */
  Shell(Path folder) {
    this.folder = folder;
    environment.put("KNUDSEN_CACHE", folder.resolve("tables").toString());
  }

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /**
   * Starts a command in a process of its own, which Ctrl-C reaches as from a terminal. A shell's
   * {@code &} and {@code nohup} start this process with SIGINT ignored; a child inherits that, and
   * Java then never hears the signal.
   *
   * @param log where its standard output and error go
   */
  static Process start(Path log, Object... words) throws IOException {
    return start(Map.of(), log, words);
  }

  /** The same with more environment variables. */
  static Process start(Map<String, String> environment, Path log, Object... words)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    for (Object word : words) {
      command.add(word.toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** What a command left: its status, standard output and standard error. */
  record Outcome(int status, String out, String err) {}

  Outcome run(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            environment,
            folder.resolve("home"));
    String[] arguments = new String[words.length];
    for (int w = 0; w < words.length; w++) {
      arguments[w] = words[w].toString();
    }
    int status = Main.execute(console, arguments);
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
