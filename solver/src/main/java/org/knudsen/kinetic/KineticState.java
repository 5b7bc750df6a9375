package org.knudsen.kinetic;

import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.Streaming;
import org.knudsen.velocity.VelocitySpace;

/**
 * The layout of the state of a kinetic run, and its translation to and from fields over cells.
 *
 * <p>A state holds the Fourier coefficients h^(k) of h, wave by wave as {@link RealFourier} lays
 * them out, each column of length space.size(), with two changes of coordinates:
 *
 * <ul>
 *   <li>collision invariants are coordinates ({@link InvariantCoordinates});
 *   <li>modes odd in v are stored as z with h^ = i z. Streaming couples odd with even modes only,
 *       so -(i/eps) k.v becomes a real antisymmetric matrix, and one real factorisation serves the
 *       real and the imaginary part.
 * </ul>
 *
 * <p>Owns workspace: one thread at a time.
 */
public final class KineticState {

  private final VelocitySpace space;
  private final InvariantCoordinates coordinates;
  private final RealFourier fourier;
  private final boolean[] odd;
  private final double[] spectrum;

  /** A layout by the transform of fields with space.size() components a cell. */
  public KineticState(VelocitySpace space, RealFourier fourier) {
    this.space = space;
    this.coordinates = new InvariantCoordinates(space);
    this.fourier = fourier;
    this.odd = new boolean[space.size()];
    Streaming streaming = space.require(Streaming.class);
    for (int a = 0; a < odd.length; a++) {
      odd[a] = streaming.odd(a % space.modes());
    }
    this.spectrum = new double[fourier.spectrumSize()];
  }

  /** The layout on the grid in whose cells products of two fields are free of aliasing. */
  public static KineticState dealiased(VelocitySpace space, Torus torus) {
    return new KineticState(space, RealFourier.dealiased(new FourierModes(torus), space.size()));
  }

  /** The bytes of a layout with its transform, and of one field over its cells. */
  public static double bytes(VelocitySpace space, Torus torus, int points) {
    return RealFourier.bytes(torus, points, space.size())
        + Double.BYTES * FourierModes.size(torus, space.size());
  }

  /** The length of a state. */
  public int size() {
    return fourier.spectrumSize();
  }

  /** The Fourier modes kept. */
  public FourierModes modes() {
    return fourier.modes();
  }

  /** Cells of the grid that fields live on. */
  public int cells() {
    return fourier.cells();
  }

  InvariantCoordinates coordinates() {
    return coordinates;
  }

  boolean odd(int component) {
    return odd[component];
  }

  /**
   * The field h over the cells, {@code cell * space.size() + species * modes + mode}, of a state.
   */
  public void toField(double[] state, double[] field) {
    toSpectrum(state, spectrum);
    fourier.toCells(spectrum, field);
  }

  /**
   * The state of a field over the cells, which is not modified; Fourier modes that the torus does
   * not keep are dropped.
   */
  public void ofField(double[] field, double[] state) {
    fourier.toSpectrum(field, state);
    toState(state);
  }

  /**
   * The state of the Fourier coefficients of h, which are not modified; the inverse of {@link
   * #toSpectrum}.
   */
  public void ofSpectrum(double[] coefficients, double[] state) {
    System.arraycopy(coefficients, 0, state, 0, state.length);
    toState(state);
  }

  private void toState(double[] state) {
    int size = space.size();
    coordinates.ofModes(state, 0);
    for (int w = 1; w < modes().count(); w++) {
      int re = (2 * w - 1) * size;
      turn(state, re, 1); // z = -i h^
      coordinates.ofModes(state, re);
      coordinates.ofModes(state, re + size);
    }
  }

  /** Multiplies the odd modes of the wave at {@code re} by -i, or by i for the sign -1. */
  private void turn(double[] f, int re, int sign) {
    int im = re + odd.length;
    for (int a = 0; a < odd.length; a++) {
      if (odd[a]) {
        double real = f[re + a];
        f[re + a] = sign * f[im + a];
        f[im + a] = -sign * real;
      }
    }
  }

  /**
   * The Fourier coefficients of h in the modes of the space, laid out as by {@link RealFourier}:
   * the column of wave 0, then real and imaginary column of each further wave. The state is not
   * modified.
   */
  public void toSpectrum(double[] state, double[] out) {
    int size = space.size();
    System.arraycopy(state, 0, out, 0, state.length);
    coordinates.toModes(out, 0);
    for (int w = 1; w < modes().count(); w++) {
      int re = (2 * w - 1) * size;
      coordinates.toModes(out, re);
      coordinates.toModes(out, re + size);
      turn(out, re, -1); // h^ = i z
    }
  }
}
