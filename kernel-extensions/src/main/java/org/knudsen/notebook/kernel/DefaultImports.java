package org.knudsen.notebook.kernel;

import java.util.List;
import java.util.stream.Collectors;
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
          "org.knudsen.figure",
          "org.knudsen.report",
          "org.knudsen.notebook",
          "org.knudsen.notebook.progress",
          "org.knudsen.notebook.render");

  /** What IJava imports by itself, one by one. */
  private static final List<String> JAVA =
      List.of(
          "java.util",
          "java.io",
          "java.math",
          "java.net",
          "java.util.concurrent",
          "java.util.prefs",
          "java.util.regex");

  /** Classes whose methods have bare names in cells. */
  private static final List<String> METHODS =
      List.of(
          "org.knudsen.notebook.Cells",
          "io.github.spencerpark.ijava.runtime.Display",
          "io.github.spencerpark.ijava.runtime.Kernel",
          "io.github.spencerpark.ijava.runtime.Magics");

  private DefaultImports() {}

  /**
   * The import statements for what a class loader has, as one piece: JShell takes them together in
   * the time of one. The first stands for all when JShell looks whether an import is there already,
   * so it is one that no cell writes.
   *
   * @param loader the loader that the cells resolve their classes with
   */
  public static String statements(ClassLoader loader) {
    Stream<String> first = Stream.of("import " + DefaultImports.class.getName() + ";");
    Stream<String> java = JAVA.stream().map(name -> "import " + name + ".*;");
    Stream<String> packages =
        PACKAGES.stream()
            .filter(name -> loader.getResource(name.replace('.', '/') + "/") != null)
            .map(name -> "import " + name + ".*;");
    Stream<String> methods = METHODS.stream().map(name -> "import static " + name + ".*;");
    return Stream.of(first, java, packages, methods)
        .flatMap(part -> part)
        .collect(Collectors.joining("\n"));
  }
}
