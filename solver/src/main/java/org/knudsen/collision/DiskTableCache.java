package org.knudsen.collision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tables on disk, one file a key. A file holds the key, the length, the numbers and a SHA-256 of
 * all that. One that is damaged, cut short or stored under another key is reported, ignored and
 * then written anew; files appear by an atomic move, so that two processes may share the folder.
 *
 * <p>Format, big-endian: 8 bytes magic, 32 bytes key, 8 bytes count, count doubles, 32 bytes
 * SHA-256 of what precedes.
 */
public final class DiskTableCache implements TableCache {

  private static final long MAGIC = 0x4b4e5544_54424c31L; // "KNUDTBL1"
  private static final int HEAD = 8 + 32 + 8;
  private static final int SEAL = 32;

  private final Path folder;
  private final Consumer<String> warnings;

  /**
   * @param folder made when first needed
   * @param warnings told of damaged entries and of a folder that cannot be written; the run goes on
   */
  public DiskTableCache(Path folder, Consumer<String> warnings) {
    this.folder = folder;
    this.warnings = warnings;
  }

  /**
   * Where a user's tables are kept, by the process environment: $KNUDSEN_CACHE, else
   * $XDG_CACHE_HOME/knudsen/tables, else ~/.cache/knudsen/tables.
   */
  public static Path standardFolder(Map<String, String> environment) {
    String own = environment.getOrDefault("KNUDSEN_CACHE", "");
    if (!own.isEmpty()) {
      return Path.of(own);
    }
    String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches =
        shared.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(shared);
    return caches.resolve("knudsen").resolve("tables");
  }

  private Path file(String key) {
    return folder.resolve(key + ".tbl");
  }

  @Override
  public Optional<double[]> load(String key) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file(key));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      warnings.accept("cannot read cached table " + file(key) + ": " + e + "; it is rebuilt");
      return Optional.empty();
    }
    Optional<double[]> table = decode(key, bytes);
    if (table.isEmpty()) {
      warnings.accept("cached table " + file(key) + " is damaged; it is rebuilt");
    }
    return table;
  }

  private static Optional<double[]> decode(String key, byte[] bytes) {
    if (bytes.length < HEAD + SEAL) {
      return Optional.empty();
    }
    double[] table = new double[(bytes.length - HEAD - SEAL) / Double.BYTES];
    ByteBuffer.wrap(bytes).position(HEAD).asDoubleBuffer().get(table);
    return Arrays.equals(bytes, encode(key, table)) ? Optional.of(table) : Optional.empty();
  }

  private static byte[] encode(String key, double[] table) {
    ByteBuffer out = ByteBuffer.allocate(HEAD + 8 * table.length + SEAL);
    out.putLong(MAGIC).put(HexFormat.of().parseHex(key)).putLong(table.length);
    out.asDoubleBuffer().put(table);
    out.position(HEAD + 8 * table.length);
    String seal = new ContentDigest(key).add(table.length).add(table).hex();
    return out.put(HexFormat.of().parseHex(seal)).array();
  }

  @Override
  public void store(String key, double[] table) {
    if (table.length > (Integer.MAX_VALUE - HEAD - SEAL) / Double.BYTES) {
      warnings.accept("a table of " + table.length + " numbers is too large to keep in one file");
      return;
    }
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "part", ".tmp");
      try {
        Files.write(part, encode(key, table));
        Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException | UncheckedIOException e) {
      warnings.accept("cannot keep a table in " + folder + ": " + e);
    }
  }
}
