/**
 * Executes notebooks without Jupyter. {@link org.knudsen.jupyter.run.NotebookRunner} starts a
 * kernel in a process of its own, speaks the Jupyter protocol with it over ZeroMQ, and stores what
 * it publishes in the notebook.
 */
package org.knudsen.jupyter.run;
