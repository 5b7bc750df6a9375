/**
 * What every plugin of a family must do, as tests. A plugin, ours or a stranger's, runs all of it
 * by extending one class with one method, {@code provider()}, from the solver's test-jar.
 */
package org.knudsen.plugin.contract;
