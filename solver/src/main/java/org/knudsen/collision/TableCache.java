package org.knudsen.collision;

import java.util.Optional;

/** Keeps the tables of collision operators between runs, under a key that names their content. */
public interface TableCache {

  /** The table stored under a key; empty if there is none, or if what was stored is damaged. */
  Optional<double[]> load(String key);

  /** Stores a table, which is not modified. */
  void store(String key, double[] table);

  /** A cache that keeps nothing. */
  static TableCache none() {
    return new TableCache() {
      @Override
      public Optional<double[]> load(String key) {
        return Optional.empty();
      }

      @Override
      public void store(String key, double[] table) {}
    };
  }
}
