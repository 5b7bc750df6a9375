package org.knudsen.study;

import java.util.Objects;
import org.knudsen.plugin.ParameterValues;

/**
 * A plugin as a study chooses it.
 *
 * @param id of the plugin, in its family
 * @param parameters checked and complete
 */
public record PluginChoice(String id, ParameterValues parameters) {

  public PluginChoice {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(parameters, "parameters");
  }
}
