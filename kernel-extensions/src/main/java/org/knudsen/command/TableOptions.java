package org.knudsen.command;

import java.nio.file.Path;
import java.util.Optional;
import org.knudsen.collision.DiskTableCache;
import org.knudsen.collision.TableCache;
import picocli.CommandLine.Option;

/** Where collision tables are kept between runs. */
final class TableOptions {

  @Option(
      names = "--no-cache",
      description =
          "Build the collision tables anew and keep none. They are kept in the folder KNUDSEN_CACHE,"
              + " by default ~/.cache/knudsen/tables (or below XDG_CACHE_HOME).")
  private boolean none;

  /** The cache; its warnings go to err. */
  TableCache cache(Console console) {
    return none ? TableCache.none() : kept(console);
  }

  /** The folder of the cache; empty for none. */
  Optional<Path> folder(Console console) {
    return none
        ? Optional.empty()
        : Optional.of(DiskTableCache.standardFolder(console.environment()));
  }

  /** The tables on the disk. */
  static TableCache kept(Console console) {
    return new DiskTableCache(
        DiskTableCache.standardFolder(console.environment()),
        warning -> console.note("warning: " + warning));
  }
}
