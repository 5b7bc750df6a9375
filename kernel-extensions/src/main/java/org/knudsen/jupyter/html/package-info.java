/**
 * Notebooks as pages for a browser. Markdown is rendered by commonmark, with formulas kept aside
 * for KaTeX, which the page carries inside.
 */
package org.knudsen.jupyter.html;
