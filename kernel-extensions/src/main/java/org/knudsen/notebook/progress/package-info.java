/**
 * Progress bars: {@link org.knudsen.notebook.progress.ProgressBar} is the model, which hears every
 * step of a task; a {@link org.knudsen.notebook.progress.ProgressView} shows it in a terminal or
 * below a cell.
 */
package org.knudsen.notebook.progress;
