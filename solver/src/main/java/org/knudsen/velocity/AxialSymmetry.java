package org.knudsen.velocity;

/**
 * Which azimuthal modes m of the harmonics Y_lm a flow keeps. Real harmonics: cos(m phi) for m >=
 * 0, sin(|m| phi) for m &lt; 0. Each set is closed under collisions, and under streaming along its
 * axes.
 */
public enum AxialSymmetry {
  /** Flows along axis 0, axisymmetric about it: m = 0. */
  SLAB,
  /** Flows in the plane of axes 0 and 1, even in the third velocity component: m >= 0. */
  PLANAR,
  /** No symmetry: all m. */
  FULL;

  /** The largest set a torus of that dimension needs. */
  public static AxialSymmetry ofDimension(int dimension) {
    return switch (dimension) {
      case 1 -> SLAB;
      case 2 -> PLANAR;
      case 3 -> FULL;
      default ->
          throw new IllegalArgumentException("spatial dimension is " + dimension + "; 1, 2 or 3");
    };
  }

  /** Whether Y_lm is kept, |m| &lt;= l. */
  public boolean keeps(int m) {
    return switch (this) {
      case SLAB -> m == 0;
      case PLANAR -> m >= 0;
      case FULL -> true;
    };
  }

  /** Number of axes along which a flow of this symmetry may stream. */
  public int axes() {
    return ordinal() + 1;
  }
}
