/**
 * One run: the parts put together ({@link org.knudsen.run.Assembly}), the loop that steps the
 * kinetic and the fluid equation side by side ({@link org.knudsen.run.Run}), what is measured on
 * the way, and how it is watched, stopped and gone on with from outside ({@link
 * org.knudsen.run.ProgressListener}, {@link org.knudsen.run.Cancellation}, {@link
 * org.knudsen.run.Checkpoints}). A run begins from the local Maxwellian of its fluid data and f^in
 * of Theorem 2.2 ({@link org.knudsen.run.InitialPerturbation}).
 */
package org.knudsen.run;
