package org.knudsen.plugins.grids;

import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.CollisionInvariants;
import org.knudsen.velocity.MaxwellianExpansion;
import org.knudsen.velocity.Moments;
import org.knudsen.velocity.PointEvaluation;
import org.knudsen.velocity.Streaming;
import org.knudsen.velocity.VelocityDerivatives;
import org.knudsen.velocity.VelocityQuadrature;
import org.knudsen.velocity.VelocitySpace;
import org.knudsen.velocity.WeightedNorms;

/**
 * The space of a {@link BurnettSpace} in another orthonormal basis: the coefficients of a species
 * are R a, a those of the Burnett functions, R orthogonal and without elements between the two
 * parities. It offers all that a Burnett space does but harmonics.
 */
final class ChangedSpace
    implements VelocitySpace,
        Streaming,
        Moments,
        CollisionInvariants,
        WeightedNorms,
        VelocityDerivatives,
        MaxwellianExpansion,
        PointEvaluation,
        VelocityQuadrature {

  private final BurnettSpace burnett;
  private final String name;
  private final double[] change; // R, row * modes + column

  ChangedSpace(BurnettSpace burnett, String name, double[] change) {
    this.burnett = burnett;
    this.name = name;
    this.change = change;
  }

  BurnettSpace burnett() {
    return burnett;
  }

  /** R, or its transpose, on every species of one distribution; a new array. */
  static double[] turn(
      double[] change, double[] f, int offset, int modes, int species, boolean to) {
    double[] out = new double[species * modes];
    for (int i = 0; i < species; i++) {
      for (int a = 0; a < modes; a++) {
        for (int b = 0; b < modes; b++) {
          double r = to ? change[a * modes + b] : change[b * modes + a];
          out[i * modes + a] += r * f[offset + i * modes + b];
        }
      }
    }
    return out;
  }

  /** R M R^T for each block of two species, symmetric to the last bit where M is. */
  static double[] conjugate(double[] change, double[] matrix, int modes, int species) {
    int size = species * modes;
    double[] half = new double[size * size];
    for (int row = 0; row < size; row++) {
      System.arraycopy(
          turn(change, matrix, row * size, modes, species, true), 0, half, row * size, size);
    }
    double[] column = new double[size];
    double[] out = new double[size * size];
    for (int c = 0; c < size; c++) {
      for (int row = 0; row < size; row++) {
        column[row] = half[row * size + c];
      }
      double[] turned = turn(change, column, 0, modes, species, true);
      for (int row = 0; row < size; row++) {
        out[row * size + c] += turned[row] / 2;
        out[c * size + row] += turned[row] / 2;
      }
    }
    return out;
  }

  double[] toBurnett(double[] f, int offset) {
    return turn(change, f, offset, modes(), mixture().size(), false);
  }

  double[] ofBurnett(double[] a) {
    return turn(change, a, 0, modes(), a.length / modes(), true);
  }

  double[] conjugate(double[] matrix) {
    return conjugate(change, matrix, modes(), mixture().size());
  }

  @Override
  public Mixture mixture() {
    return burnett.mixture();
  }

  @Override
  public int modes() {
    return burnett.modes();
  }

  @Override
  public String describe() {
    return name + " of " + burnett.describe();
  }

  @Override
  public double[] multiplication(int species, int axis) {
    return conjugate(change, burnett.multiplication(species, axis), modes(), 1);
  }

  @Override
  public boolean odd(int mode) {
    return burnett.odd(mode);
  }

  @Override
  public double[] concentration(int species) {
    return ofBurnett(burnett.concentration(species));
  }

  @Override
  public double[] flux(int species, int axis) {
    return ofBurnett(burnett.flux(species, axis));
  }

  @Override
  public double[] energy(int species) {
    return ofBurnett(burnett.energy(species));
  }

  @Override
  public double[] invariants() {
    double[] rows = burnett.invariants();
    for (int k = 0; k < invariantCount(); k++) {
      double[] turned = turn(change, rows, k * size(), modes(), mixture().size(), true);
      System.arraycopy(turned, 0, rows, k * size(), size());
    }
    return rows;
  }

  @Override
  public int invariantCount() {
    return burnett.invariantCount();
  }

  @Override
  public double squaredNorm(double[] f, int offset) {
    return burnett.squaredNorm(toBurnett(f, offset), 0);
  }

  @Override
  public double squaredGradientNorm(double[] f, int offset) {
    return burnett.squaredGradientNorm(toBurnett(f, offset), 0);
  }

  @Override
  public double squaredDerivativeNorm(double[] f, int offset, int order) {
    return burnett.squaredDerivativeNorm(toBurnett(f, offset), 0, order);
  }

  @Override
  public void deviation(
      int species,
      double eps,
      double concentrationDeviation,
      double ux,
      double uy,
      double uz,
      double temperatureDeviation,
      double[] out,
      int offset) {
    double[] own = new double[modes()];
    burnett.deviation(
        species, eps, concentrationDeviation, ux, uy, uz, temperatureDeviation, own, 0);
    System.arraycopy(ofBurnett(own), 0, out, offset, modes());
  }

  @Override
  public double value(double[] f, int offset, int species, double vx, double vy, double vz) {
    return burnett.value(toBurnett(f, offset), 0, species, vx, vy, vz);
  }

  @Override
  public int nodes() {
    return burnett.nodes();
  }

  @Override
  public double weight(int q) {
    return burnett.weight(q);
  }

  @Override
  public double speed(int q) {
    return burnett.speed(q);
  }

  @Override
  public void ratios(double[] f, int offset, int species, double[] out) {
    burnett.ratios(toBurnett(f, offset), 0, species, out);
  }
}
