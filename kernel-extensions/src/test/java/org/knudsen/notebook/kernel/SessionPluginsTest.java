package org.knudsen.notebook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.ParameterValues;

/** Plugins that come while a notebook is open, in the kernel in this process. */
class SessionPluginsTest {
  private static final String PROVIDER =
      """
      class Mine implements CollisionKernelProvider {
        public String id() { return "ID"; }
        public String description() { return "DESCRIPTION"; }
        public String reference() { return "a cell"; }
        public CollisionKernel create(Mixture mixture, ParameterValues parameters) { return null; }
      }
      workbench.register(new Mine());
      """;

  @TempDir Path folder;
  private final KnudsenKernel kernel = new KnudsenKernel();

  /** What the jars here offer. */
  public static final class Late implements CollisionKernelProvider {
    @Override
    public String id() {
      return "late";
    }

    @Override
    public String description() {
      return "from a jar";
    }

    @Override
    public String reference() {
      return "this test";
    }

    @Override
    public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
      return null;
    }
  }

  @BeforeEach
  void open() throws Exception {
    JShellAccess.setRunningKernel(kernel);
    kernel.eval("var workbench = Workbench.ofKernel();");
  }

  @AfterEach
  void close() {
    JShellAccess.setRunningKernel(null);
    kernel.onShutdown(false);
  }

  private void register(String id, String description) throws Exception {
    kernel.eval(PROVIDER.replace("ID", id).replace("DESCRIPTION", description));
  }

  private Object description(String id) throws Exception {
    return kernel.evalRaw(find(id));
  }

  private String failure(String cell) {
    return assertThrows(CellFailure.class, () -> kernel.eval(cell)).getMessage();
  }

  private Path jar(String name, String provider) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(
          new ZipEntry("META-INF/services/" + CollisionKernelProvider.class.getName()));
      jar.write(provider.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void aProviderOfACellIsUsedByItsIdUntilItIsDefinedAgain() throws Exception {
    kernel.eval("var before = workbench.plugins();");
    register("mine", "first");
    assertEquals("first", description("mine"));
    register("mine", "second");
    assertEquals("second", description("mine"));
    assertTrue(
        kernel.plugins().plugins().stream().anyMatch(plugin -> plugin.id().equals("mine")),
        "what completion and magics see");
    String cell = "workbench.study().collisionKernel(\"mi";
    assertEquals(
        java.util.List.of("mine"),
        java.util.List.copyOf(kernel.complete(cell, cell.length()).getReplacements()));
    int more = (int) kernel.evalRaw("workbench.plugins().plugins().size()");
    assertEquals(more - 1, kernel.evalRaw("before.plugins().size()"), "a catalogue stays");
    String taken = failure(PROVIDER.replace("ID", "hard-sphere").replace("DESCRIPTION", "d"));
    assertTrue(taken.contains("'hard-sphere' is already offered by "), taken);
    String none = failure("workbench.register(new DescribedProvider(\"a\", \"b\", \"c\") {})");
    assertTrue(none.contains("is of 0 families; it must implement one of [CollisionKernelP"), none);
    assertEquals("second", description("mine"));
  }

  @Test
  void aJarIsSeenAtOnce() throws Exception {
    jar("late.jar", Late.class.getName());
    assertEquals("from a jar", kernel.evalRaw("%jars " + folder + "/l*.jar\n" + find("late")));
    register("mine", "first");
    assertEquals("from a jar", description("late"));
  }

  private static String find(String id) {
    return "workbench.plugins().find(PluginFamily.COLLISION_KERNELS, \"" + id + "\").description()";
  }

  @Test
  void aPluginOfAJarTakesThePlaceOfACells() throws Exception {
    register("late", "of a cell");
    kernel.eval("%classpath " + jar("late.jar", Late.class.getName()));
    assertEquals("from a jar", description("late"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%jars FOLDER/none.jar;nothing matches FOLDER/none.jar",
        "%jars FOLDER/*.jar;nothing matches FOLDER/*.jar",
        "%classpath FOLDER/none;nothing matches FOLDER/none",
        "%jars FOLDER/text.txt;FOLDER/text.txt is no jar",
        "%classpath FOLDER/text.txt;FOLDER/text.txt is no jar",
        "%jars;needs a path"
      })
  void aMissingOrBrokenJarIsAnError(String example) throws Exception {
    Files.writeString(folder.resolve("text.txt"), "no jar");
    String[] parts = example.replace("FOLDER", folder.toString()).split(";");
    String message = failure(parts[0]);
    assertTrue(message.contains(parts[1]), message);
    assertEquals(0, kernel.classPathAdditions());
  }
}
