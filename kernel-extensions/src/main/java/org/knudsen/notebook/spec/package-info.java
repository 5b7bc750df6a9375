/**
 * How the notebook kernel is started and made known to Jupyter: its class path ({@link
 * org.knudsen.notebook.spec.KernelClassPath}), its command, its kernelspec.
 */
package org.knudsen.notebook.spec;
