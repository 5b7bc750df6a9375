/**
 * A notebook kernel's side of the wire. {@link org.knudsen.jupyter.server.KernelServer} receives,
 * checks and answers requests through {@link org.knudsen.jupyter.server.Requests}, which the kernel
 * implements; what a cell prints and shows goes through its {@link
 * org.knudsen.jupyter.server.CellOutput}, which {@link org.knudsen.jupyter.server.CellStreams} find
 * from the thread that prints.
 */
package org.knudsen.jupyter.server;
