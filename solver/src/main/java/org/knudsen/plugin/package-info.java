/**
 * Plugins: the physics and the numerics of a run, chosen by name.
 *
 * <p>A plugin family ({@link org.knudsen.plugin.PluginFamily}) is a small provider interface. A jar
 * on the class path offers providers through {@code META-INF/services}; {@link
 * org.knudsen.plugin.PluginCatalogue#load} finds them, together with whatever is wrong with them. A
 * provider declares its parameters ({@link org.knudsen.plugin.ParameterSpec}); raw values from a
 * study file or a notebook are checked against them in one place ({@link
 * org.knudsen.plugin.ParameterValues#of}) before the provider sees them.
 *
 * <p>The flow: class loader -> PluginCatalogue -> Provider (by id) -> ParameterValues -> create.
 */
package org.knudsen.plugin;
