package org.knudsen.fluid;

import org.knudsen.time.BlockLinearPart;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.FourierModes;
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
   * Copies the first components of a field and sets its gradients beside them: component {@code
   * count * (1 + axis) + a} of out is the derivative along axis of component a.
   *
   * @param y spectrum of {@code width} components; not modified
   * @param out spectrum of {@code components >= count * (1 + d)}, of which the first {@code count *
   *     (1 + d)} are overwritten
   */
  void gradients(double[] y, int width, int count, double[] out, int components) {
    for (int w = 0; w < modes.count(); w++) {
      int from = modes.offset(w, width);
      int to = modes.offset(w, components);
      for (int a = 0; a < count; a++) {
        double re = y[from + a];
        double im = w == 0 ? 0 : y[from + width + a];
        out[to + a] = re;
        if (w > 0) {
          out[to + components + a] = im;
        }
        for (int axis = 0; axis < dimension; axis++) {
          double factor = 2 * Math.PI * modes.wave(w, axis);
          int at = to + count * (1 + axis) + a;
          out[at] = -factor * im;
          if (w > 0) {
            out[at + components] = factor * re;
          }
        }
      }
    }
  }

  /**
   * out = minus the divergence of fluxes, exactly 0 in mode 0.
   *
   * @param fluxes spectrum of {@code width * d} components, of which {@code axis * width + a} is
   *     the flux of a along axis; not modified
   * @param out spectrum of {@code width} components, overwritten
   */
  void minusDivergence(double[] fluxes, int width, double[] out) {
    for (int a = 0; a < width; a++) {
      out[a] = 0;
    }
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
}
