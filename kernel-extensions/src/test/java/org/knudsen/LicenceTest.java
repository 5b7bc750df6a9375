package org.knudsen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.knudsen.command.Main;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.run.Run;

/** What goes into every jar. */
class LicenceTest {
  @Test
  void everyModuleCarriesLicenceAndNotice() throws Exception {
    Class<?> plugin =
        ServiceLoader.load(CollisionKernelProvider.class).iterator().next().getClass();
    for (Class<?> type : List.of(Main.class, Run.class, plugin)) {
      Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        requireTexts(place);
      } else {
        try (var jar = FileSystems.newFileSystem(place)) {
          requireTexts(jar.getPath("/"));
        }
      }
    }
  }

  private static void requireTexts(Path root) throws Exception {
    assertTrue(
        Files.readString(root.resolve("META-INF/LICENSE")).contains("Apache License"),
        root::toString);
    assertTrue(
        Files.readString(root.resolve("META-INF/NOTICE")).contains("Knudsen"), root::toString);
  }
}
