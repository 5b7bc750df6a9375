package org.knudsen.collision;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

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

  /** The same cache, which tells how many tables were found or stored in it so far, at each. */
  default TableCache telling(LongConsumer count) {
    TableCache kept = this;
    AtomicLong tables = new AtomicLong();
    return new TableCache() {
      @Override
      public Optional<double[]> load(String key) {
        Optional<double[]> table = kept.load(key);
        if (table.isPresent()) {
          count.accept(tables.incrementAndGet());
        }
        return table;
      }

      @Override
      public void store(String key, double[] table) {
        kept.store(key, table);
        count.accept(tables.incrementAndGet());
      }
    };
  }
}
