package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.plugin.CollisionKernelProvider;

/** What commands say of plugins that are at fault. */
class FaultyPluginTest {

  @TempDir Path folder;
  private Path plugins;

  @BeforeEach
  void offer() throws IOException {
    plugins = folder.resolve("plugins");
    Path services = Files.createDirectories(plugins.resolve("META-INF").resolve("services"));
    Files.write(
        services.resolve(CollisionKernelProvider.class.getName()),
        Stream.of(
                FaultyKernel.Lopsided.class,
                FaultyKernel.Endless.class,
                FaultyKernel.Outdated.class)
            .map(Class::getName)
            .toList());
  }

  private Path study(String id) throws IOException {
    return Studies.write(folder, "{id: hard-sphere, diameters: [1.0, 1.0]}", "{id: " + id + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hypotheses", "spectrum", "transport", "run", "converge"})
  void anAsymmetricKernelIsWarnedOfInEveryCommand(String command) throws IOException {
    Object[] words = {command, study("lopsided"), "--plugins", plugins};
    Object[] out = {"--out", folder.resolve("out"), "--plots", "none"};
    Shell.Outcome outcome =
        new Shell(folder)
            .run(
                command.equals("run")
                    ? Stream.of(words, out).flatMap(Stream::of).toArray()
                    : words);
    assertEquals(0, outcome.status(), outcome.err());
    assertTrue(
        outcome.err().contains("warning: hypothesis H1 fails: largest |B_ij - B_ji| is "),
        outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"endless", "outdated"})
  void anErrorOfAPluginIsOneLine(String id) throws IOException {
    Path out = folder.resolve("out");
    for (Object[] words :
        List.of(
            new Object[] {"spectrum", study(id), "--plugins", plugins},
            new Object[] {"run", study(id), "--plugins", plugins, "--out", out})) {
      Shell.Outcome outcome = new Shell(folder).run(words);
      assertEquals(1, outcome.status(), outcome.err());
      assertEquals(1, outcome.err().lines().count(), outcome.err());
      assertTrue(
          outcome.err().matches("knudsen: java.lang.\\w+Error.* at .*FaultyKernel.*\\R"),
          outcome.err());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.noneMatch(file -> file.getFileName().toString().contains("out")));
    }
  }

  @Test
  void aJarThatCannotBeOpenedIsNamed() throws IOException {
    Path jar = Files.writeString(folder.resolve("broken.jar"), "no zip");
    Shell.Outcome outcome =
        new Shell(folder).run("hypotheses", Studies.write(folder), "--plugins", jar);
    assertEquals(0, outcome.status());
    assertTrue(
        outcome.err().startsWith("knudsen: warning: " + jar + ": is no jar that can be opened"),
        outcome.err());
    assertTrue(new Shell(folder).run("plugins", "--plugins", jar).out().contains("broken.jar"));
    assertTrue(
        new Shell(folder).run("plugins", "--plugins", jar, "--json").out().contains("broken.jar"));
  }
}
