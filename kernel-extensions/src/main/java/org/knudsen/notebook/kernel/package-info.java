/**
 * The notebook kernel: {@link org.knudsen.notebook.kernel.KernelMain} starts a {@link
 * org.knudsen.notebook.kernel.KnudsenKernel}, which is IJava's kernel with its faults cured, and
 * installs every {@link org.knudsen.notebook.kernel.NotebookExtension} that the class path offers
 * before it answers the first message.
 *
 * <p>What a cell costs, measured on two cores beside ipykernel in the same run: an empty request
 * 0.8 ms (ipykernel 1.3), a warm trivial cell 14 ms (4), the first answer 0.7 s after the start
 * (IJava 0.75), the first cell done after 1.6 s (IJava 1.25). Nearly all of the 14 ms is JShell,
 * which compiles each snippet twice with javac.
 */
package org.knudsen.notebook.kernel;
