/**
 * The notebook kernel: {@link org.knudsen.notebook.kernel.KernelMain} starts a {@link
 * org.knudsen.notebook.kernel.KnudsenKernel}, which is IJava's kernel with its faults cured, and
 * installs every {@link org.knudsen.notebook.kernel.NotebookExtension} that the class path offers
 * before it answers the first message.
 *
 * <p>What a cell costs, measured on two quiet cores beside ipykernel in the same run: an empty
 * request 0.4 ms (ipykernel 0.9), a trivial cell 7.2 to 8.0 ms once the virtual machine has
 * compiled the compiler (ipykernel 3.0), 12 after the first 200 cells; the first answer 0.7 s after
 * the start (IJava 0.75), the first cell done after 1.6 s (IJava 1.25). Nearly all of a cell is
 * JShell, which runs javac on each snippet four times; two fifths of that list the packages that it
 * may name.
 */
package org.knudsen.notebook.kernel;
