/**
 * Help while a cell is written: completion, and documentation of names from the sources in jars.
 */
package org.knudsen.notebook.help;
