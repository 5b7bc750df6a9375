package org.knudsen.plugin;

import java.util.Map;
import org.knudsen.engine.SweepEngine;

/**
 * Where the tasks of a sweep run. No part of a study, whose results do not depend on it: whoever
 * starts the sweep chooses it, and says in words how it is set up.
 */
public interface SweepEngineProvider extends Provider {

  /** What may be said: names of options, and what each is, in one line. */
  Map<String, String> options();

  /**
   * The engine, which may hold threads or connections until it is closed.
   *
   * @param options values by name, of {@link #options()} only; what is left out has a default
   * @throws IllegalArgumentException in one line, naming the option, if it cannot be had so
   */
  SweepEngine create(Map<String, String> options);
}
