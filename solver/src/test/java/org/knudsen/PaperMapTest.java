package org.knudsen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The paper map names types and tests that exist, and every row says what realises it. */
class PaperMapTest {

  private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");

  private static Set<String> javaFiles(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void everyNameIsAFile() throws IOException {
    Set<String> known = new TreeSet<>(javaFiles("src/main/java"));
    known.addAll(javaFiles("src/test/java"));
    Matcher names = TYPE.matcher(Files.readString(Path.of("PAPER.md")));
    int count = 0;
    Set<String> missing = new TreeSet<>();
    while (names.find()) {
      count++;
      if (!known.contains(names.group(1))) {
        missing.add(names.group(1));
      }
    }
    assertTrue(count > 40, "names found: " + count);
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyRowIsRealisedAndTestedOrOpen() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("PAPER.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| paper"))
            .filter(line -> !line.startsWith("| ---"))
            .toList();
    assertTrue(rows.size() > 15, "rows found: " + rows.size());
    for (String row : rows) {
      String[] cells = row.split("\\|", -1);
      assertEquals(8, cells.length, row);
      boolean realised = !cells[3].isBlank() && cells[4].contains("Test`");
      assertTrue(realised || !cells[6].isBlank(), "neither realised and tested nor open: " + row);
    }
  }
}
