package org.knudsen.fluid;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.torus.FourierModes;

/** The initial ct of a setting as Fourier modes. */
final class InitialDeviations {

  private static final double SUM_TOLERANCE = 1e-12; // relative: amplitudes come as decimal numbers

  private InitialDeviations() {}

  /**
   * The spectrum of all N deviations, a new array laid out by {@link FourierModes} with N
   * components. They must sum to zero over species in every mode, and name no species or wave that
   * there is not.
   */
  static double[] spectrum(FluidSetting setting, FourierModes modes) {
    int species = setting.mixture().size();
    double[] all = new double[modes.size(species)];
    double largest = 0;
    for (ConcentrationWave wave : setting.initial()) {
      if (wave.species() < 0 || wave.species() >= species) {
        throw new IllegalArgumentException(
            "initial wave %s is of species %s; 0 to %s"
                .formatted(wave.wave(), wave.species(), species - 1));
      }
      int[] k = wave.wave().stream().mapToInt(Integer::intValue).toArray();
      modes.add(all, species, wave.species(), k, wave.cos(), wave.sin());
      largest = Math.max(largest, Math.max(Math.abs(wave.cos()), Math.abs(wave.sin())));
    }
    for (int w = 1; w < modes.count(); w++) {
      int at = modes.offset(w, species);
      double re = 0;
      double im = 0;
      for (int i = 0; i < species; i++) {
        re += all[at + i];
        im += all[at + species + i];
      }
      if (Math.max(Math.abs(re), Math.abs(im)) > SUM_TOLERANCE * largest) {
        List<Integer> k = new ArrayList<>();
        for (int axis = 0; axis < modes.torus().dimension(); axis++) {
          k.add(modes.wave(w, axis));
        }
        throw new IllegalArgumentException(
            "initial ct_i of wave %s sum over species to cos %s, sin %s; they must sum to zero"
                .formatted(k, 2 * re, -2 * im));
      }
    }
    return all;
  }
}
