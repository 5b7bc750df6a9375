package org.knudsen.notebook.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.knudsen.mixture.SpeciesData;
import org.knudsen.mixture.SpeciesTable;
import org.knudsen.notebook.help.CodeContext.Call;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.Plugin;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.study.StudyFile;

/**
 * What a string in a cell may hold: an id where a call takes one, the names of that plugin's
 * parameters in a map beside it, a file where a call reads one; anywhere else each of these, and
 * species.
 */
final class StringNames {
  private static final Set<String> TAKE_KERNELS = Set.of("withKernel", "study", "kernelParameters");
  private static final Set<String> TAKE_FILES =
      Set.of("workbench.read", "workbench.open", "Path.of", "File");
  private static final Pattern KEY = Pattern.compile("^(\\w+):", Pattern.MULTILINE);
  private static final Pattern SPECIES = Pattern.compile("pecies\\(\\s*\"([^\"\\\\]+)\"");

  private final PluginCatalogue catalogue;

  StringNames(PluginCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The names that may stand in a string.
   *
   * @param code the cell up to the place
   * @param context of the place
   */
  List<String> in(String code, CodeContext context) {
    String begun = code.substring(context.stringStart());
    return all(code, begun, context.calls())
        .filter(name -> name.startsWith(begun))
        .distinct()
        .toList();
  }

  /**
   * What may stand in a study: its keys at the beginning of a line, ids, the names of parameters.
   *
   * @param before the text of the study up to what is to be replaced
   * @param begun what is to be replaced
   */
  List<String> inStudy(String before, String begun) {
    String line = before.substring(before.lastIndexOf('\n') + 1);
    Matcher keys = KEY.matcher(before);
    String section = "";
    int start = 0;
    while (keys.find()) {
      section = keys.group(1);
      start = keys.end();
    }
    Optional<PluginFamily<?>> family = family(section);
    Stream<String> names = Stream.of();
    if (line.isEmpty()) {
      names = StudyFile.keys().stream();
    } else if (family.isPresent()) {
      names =
          line.matches(".*\\bid:\\s*")
              ? ids(family.get())
              : Stream.concat(Stream.of("id"), parameters(family.get(), before.substring(start)));
    }
    return names.filter(name -> name.startsWith(begun)).distinct().toList();
  }

  private Stream<String> all(String code, String begun, List<Call> calls) {
    for (Call call : calls) {
      Optional<PluginFamily<?>> family = family(call.simpleName());
      if (family.isPresent()) {
        return call == calls.get(0)
            ? ids(family.get())
            : parameters(family.get(), code.substring(call.start()));
      }
      if (TAKE_FILES.contains(call.name())) {
        return files(begun);
      }
    }
    return Stream.of(
            SPECIES.matcher(code).results().map((MatchResult found) -> found.group(1)),
            SpeciesTable.standard().all().stream().map(SpeciesData::formula),
            PluginFamily.all().stream().flatMap(this::ids),
            PluginFamily.all().stream().flatMap(family -> parameters(family, "")),
            files(begun))
        .flatMap(names -> names);
  }

  /** What a call, or a key of a study, takes. */
  private static Optional<PluginFamily<?>> family(String name) {
    String key = TAKE_KERNELS.contains(name) ? PluginFamily.COLLISION_KERNELS.key() : name;
    return PluginFamily.all().stream()
        .<PluginFamily<?>>map(f -> f)
        .filter(f -> f.key().equals(key))
        .findFirst();
  }

  private Stream<String> ids(PluginFamily<?> family) {
    return catalogue.plugins(family).stream().map(Plugin::id);
  }

  /** Of the plugin that is named in the code; of all where none is. */
  private Stream<String> parameters(PluginFamily<?> family, String code) {
    List<? extends Plugin<?>> all = catalogue.plugins(family);
    List<? extends Plugin<?>> named =
        all.stream()
            .filter(plugin -> code.matches("(?s).*[\": ]" + plugin.id() + "[\",}\\s].*"))
            .toList();
    return (named.isEmpty() ? all : named)
        .stream()
            .flatMap(plugin -> plugin.provider().parameters().stream())
            .map(ParameterSpec::name);
  }

  /** The files and folders in the folder that a path ends in; hidden ones once a dot is there. */
  private static Stream<String> files(String begun) {
    String folder = begun.substring(0, begun.lastIndexOf('/') + 1);
    try (Stream<Path> entries = Files.list(Path.of(folder))) {
      return entries
          .map(path -> folder + path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
          .filter(name -> begun.startsWith(folder + ".") || !name.startsWith(folder + "."))
          .sorted()
          .toList()
          .stream();
    } catch (IOException | InvalidPathException | UncheckedIOException e) {
      return Stream.of(); // no folder that can be looked into, so no name to offer
    }
  }
}
