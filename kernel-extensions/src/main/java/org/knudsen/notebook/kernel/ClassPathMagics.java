package org.knudsen.notebook.kernel;

import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipFile;

/**
 * The magics {@code %jars} and {@code %classpath} in place of IJava's, which pass over a path that
 * matches nothing and take any file for a jar. Nothing is added where something is wrong.
 */
final class ClassPathMagics {
  private final Consumer<String> add;

  /**
   * @param add adds an absolute path to the class path
   */
  ClassPathMagics(Consumer<String> add) {
    this.add = add;
  }

  void registerWith(Magics magics) {
    magics.registerLineMagic("jars", patterns -> add("%jars", patterns, false));
    magics.registerLineMagic("classpath", patterns -> add("%classpath", patterns, true));
  }

  private List<String> add(String magic, List<String> patterns, boolean folders)
      throws IOException {
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException(magic + " needs a path, for example lib/*.jar");
    }
    List<String> found = new ArrayList<>();
    for (String pattern : patterns) {
      GlobFinder finder = new GlobFinder(pattern);
      int before = found.size();
      for (Path path : folders ? finder.computeMatchingPaths() : finder.computeMatchingFiles()) {
        if (!folders || !Files.isDirectory(path)) {
          requireJar(path);
        }
        found.add(path.toAbsolutePath().toString());
      }
      if (found.size() == before) {
        throw new IllegalArgumentException(
            "%s: nothing matches %s in %s".formatted(magic, pattern, Path.of("").toAbsolutePath()));
      }
    }
    found.forEach(add);
    return found;
  }

  private static void requireJar(Path file) throws IOException {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      jar.size();
    } catch (IOException e) {
      throw new IOException(file + " is no jar: " + e.getMessage(), e);
    }
  }
}
