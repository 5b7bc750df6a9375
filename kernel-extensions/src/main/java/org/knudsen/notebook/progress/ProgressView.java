package org.knudsen.notebook.progress;

/** Shows the progress of one task after the other, somewhere. */
public interface ProgressView {

  /**
   * Shows a state. The first state of a task has no steps done, the last has {@link
   * ProgressState#ended} set.
   *
   * @param state what to show
   */
  void show(ProgressState state);
}
