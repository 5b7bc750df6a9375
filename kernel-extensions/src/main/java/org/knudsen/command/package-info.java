/**
 * The command line: {@link org.knudsen.command.Main} and a class a command.
 *
 * <p>A command reads its input completely before it does or writes anything, hands the work to the
 * solver, and prints what came out: aligned tables for a person, or with {@code --json} one JSON
 * value for a program. Results go to standard output and nothing else does; progress, warnings and
 * errors go to standard error.
 *
 * <p>Exit status: 0 done; 1 the work failed; 2 the input is wrong, of the command line or of a
 * file, and nothing was done. A process ended by a signal has 128 and the signal's number, as
 * everywhere: a run stopped by Ctrl-C keeps what it has and ends with 130.
 *
 * <p>The flow: arguments -> PluginCommand (catalogue) -> StudyFile -> solver -> report tables or
 * JSON.
 */
package org.knudsen.command;
