/**
 * Where the tasks of a sweep are carried out. A task is bytes to an engine, and so is its result:
 *
 * <pre>
 * Batch (tasks, and the WorkerFactory that does them) -> SweepEngine -> TaskListener
 * </pre>
 *
 * <p>An engine makes workers by name, in this process or on another machine, since code that was
 * written in a cell or as a lambda cannot travel; what the tasks have in common travels once.
 */
package org.knudsen.engine;
