/**
 * One run. The flow: {@link org.knudsen.run.Assembly} (gas, operator, torus, fluid limit, data,
 * stepping, output) -> {@link org.knudsen.run.Run} -> {@link org.knudsen.run.TimeLoop}, the one
 * loop, which steps the kinetic and the fluid equation side by side -> {@link
 * org.knudsen.run.RunState} at each step -> {@link org.knudsen.run.Measurement}s -> {@link
 * org.knudsen.run.Variable}s, named and with dimensions -> {@link org.knudsen.run.RunResult}.
 * {@link org.knudsen.run.FluidRun} is a fluid alone.
 *
 * <p>A run begins from the local Maxwellian of its fluid data and f^in of Theorem 2.2 ({@link
 * org.knudsen.run.InitialPerturbation}), says how well its velocity space holds it ({@link
 * org.knudsen.run.Resolution}), and is watched, stopped and gone on with from outside ({@link
 * org.knudsen.run.ProgressListener}, {@link org.knudsen.run.Cancellation}, {@link
 * org.knudsen.run.Checkpoints}).
 */
package org.knudsen.run;
