package org.knudsen.run;

import java.util.Optional;

/**
 * Where the checkpoints of a sweep are kept. The runs of a sweep are told apart by eps. Calls come
 * on the thread of the run.
 */
public interface Checkpoints {

  /** The checkpoint from which the run over eps goes on; empty if it begins at time 0. */
  Optional<Checkpoint> last(double knudsen);

  /**
   * Asked after every step: whether a checkpoint is wanted now. Only then is one made.
   *
   * @param last whether the run makes no step after this one: it is at its end, or cancelled
   */
  boolean due(boolean last);

  /**
   * Keeps a checkpoint, in place of the one before of the same eps; its arrays change with the next
   * step.
   */
  void save(Checkpoint checkpoint);

  /** No checkpoints: every run begins at time 0. */
  static Checkpoints none() {
    return new Checkpoints() {
      @Override
      public Optional<Checkpoint> last(double knudsen) {
        return Optional.empty();
      }

      @Override
      public boolean due(boolean last) {
        return false;
      }

      @Override
      public void save(Checkpoint checkpoint) {}
    };
  }
}
