package org.knudsen.collision;

import java.util.function.BiFunction;
import org.apache.commons.math3.special.Erf;
import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

/** Collision kernels and mixtures for tests, free of the plugins. */
public final class TestKernels {

  private TestKernels() {}

  /** b = 1. */
  static final AngularPart ISOTROPIC = s -> 1;

  /** A polynomial b that is neither even nor constant, and whose deficits all differ. */
  public static final AngularPart FORWARD = s -> 1 + 0.6 * s + 0.5 * s * s;

  /** B_ij from the pair of indices. */
  public static CollisionKernel of(int species, BiFunction<Integer, Integer, PairKernel> pair) {
    return new CollisionKernel() {
      @Override
      public int speciesCount() {
        return species;
      }

      @Override
      public PairKernel pair(int i, int j) {
        return pair.apply(i, j);
      }
    };
  }

  /** C_ij b = ((d_i + d_j) / 4)^2, gamma = 1. */
  public static CollisionKernel hardSpheres(double... diameters) {
    return of(
        diameters.length,
        (i, j) ->
            new PairKernel(
                new PowerLaw(Math.pow((diameters[i] + diameters[j]) / 4, 2), 1), ISOTROPIC));
  }

  /** C_ij = 1 + 0.3 (i + j) + 0.2 i j: no two pairs alike. */
  public static CollisionKernel powerLaw(int species, double gamma, AngularPart angular) {
    return of(
        species,
        (i, j) -> new PairKernel(new PowerLaw(1 + 0.3 * (i + j) + 0.2 * i * j, gamma), angular));
  }

  /**
   * nu of hard spheres, gamma = 1: rate c_j &lt;|v - v*|&gt; = rate c_j m^{-1/2} (sqrt(2 / pi)
   * exp(-x^2 / 2) + (x + 1 / x) erf(x / sqrt 2)), x = sqrt(m) |v - U_j|.
   *
   * @param rate 2 pi C Int b ds
   * @param concentration c_j
   * @param mass m_j
   * @param distance |v - U_j|
   */
  static double hardSphereFrequency(
      double rate, double concentration, double mass, double distance) {
    double x = Math.sqrt(mass) * distance;
    double root = Math.sqrt(2 / Math.PI);
    double overX = x > 0 ? Erf.erf(x / Math.sqrt(2)) / x : root;
    return rate
        * concentration
        / Math.sqrt(mass)
        * (root * Math.exp(-x * x / 2) + (x * x + 1) * overX);
  }

  /** Species of those masses, with concentrations 0.5, 0.8, 1.1, ... */
  public static Mixture mixture(double... masses) {
    Species[] species = new Species[masses.length];
    for (int i = 0; i < masses.length; i++) {
      species[i] = new Species("s" + i, masses[i], 0.5 + 0.3 * i);
    }
    return Mixture.of(species);
  }

  /** 2 pi C Int (1 - s) b ds: the momentum-transfer factor beta of the library's design. */
  static double beta(PairKernel pair) {
    return -pair.angular().deficits(1)[1];
  }

  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The largest absolute value. */
  static double size(double[] a) {
    double most = 0;
    for (double x : a) {
      most = Math.max(most, Math.abs(x));
    }
    return most;
  }
}
