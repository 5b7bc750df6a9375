package org.knudsen.fluid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;

/**
 * Gradients and divergences in Fourier modes, for the fluxes of a fluid limit. Spectra are laid out
 * by {@link FourierModes}.
 */
final class ModeFluxes {

  private final FourierModes modes;
  private final int dimension;

  ModeFluxes(FourierModes modes) {
    this.modes = modes;
    this.dimension = modes.torus().dimension();
  }

  /** The bytes of two states, of a linear part with a block a wave, and of a stepper. */
  static double bytes(Torus torus, double width, TimeIntegrator scheme) {
    double waves = FourierModes.count(torus);
    double size = FourierModes.size(torus, width);
    return 2 * Double.BYTES * size
        + BlockLinearPart.bytes(waves, waves * width * width, size, scheme);
  }

  /**
   * Diffusion: -4 pi^2 |k|^2 D on mode k, a block with the real and the imaginary part as columns.
   * D is row-major, of order {@code width}, and not modified.
   */
  BlockLinearPart diffusion(int width, double[] d) {
    List<BlockLinearPart.Block> blocks = new ArrayList<>();
    for (int w = 0; w < modes.count() && width > 0; w++) {
      double[] matrix = new double[width * width];
      if (w > 0) {
        double factor = -4 * Math.PI * Math.PI * modes.squaredNorm(w);
        Arrays.setAll(matrix, e -> factor * d[e]);
      }
      int columns = w == 0 ? 1 : 2;
      blocks.add(new BlockLinearPart.Block(modes.offset(w, width), width, columns, matrix));
    }
    return new BlockLinearPart(modes.size(width), blocks);
  }

  /** Copies {@code count} components from {@code at} on to those of another spectrum. */
  void copy(double[] from, int width, int at, int count, double[] to, int toWidth, int toAt) {
    for (int column = 0; column < 2 * modes.count() - 1; column++) { // real and imaginary parts
      System.arraycopy(from, column * width + at, to, column * toWidth + toAt, count);
    }
  }

  /**
   * Copies the first {@code count} of {@code width} components of a field and sets its gradients
   * beside them: component {@code count * (1 + axis) + a} of out, a spectrum of at least {@code
   * count * (1 + d)} components, is the derivative along axis of component a.
   */
  void gradients(double[] y, int width, int count, double[] out, int components) {
    copy(y, width, 0, count, out, components, 0);
    for (int w = 0; w < modes.count(); w++) {
      int from = modes.offset(w, width);
      int to = modes.offset(w, components);
      for (int axis = 0; axis < dimension; axis++) {
        double factor = 2 * Math.PI * modes.wave(w, axis);
        for (int a = 0; a < count; a++) {
          int at = to + count * (1 + axis) + a;
          out[at] = -factor * (w == 0 ? 0 : y[from + width + a]);
          if (w > 0) {
            out[at + components] = factor * y[from + a];
          }
        }
      }
    }
  }

  /**
   * out = minus the divergence of fluxes, exactly 0 in mode 0: of {@code width} components, from
   * {@code width * d}, of which {@code axis * width + a} is the flux of a along axis.
   */
  void minusDivergence(double[] fluxes, int width, double[] out) {
    Arrays.fill(out, 0, width, 0);
    int components = width * dimension;
    for (int w = 1; w < modes.count(); w++) {
      int re = modes.offset(w, width);
      int from = modes.offset(w, components);
      for (int a = 0; a < width; a++) {
        double sumRe = 0;
        double sumIm = 0;
        for (int axis = 0; axis < dimension; axis++) {
          double factor = 2 * Math.PI * modes.wave(w, axis);
          int flux = from + axis * width + a;
          sumRe += factor * fluxes[flux + components];
          sumIm -= factor * fluxes[flux];
        }
        out[re + a] = sumRe;
        out[re + width + a] = sumIm;
      }
    }
  }

  /** A transform with the values that it writes, or reads. */
  record Grid(RealFourier transform, double[] values) {

    private static Grid of(RealFourier transform) {
      return new Grid(transform, new double[transform.cells() * transform.components()]);
    }

    /** The torus's own; null for 0 components. */
    static Grid of(FourierModes modes, int components) {
      return components == 0
          ? null
          : of(new RealFourier(modes, modes.torus().points(), components));
    }

    /** One where products of two fields are exact; null for 0 components. */
    static Grid dealiased(FourierModes modes, int components) {
      return components == 0 ? null : of(RealFourier.dealiased(modes, components));
    }
  }
}
