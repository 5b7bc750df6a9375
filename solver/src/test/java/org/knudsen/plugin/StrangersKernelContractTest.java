package org.knudsen.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.plugin.contract.CollisionKernelContract;

/** A kernel that comes in a jar of its own passes the whole contract. */
class StrangersKernelContractTest extends CollisionKernelContract {

  @TempDir static Path folder;
  private static URLClassLoader loader;

  @BeforeAll
  static void buildTheJar() throws IOException {
    Path jar = StrangersJar.forwardScattering().write(folder.resolve("forward.jar"));
    loader =
        new URLClassLoader(
            new URL[] {jar.toUri().toURL()}, StrangersKernelContractTest.class.getClassLoader());
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @Override
  protected CollisionKernelProvider provider() {
    return PluginCatalogue.load(loader).find(PluginFamily.COLLISION_KERNELS, "forward-scattering");
  }
}
