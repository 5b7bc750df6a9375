/**
 * A study: its file ({@link org.knudsen.study.StudyFile}) or builder, checked into a {@link
 * org.knudsen.study.Study} before anything runs; the sweep over Knudsen numbers, what is observed
 * during it, and how it is watched and stopped from outside ({@link
 * org.knudsen.study.ProgressListener}, {@link org.knudsen.study.Cancellation}).
 */
package org.knudsen.study;
