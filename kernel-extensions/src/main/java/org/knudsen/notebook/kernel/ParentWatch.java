package org.knudsen.notebook.kernel;

import java.util.Map;
import java.util.Optional;

/**
 * Ends the kernel when the process that started it has died: a client that was killed cannot send a
 * shutdown request, and its kernels would stay for ever.
 */
final class ParentWatch {
  /** The environment variable in which Jupyter's clients put their process id. */
  static final String VARIABLE = "JPY_PARENT_PID";

  private ParentWatch() {}

  /** Watches the process that {@code environment} names; does nothing where it names none. */
  static void start(Map<String, String> environment) {
    parent(environment)
        .ifPresent(
            parent ->
                parent
                    .onExit()
                    .thenRun(
                        // halt, not exit: a cell in an endless loop must not hold up the end
                        () -> Runtime.getRuntime().halt(1)));
  }

  static Optional<ProcessHandle> parent(Map<String, String> environment) {
    String pid = environment.get(VARIABLE);
    if (pid == null || !pid.matches("[1-9][0-9]*")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(pid));
  }
}
