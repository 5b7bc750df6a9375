/**
 * How the notebook kernel is started and made known to Jupyter: its class path ({@link
 * org.knudsen.jupyter.spec.KernelClassPath}), its command, its kernelspec.
 */
package org.knudsen.jupyter.spec;
