/**
 * A study: its file ({@link org.knudsen.study.StudyFile}) or builder, checked into a {@link
 * org.knudsen.study.Study} before anything runs; the sweep over Knudsen numbers, what is observed
 * during it, and how it is watched and stopped from outside ({@link
 * org.knudsen.study.ProgressListener}, {@link org.knudsen.study.Cancellation}). What a run takes of
 * memory is known before ({@link org.knudsen.study.RunMemory}); where it has come to can be kept,
 * and gone on from ({@link org.knudsen.study.Checkpoints}). A run begins from the local Maxwellian
 * of its fluid data and f^in of Theorem 2.2 ({@link org.knudsen.study.InitialPerturbation}).
 *
 * <p>{@link org.knudsen.study.GronwallBound} makes a run of its own and draws (3.36) beside it;
 * {@link org.knudsen.study.PerturbedRun} solves the perturbed equation (1.11) beside (1.6), {@link
 * org.knudsen.study.PicardIteration} by (3.38).
 */
package org.knudsen.study;
