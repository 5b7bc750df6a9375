/**
 * A study: the sweep over Knudsen numbers, what is observed during it, and how it is watched and
 * stopped from outside ({@link org.knudsen.study.ProgressListener}, {@link
 * org.knudsen.study.Cancellation}).
 */
package org.knudsen.study;
