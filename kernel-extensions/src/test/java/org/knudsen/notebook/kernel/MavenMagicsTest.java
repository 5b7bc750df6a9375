package org.knudsen.notebook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** %maven from a repository in a folder, without a network. */
class MavenMagicsTest {
  @TempDir Path folder;
  private final List<String> added = new ArrayList<>();
  private final Magics magics = new Magics();

  @BeforeEach
  void register() throws Exception {
    artifact(
        "one",
        "<dependency><groupId>test</groupId><artifactId>two</artifactId>"
            + "<version>1.0</version></dependency>");
    artifact("two", "");
    new MavenMagics(added::add, folder.resolve("cache")).registerWith(magics);
    magics.applyLineMagic("mavenRepo", List.of("local", folder.resolve("repo").toUri().toString()));
  }

  private void artifact(String name, String dependencies) throws IOException {
    Path at = Files.createDirectories(folder.resolve("repo/test/" + name + "/1.0"));
    Files.writeString(
        at.resolve(name + "-1.0.pom"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>test</groupId><artifactId>"
            + name
            + "</artifactId><version>1.0</version><dependencies>"
            + dependencies
            + "</dependencies></project>");
    try (OutputStream out = Files.newOutputStream(at.resolve(name + "-1.0.jar"));
        ZipOutputStream jar = new ZipOutputStream(out)) {
      jar.putNextEntry(new ZipEntry(name));
    }
  }

  @Test
  void addsALibraryAndWhatItNeeds() throws Exception {
    magics.applyLineMagic("maven", List.of("test:one:1.0"));
    assertEquals(
        List.of("one-1.0.jar", "two-1.0.jar"),
        added.stream().map(jar -> Path.of(jar).getFileName().toString()).sorted().toList());
    assertTrue(added.stream().allMatch(jar -> Files.exists(Path.of(jar))), added::toString);
    assertTrue(added.stream().allMatch(jar -> Path.of(jar).startsWith(folder)), added::toString);
  }

  @Test
  void saysInOneLineWhatCannotBeFetched() {
    String words =
        assertThrows(Exception.class, () -> magics.applyLineMagic("maven", List.of("test:one")))
            .getMessage();
    assertTrue(words.contains("allowed: group:artifact:version"), words);
    Exception missing =
        assertThrows(
            Exception.class, () -> magics.applyLineMagic("maven", List.of("test:none:1.0")));
    assertTrue(missing.getMessage().contains("test:none:1.0"), missing.getMessage());
    assertEquals(1, missing.getMessage().lines().count());
    assertEquals(List.of(), added);
    assertThrows(
        UnsupportedOperationException.class,
        () -> magics.applyLineMagic("loadFromPOM", List.of("pom.xml")));
  }

  @Test
  void keepsJarsAmongKnudsensCaches() {
    assertEquals(Path.of("/c/maven"), MavenMagics.standardFolder(Map.of("KNUDSEN_CACHE", "/c")));
    assertEquals(
        Path.of("/x/knudsen/maven"), MavenMagics.standardFolder(Map.of("XDG_CACHE_HOME", "/x")));
  }
}
