package org.knudsen.plugin;

/**
 * A plugin that was found.
 *
 * @param source the jar or folder that it came from
 */
public record Plugin<P extends Provider>(PluginFamily<P> family, P provider, String source) {

  public String id() {
    return provider.id();
  }
}
