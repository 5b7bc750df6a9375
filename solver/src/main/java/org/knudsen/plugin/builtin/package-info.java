/**
 * Plugins that the solver itself brings along: the {@code maxwell-stefan}, {@code fick} and {@code
 * frozen} fluid limits.
 */
package org.knudsen.plugin.builtin;
