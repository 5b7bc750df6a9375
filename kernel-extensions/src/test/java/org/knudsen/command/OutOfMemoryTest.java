package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.plugin.TimeIntegratorProvider;

/** A process without memory says so in one line, and the run goes on in a larger one. */
class OutOfMemoryTest {

  @TempDir Path folder;

  private static void assertOneLine(String err) {
    List<String> lines = err.lines().toList();
    assertEquals(1, lines.stream().filter(line -> line.contains("no memory left")).count(), err);
    String last = lines.get(lines.size() - 1);
    assertTrue(last.startsWith("knudsen: no memory left (java.lang.OutOfMemoryError"), err);
    assertTrue(last.contains("--resume"), err);
    assertFalse(err.contains("\tat "), err);
  }

  @Test
  void aRunInASmallHeapEndsWithOneLineAndGoesOnInALargerOne() throws Exception {
    Path plugins = folder.resolve("plugins");
    Path services = Files.createDirectories(plugins.resolve("META-INF").resolve("services"));
    Files.writeString(
        services.resolve(TimeIntegratorProvider.class.getName()), GreedyScheme.class.getName());
    Path study = Studies.write(folder, "ars-443", "greedy");
    Path out = folder.resolve("out");
    Path log = folder.resolve("log");
    Object[] words = {
      "run", study, "--plugins", plugins, "--no-cache", "--checkpoint", 0, "--out", out
    };
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    for (Object word : words) {
      command.add(word.toString());
    }
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it did not end");
    assertEquals(1, process.exitValue(), Files.readString(log));
    assertOneLine(Files.readString(log));
    assertFalse(Files.exists(out), "nothing half done is at the target");

    Shell shell = new Shell(folder);
    Object[] more = Arrays.copyOf(words, words.length + 1);
    more[words.length] = "--resume";
    Shell.Outcome resumed = shell.run(more);
    assertEquals(0, resumed.status(), resumed.err());
    assertTrue(resumed.err().contains("going on from "), resumed.err());
  }

  /** Where results are written an error ends in the same way, as it is or as a cause. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anErrorWhereResultsAreWrittenEndsWithOneLine(boolean wrapped) throws Exception {
    Supplier<OutOfMemoryError> error = () -> new OutOfMemoryError("Java heap space");
    PrintStream full =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void print(String text) {
            if (wrapped) {
              throw new CompletionException(error.get());
            }
            throw error.get();
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            full, new PrintStream(err, true, StandardCharsets.UTF_8), false, Map.of(), folder);
    String study = Studies.write(folder).toString();
    assertEquals(Main.FAILED, Main.execute(console, "transport", study, "--json"));
    assertOneLine(err.toString(StandardCharsets.UTF_8));
  }
}
