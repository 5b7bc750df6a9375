/**
 * How values are shown below a cell: tables, charts, and cards for the types of the solver. {@link
 * org.knudsen.notebook.render.Renderers} registers all of them. What is shown depends on the value
 * alone, so that an executed notebook is the same file every time.
 */
package org.knudsen.notebook.render;
