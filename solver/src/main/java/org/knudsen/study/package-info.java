/**
 * A study, the one way to make runs. Its file or its builder is a tree of plain values ({@link
 * org.knudsen.study.StudyFile}, {@link org.knudsen.study.StudyBuilder}); reading checks it and
 * notes what was understood, defaults included, so that a study ({@link org.knudsen.study.Study})
 * is written as it was read: a gas, and the plan of its runs ({@link org.knudsen.study.RunPlan}) if
 * every key is there. The sweep over its Knudsen numbers ({@link org.knudsen.study.Sweep}) makes
 * one {@link org.knudsen.run.Run} after the other. What a run takes of memory is known before
 * ({@link org.knudsen.study.RunMemory}).
 *
 * <p>A new key is a line in the table of {@code StudyReader}, and what reads it.
 */
package org.knudsen.study;
