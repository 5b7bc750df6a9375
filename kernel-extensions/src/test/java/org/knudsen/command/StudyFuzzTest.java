package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PrintableLine;
import org.knudsen.study.StudyException;
import org.knudsen.study.StudyFile;

/**
 * The studies of the notebooks with changes by chance, the same in every build: each is read, or
 * refused in one printable line. For more of them, {@code -Dknudsen.fuzz=30000}.
 */
class StudyFuzzTest {

  private static final int STUDIES = Integer.getInteger("knudsen.fuzz", 3000);
  private static final Duration LONGEST = Duration.ofSeconds(10); // on a busy machine
  private static final int LONGEST_MESSAGE = 4000;

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0.0",
          "-1",
          "7",
          "1e308",
          "1e309",
          "-1e-320",
          ".nan",
          "-.inf",
          "2147483647",
          "2147483648",
          "9223372036854775808",
          "1" + "0".repeat(400),
          "0x7fffffff",
          "0o777",
          "1_000",
          "1e-5",
          "16777216",
          "1000000",
          "100",
          "0.1.2",
          "1" + "0".repeat(2000));

  private static final List<String> TEXTS =
      List.of(
          "\u202e",
          "\0",
          "\u001b[31m",
          "\ufeff",
          "\u2028",
          "\u0085",
          "\ud83c\udf21",
          "\u6c14",
          "\u200d",
          "\t",
          "\r",
          "\u00a0",
          "\"\\u202E\\e[2J\"",
          "\"\\0\"",
          "!!int ",
          "!!binary ",
          "!<x> ",
          "&a ",
          "*a ",
          "? ",
          ": ",
          "- ",
          "--- ",
          "... ",
          "%YAML 9.9\n",
          "| ",
          "> ",
          "# ",
          "'",
          "\"",
          "{",
          "}",
          "[",
          "]",
          ", ",
          "<<: ",
          "null",
          "true",
          "~",
          "n".repeat(3000));

  @TempDir Path folder;

  @Test
  void everyMutantIsAStudyOrOneLine() throws IOException {
    List<String> studies = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("..", "notebooks", "studies"))) {
      for (Path file : files.sorted().toList()) {
        studies.add(Files.readString(file));
      }
    }
    assertFalse(studies.isEmpty());
    PluginCatalogue catalogue = PluginCatalogue.load(getClass().getClassLoader());
    Path file = folder.resolve("mutant.yaml");
    int read = 0;
    long slowest = 0;
    for (int seed = 0; seed < STUDIES; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbouring seeds begin alike
      String text = studies.get(random.nextInt(studies.size()));
      for (int change = random.nextInt(2); change >= 0; change--) {
        text = changed(text, random);
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (random.nextInt(8) == 0) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, bytes);
      long start = System.nanoTime();
      read += isRead(file, catalogue, "seed " + seed) ? 1 : 0;
      slowest = Math.max(slowest, System.nanoTime() - start);
    }
    System.out.printf(
        "%s mutants: %s read, %s refused, the slowest in %.2f s%n",
        STUDIES, read, STUDIES - read, slowest * 1e-9);
    assertTrue(read > STUDIES / 50 && read < STUDIES / 2, read + " of " + STUDIES + " are read");
  }

  private static boolean isRead(Path file, PluginCatalogue catalogue, String seed) {
    return assertTimeoutPreemptively(
        LONGEST,
        () -> {
          try {
            StudyFile.read(file, catalogue);
            return true;
          } catch (StudyException e) {
            String message = e.getMessage();
            assertTrue(message.startsWith(file + ":"), () -> seed + ": " + message);
            assertTrue(PrintableLine.isPrintable(message), () -> seed + ": " + message);
            assertTrue(message.contains("; allowed: "), () -> seed + ": " + message);
            assertTrue(message.length() <= LONGEST_MESSAGE, () -> seed + ": " + message);
            return false;
          } catch (RuntimeException | Error e) {
            return fail(seed, e);
          }
        },
        seed);
  }

  private static String changed(String text, Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> { // a character for another
        int at = random.nextInt(text.length());
        yield text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
      }
      case 1 -> text.substring(0, 1 + random.nextInt(text.length())); // cut off
      case 2 -> { // a block left out
        int at = random.nextInt(text.length());
        yield text.substring(0, at) + text.substring(end(text, at, random));
      }
      case 3 -> { // a block again, a few times
        int at = random.nextInt(text.length());
        String block = text.substring(at, end(text, at, random));
        yield text.substring(0, at) + block.repeat(1 + random.nextInt(300)) + text.substring(at);
      }
      case 4 -> { // lines again
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
        lines.remove(random.nextInt(lines.size()));
        yield String.join("\n", lines) + "\n";
      }
      case 5 -> { // deep nesting
        int depth = 1 << random.nextInt(16);
        yield insert(
            text,
            random,
            List.of("[", "{", "- ", "{a: ", "? ").get(random.nextInt(5)).repeat(depth));
      }
      case 6, 7, 8, 9, 10 -> { // another number
        String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
        String[] parts = text.split("(?<=[ \\[-])(?=[0-9])", -1);
        int which = random.nextInt(parts.length);
        parts[which] = parts[which].replaceFirst(which == 0 ? "^" : "^[0-9.e-]+", number);
        yield String.join("", parts);
      }
      default -> insert(text, random, TEXTS.get(random.nextInt(TEXTS.size())));
    };
  }

  private static int end(String text, int from, Random random) {
    return Math.min(text.length(), from + 1 + random.nextInt(200));
  }

  private static String insert(String text, Random random, String inserted) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + inserted + text.substring(at);
  }
}
