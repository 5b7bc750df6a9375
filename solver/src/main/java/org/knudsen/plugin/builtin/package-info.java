/** Plugins that the solver itself brings along: the {@code maxwell-stefan} fluid limit. */
package org.knudsen.plugin.builtin;
