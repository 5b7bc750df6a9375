package org.knudsen.collision;

import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.GradedPanels;
import org.knudsen.kernel.KineticPart;
import org.knudsen.mixture.LocalMaxwellian;

/**
 * The collision frequencies (3.2) about a local Maxwellian M,
 *
 * <p>nu_ij(v) = 2 pi Int b ds Int Phi(|v - v*|) M_j(v*) dv*,
 *
 * <p>a function of |v - U_j|. By quadrature over the relative speed alone, for any Phi, independent
 * of any basis; the closed forms that exist stand beside it.
 */
public final class CollisionFrequency {

  private static final double REACH = 9; // standard deviations: exp(-81/2) = 3e-18
  private static final double PANEL = 1.25; // standard deviations
  private static final double FINEST = 0x1p-24; // for Phi = g^gamma at g = 0

  private final LocalMaxwellian background;
  private final CollisionKernel kernel;
  private final double[] total; // 2 pi Int b_ij, [i * N + j]

  /** The frequencies about M; the kernel is for as many species. */
  public CollisionFrequency(LocalMaxwellian background, CollisionKernel kernel) {
    int species = background.mixture().size();
    kernel.requireSpecies(background.mixture());
    this.background = background;
    this.kernel = kernel;
    this.total = new double[species * species];
    for (int i = 0; i < species; i++) {
      for (int j = 0; j < species; j++) {
        total[i * species + j] = kernel.pair(i, j).angular().total();
      }
    }
  }

  public LocalMaxwellian background() {
    return background;
  }

  /** nu_i(v) = sum_j nu_ij(v). */
  public double at(int i, double vx, double vy, double vz) {
    double sum = 0;
    for (int j = 0; j < background.mixture().size(); j++) {
      sum += at(i, j, vx, vy, vz);
    }
    return sum;
  }

  /** nu_ij(v). */
  public double at(int i, int j, double vx, double vy, double vz) {
    return atDistance(i, j, background.distance(j, vx, vy, vz));
  }

  /**
   * nu_ij at |v - U_j| = distance:
   *
   * <p>2 pi Int b c_j (m / 2 pi)^{1/2} Int Phi(g) g exp(-m (g - d)^2 / 2) (1 - exp(-2 m g d)) / d
   * dg.
   */
  public double atDistance(int i, int j, double distance) {
    KineticPart kinetic = kernel.pair(i, j).kinetic();
    double m = background.mixture().mass(j);
    double width = 1 / Math.sqrt(m);
    GradedPanels panels =
        GradedPanels.over(Math.max(0, distance - REACH * width), distance + REACH * width)
            .noWiderThan(PANEL * width)
            .gradeTowards(0, width * FINEST);
    for (double g : kinetic.breakpoints()) {
      panels.cutAt(g);
    }
    double sum =
        panels.integrate(
            g -> {
              double off = g - distance;
              double both =
                  distance > 0 ? -Math.expm1(-2 * m * g * distance) / distance : 2 * m * g;
              return kinetic.at(g) * g * Math.exp(-m / 2 * off * off) * both;
            });
    return total[i * background.mixture().size() + j]
        * background.concentration(j)
        * Math.sqrt(m / (2 * Math.PI))
        * sum;
  }
}
