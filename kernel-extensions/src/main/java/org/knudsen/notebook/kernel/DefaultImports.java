package org.knudsen.notebook.kernel;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a notebook has imported without writing it. A package that the class path does not have is
 * left out, because JShell refuses to import it.
 */
public final class DefaultImports {

  /** The packages, in the order of the imports. This is the only list. */
  private static final List<String> PACKAGES =
      List.of(
          "tech.tablesaw.api",
          "org.knowm.xchart",
          "org.knudsen.mixture",
          "org.knudsen.kernel",
          "org.knudsen.velocity",
          "org.knudsen.collision",
          "org.knudsen.collision.carleman",
          "org.knudsen.torus",
          "org.knudsen.kinetic",
          "org.knudsen.fluid",
          "org.knudsen.time",
          "org.knudsen.norm",
          "org.knudsen.run",
          "org.knudsen.study",
          "org.knudsen.lemma",
          "org.knudsen.hypocoercivity",
          "org.knudsen.stability",
          "org.knudsen.plugin",
          "org.knudsen.archive",
          "org.knudsen.report",
          "org.knudsen.notebook",
          "org.knudsen.notebook.progress",
          "org.knudsen.notebook.render");

  private DefaultImports() {}

  /**
   * The import statements for what a class loader has.
   *
   * @param loader the loader that the cells resolve their classes with
   * @return one statement for each package present, and one for the methods of {@link
   *     org.knudsen.notebook.Cells}
   */
  public static List<String> statements(ClassLoader loader) {
    Stream<String> packages =
        PACKAGES.stream()
            .filter(name -> loader.getResource(name.replace('.', '/') + "/") != null)
            .map(name -> "import " + name + ".*;");
    Stream<String> methods =
        Stream.of("org.knudsen.notebook.Cells")
            .filter(name -> loader.getResource(name.replace('.', '/') + ".class") != null)
            .map(name -> "import static " + name + ".*;");
    return Stream.concat(packages, methods).toList();
  }
}
