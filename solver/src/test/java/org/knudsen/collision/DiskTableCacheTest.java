package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** Tables on disk: bit for bit back, and never a wrong one. */
class DiskTableCacheTest {

  private static final String KEY = "0123456789abcdef".repeat(4);
  private static final String OTHER = "fedcba9876543210".repeat(4);

  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  private DiskTableCache cache() {
    return new DiskTableCache(folder, warnings::add);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), "one table, no left-overs: " + all);
      return all.get(0);
    }
  }

  @Test
  void roundTripIsBitForBit() throws IOException {
    double[] table = {
      1.0 / 3, -0.0, 0, Double.MIN_VALUE, Double.MAX_VALUE, Double.NEGATIVE_INFINITY, Double.NaN
    };
    cache().store(KEY, table);
    double[] back = cache().load(KEY).orElseThrow();
    assertEquals(table.length, back.length);
    for (int i = 0; i < table.length; i++) {
      assertEquals(Double.doubleToRawLongBits(table[i]), Double.doubleToRawLongBits(back[i]));
    }
    assertEquals(KEY + ".tbl", onlyFile().getFileName().toString());
    assertTrue(cache().load(OTHER).isEmpty());
    assertEquals(List.of(), warnings);
  }

  /** Each single byte of the file, head, numbers and seal, is guarded. */
  @Test
  void everyFlippedByteIsNoticed() throws IOException {
    cache().store(KEY, new double[] {1, 2, 3});
    byte[] good = Files.readAllBytes(onlyFile());
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(onlyFile(), bad);
      warnings.clear();
      assertTrue(cache().load(KEY).isEmpty(), "byte " + at);
      assertEquals(1, warnings.size());
      assertTrue(warnings.get(0).contains("is damaged; it is rebuilt"), warnings.get(0));
    }
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    cache().store(KEY, new double[] {1, 2, 3});
    byte[] good = Files.readAllBytes(onlyFile());
    for (int length = 0; length < good.length; length++) {
      Files.write(onlyFile(), Arrays.copyOf(good, length));
      assertTrue(cache().load(KEY).isEmpty(), length + " bytes");
    }
    Files.write(onlyFile(), Arrays.copyOf(good, good.length + 1));
    assertTrue(cache().load(KEY).isEmpty(), "a byte too many");
    assertEquals(good.length + 1, warnings.size());
  }

  @Test
  void aTableUnderAnothersNameIsNoticed() throws IOException {
    cache().store(OTHER, new double[] {1, 2, 3});
    Files.move(onlyFile(), folder.resolve(KEY + ".tbl"));
    assertTrue(cache().load(KEY).isEmpty());
    assertEquals(1, warnings.size());
  }

  private static double[] couplings(CollisionOperator operator) {
    double[] h = new double[operator.space().size()];
    Arrays.setAll(h, a -> Math.sin(a + 1));
    double[] out = new double[h.length];
    operator.quadratic().apply(h, out, 0, 1);
    return out;
  }

  private BurnettCollision operator(double coefficient, TableCache cache) {
    Mixture gas = TestKernels.mixture(1);
    CollisionKernel kernel =
        TestKernels.of(
            1, (i, j) -> new PairKernel(new PowerLaw(coefficient, 1), TestKernels.FORWARD));
    return new BurnettCollision(new BurnettSpace(gas, 4, AxialSymmetry.SLAB), kernel, cache);
  }

  /** A damaged entry is reported, rebuilt to the same table, and sound the next time. */
  @Test
  void anOperatorSurvivesADamagedEntry() throws IOException {
    double[] fresh = couplings(operator(1, cache()));
    assertArrayEquals(fresh, couplings(operator(1, cache())), 0.0);
    assertEquals(List.of(), warnings);
    byte[] good = Files.readAllBytes(onlyFile());
    byte[] bad = good.clone();
    bad[100] ^= 0x40;
    Files.write(onlyFile(), bad);
    assertArrayEquals(fresh, couplings(operator(1, cache())), 0.0);
    assertEquals(1, warnings.size());
    assertArrayEquals(good, Files.readAllBytes(onlyFile()));
    assertArrayEquals(fresh, couplings(operator(1, cache())), 0.0);
    assertEquals(1, warnings.size());
  }

  /** An entry is really used: what is stored under the operator's key is what it multiplies. */
  @Test
  void anOperatorTakesWhatIsStored() throws IOException {
    double[] fresh = couplings(operator(1, cache()));
    String key = onlyFile().getFileName().toString().replace(".tbl", "");
    double[] table = cache().load(key).orElseThrow();
    cache().store(key, Arrays.stream(table).map(x -> 2 * x).toArray());
    double[] twice = couplings(operator(1, cache()));
    for (int a = 0; a < fresh.length; a++) {
      assertEquals(2 * fresh[a], twice[a], 0.0);
    }
  }

  /** A sound entry of the wrong length (a stale layout) is not used. */
  @Test
  void anEntryOfAnotherLengthIsRebuilt() throws IOException {
    double[] fresh = couplings(operator(1, cache()));
    String key = onlyFile().getFileName().toString().replace(".tbl", "");
    cache().store(key, new double[] {1, 2, 3});
    assertArrayEquals(fresh, couplings(operator(1, cache())), 0.0);
    assertTrue(cache().load(key).orElseThrow().length > 3);
  }

  @Test
  void anotherConstantIsAnotherKey() throws IOException {
    operator(1, cache());
    operator(Math.nextUp(1.0), cache());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  /**
   * The folder's parent is a file, so it can neither be made nor read: warnings, and the run goes
   * on.
   */
  @Test
  void aFolderThatCannotBeWrittenIsReported() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    DiskTableCache cache = new DiskTableCache(file.resolve("tables"), warnings::add);
    double[] found = couplings(operator(1, cache));
    assertArrayEquals(couplings(operator(1, TableCache.none())), found, 0.0);
    assertTrue(
        warnings.stream().anyMatch(w -> w.contains("cannot keep a table in")), warnings.toString());
  }
}
