package org.knudsen.kinetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.velocity.CollisionInvariants;
import org.knudsen.velocity.Streaming;
import org.knudsen.velocity.VelocitySpace;

/** Coordinates for invariants that share modes with each other. */
class InvariantCoordinatesTest {

  /** One species, seven modes, of which the last three are odd. */
  private record Space(double[]... rows) implements VelocitySpace, Streaming, CollisionInvariants {

    @Override
    public Mixture mixture() {
      return Mixture.of(new Species("gas", 1, 1));
    }

    @Override
    public int modes() {
      return 7;
    }

    @Override
    public String describe() {
      return "seven modes";
    }

    @Override
    public double[] multiplication(int species, int axis) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean odd(int mode) {
      return mode >= 4;
    }

    @Override
    public double[] invariants() {
      return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    public int invariantCount() {
      return rows.length;
    }
  }

  private static final double[][] OVERLAPPING = {
    {0.5, 0.5, 0.5, 0.5, 0, 0, 0},
    {0.5, -0.5, -0.5, 0.5, 0, 0, 0},
    {0, 0, 0, 0, 0.6, 0, -0.8},
    {0.5, 0.5, -0.5, -0.5, 0, 0, 0},
    {0, 0, 0, 0, 0.64, 0.6, 0.48}
  };

  @Test
  void everyInvariantIsACoordinateOfItsOwn() {
    Space space = new Space(OVERLAPPING);
    InvariantCoordinates coordinates = new InvariantCoordinates(space);
    assertEquals(5, Arrays.stream(coordinates.conserved()).distinct().count());
    for (int k = 0; k < 5; k++) {
      double[] f = OVERLAPPING[k].clone();
      coordinates.ofModes(f, 0);
      double[] unit = new double[7];
      int at = coordinates.conserved()[k];
      unit[at] = Math.signum(f[at]);
      assertArrayEquals(unit, f, 1e-15, "invariant " + k); // a few roundings
      assertEquals(space.odd(at), k == 2 || k == 4, "parity of invariant " + k);
    }
  }

  @Test
  void theChangeIsOrthogonalAndKeepsParity() {
    InvariantCoordinates coordinates = new InvariantCoordinates(new Space(OVERLAPPING));
    double[] f = new Random(1).doubles(9, -1, 1).toArray();
    Arrays.fill(f, 5, 9, 0); // even modes, from offset 1 on
    double[] turned = f.clone();
    coordinates.ofModes(turned, 1);
    assertEquals(f[0], turned[0], "before the offset");
    assertArrayEquals(new double[3], Arrays.copyOfRange(turned, 5, 8));
    double before = Arrays.stream(f).skip(1).map(x -> x * x).sum();
    assertEquals(before, Arrays.stream(turned).skip(1).map(x -> x * x).sum(), 1e-15);
    coordinates.toModes(turned, 1);
    assertArrayEquals(f, turned, 1e-15);
  }

  @Test
  void rowsThatAreNotOrthonormalAreNamed() {
    double[][] rows = OVERLAPPING.clone();
    rows[3] = new double[] {0.8, 0.6, 0, 0, 0, 0, 0};
    Throwable e =
        assertThrows(
            IllegalArgumentException.class, () -> new InvariantCoordinates(new Space(rows)));
    // what is left beside the rows 0 and 1: 1 - 0.7^2 - 0.1^2 = 0.5
    assertTrue(
        e.getMessage().startsWith("invariant 3 of seven modes has length 0.707"), e.getMessage());
  }

  @Test
  void anInvariantOfBothParitiesIsNamed() {
    double[] mixed = {0.8, 0, 0, 0, 0.6, 0, 0};
    Throwable e =
        assertThrows(
            IllegalArgumentException.class, () -> new InvariantCoordinates(new Space(mixed)));
    assertEquals(
        "invariant 0 of seven modes has even and odd modes; one parity is needed", e.getMessage());
  }
}
