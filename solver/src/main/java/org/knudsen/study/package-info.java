/**
 * A study: its file ({@link org.knudsen.study.StudyFile}) or builder, checked into a {@link
 * org.knudsen.study.Study} before anything runs, and the sweep over its Knudsen numbers ({@link
 * org.knudsen.study.Sweep}), which makes one {@link org.knudsen.run.Run} after the other. What a
 * run takes of memory is known before ({@link org.knudsen.study.RunMemory}).
 */
package org.knudsen.study;
