package org.knudsen.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Walks a ServiceLoader past everything that breaks: its iterator throws once for each broken entry
 * and goes on behind it if it is asked again, which a for-each loop never does.
 */
final class PluginDiscovery {

  /** ServiceLoader repeats an unreadable class path for ever; no real one has as many failures. */
  private static final int MOST_FAILURES = 1000;

  private static final String UNKNOWN = "unknown source";

  private PluginDiscovery() {}

  static <P extends Provider> List<Plugin<P>> find(
      PluginFamily<P> family,
      ClassLoader loader,
      List<PluginProblem> problems,
      Consumer<String> lastWords) {
    List<Plugin<P>> found = new ArrayList<>();
    Iterator<ServiceLoader.Provider<P>> entries =
        ServiceLoader.load(family.type(), loader).stream().iterator();
    int failures = 0;
    while (failures < MOST_FAILURES) {
      ServiceLoader.Provider<P> entry = null;
      try {
        if (!entries.hasNext()) {
          break;
        }
        entry = entries.next();
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        failures++;
        String message = message(e);
        problems.add(new PluginProblem(family, listedIn(family, loader, message), message));
        continue;
      }
      add(family, entry, found, problems, lastWords);
    }
    return found;
  }

  private static <P extends Provider> void add(
      PluginFamily<P> family,
      ServiceLoader.Provider<P> entry,
      List<Plugin<P>> found,
      List<PluginProblem> problems,
      Consumer<String> lastWords) {
    String name = entry.type().getName();
    String source = sourceOf(entry.type());
    String fault;
    try {
      Described<P> made =
          StrangersCode.call(
              name + " in " + source,
              () -> {
                P provider = entry.get();
                return new Described<>(provider, fault(family, provider));
              },
              lastWords);
      fault = made.fault;
      if (fault == null) {
        found.add(new Plugin<>(family, made.provider, source));
        return;
      }
    } catch (ExecutionException e) {
      fault = message(e.getCause());
    } catch (IllegalStateException e) {
      fault = e.getMessage();
    }
    problems.add(new PluginProblem(family, source, name + ": " + fault));
  }

  private record Described<P extends Provider>(P provider, String fault) {}

  /** What a provider says wrongly about itself, or null. */
  static String fault(PluginFamily<?> family, Provider provider) {
    String id = provider.id();
    if (id == null || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      return "id '" + id + "'; allowed: lower-case letters, digits and single hyphens";
    }
    if (blankOrLong(provider.description()) || blankOrLong(provider.reference())) {
      return "id '" + id + "': description and reference must be one line each, not blank";
    }
    Set<String> names = new HashSet<>();
    for (ParameterSpec spec : provider.parameters()) {
      if (!names.add(spec.name())) {
        return "id '" + id + "': parameter '" + spec.name() + "' occurs twice";
      }
      if (family == PluginFamily.TIME_INTEGRATORS && spec.name().equals("dt")) {
        return "id '" + id + "': parameter 'dt' belongs to the study, not to the scheme";
      }
    }
    return null;
  }

  private static boolean blankOrLong(String text) {
    return text == null || text.isBlank() || text.contains("\n");
  }

  private static String message(Throwable failure) {
    StringBuilder message = new StringBuilder();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 4; depth++, cause = cause.getCause()) {
      String own =
          cause instanceof ServiceConfigurationError && cause.getMessage() != null
              ? cause.getMessage()
              : cause.toString();
      message.append(depth == 0 ? "" : ": ").append(own);
    }
    return message.toString();
  }

  static String sourceOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? UNKNOWN
        : readable(source.getLocation());
  }

  /**
   * The jar whose provider file a failure is about: the one that the message names, or that lists a
   * class that the message names; failing that, the ones that list a class that cannot be linked
   * (the message about a missing superclass names that superclass only).
   */
  private static String listedIn(PluginFamily<?> family, ClassLoader loader, String message) {
    String file = "META-INF/services/" + family.type().getName();
    List<String> named = new ArrayList<>();
    List<String> failing = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(file))) {
        List<String> classes = classesListedIn(url);
        if (message.contains(url.toString()) || classes.stream().anyMatch(message::contains)) {
          named.add(readable(url));
        } else if (classes.stream().anyMatch(listed -> failsToLink(listed, loader))) {
          failing.add(readable(url));
        }
      }
    } catch (IOException e) {
      return UNKNOWN + " (" + e.getMessage() + ")";
    }
    List<String> sources = named.isEmpty() ? failing : named;
    return sources.isEmpty() ? UNKNOWN : String.join(" or ", sources);
  }

  private static boolean failsToLink(String className, ClassLoader loader) {
    try {
      Class.forName(className, false, loader);
      return false;
    } catch (ClassNotFoundException e) {
      return false; // its own message names it
    } catch (LinkageError e) {
      return true;
    }
  }

  private static List<String> classesListedIn(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false); // a cached jar could not be replaced while a notebook runs
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").trim())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  /** The jar or folder of a URL inside it, without "jar:file:" around it. */
  static String readable(URL url) {
    String text = url.toString().replaceFirst("^jar:", "").replaceFirst("!/.*$", "");
    text = text.replaceFirst("META-INF/services/.*$", "");
    if (!text.startsWith("file:")) {
      return text;
    }
    try {
      return Path.of(URI.create(text)).toString();
    } catch (IllegalArgumentException e) {
      return text.substring("file:".length()); // with a blank, as File.toURL makes them
    }
  }
}
