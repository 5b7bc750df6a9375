package org.knudsen.fluid;

import java.util.Arrays;
import org.knudsen.mixture.Mixture;

/**
 * Macroscopic fields on the cells of a torus, written by a {@link FluidEquation}.
 *
 * <ul>
 *   <li>{@code concentrationDeviation[cell * species + i]} is ct_i, with c_i = c_{i,infinity} + eps
 *       ct_i;
 *   <li>{@code velocity[(cell * species + i) * 3 + axis]} is u_i of (2.3), so that M^eps_i is
 *       centred at eps u_i;
 *   <li>{@code temperatureDeviation[cell]} is the relative temperature deviation divided by eps;
 *       zero for an isothermal limit.
 * </ul>
 */
public final class FluidFields {

  public final int cells;
  public final int species;
  public final double[] concentrationDeviation;
  public final double[] velocity;
  public final double[] temperatureDeviation;

  public FluidFields(int cells, int species) {
    this.cells = cells;
    this.species = species;
    this.concentrationDeviation = new double[cells * species];
    this.velocity = new double[cells * species * 3];
    this.temperatureDeviation = new double[cells];
  }

  /** Sets all of them to 0: what a limit does not write is then at rest and in equilibrium. */
  public void clear() {
    Arrays.fill(concentrationDeviation, 0);
    Arrays.fill(velocity, 0);
    Arrays.fill(temperatureDeviation, 0);
  }

  /** ct_i over the cells, a new array. */
  public double[] deviation(int i) {
    return every(concentrationDeviation, species, i);
  }

  /** The component of u_i along an axis, over the cells, a new array. */
  public double[] velocity(int i, int axis) {
    return every(velocity, 3 * species, 3 * i + axis);
  }

  /** The same values in other arrays. */
  public FluidFields copy() {
    FluidFields copy = new FluidFields(cells, species);
    System.arraycopy(
        concentrationDeviation, 0, copy.concentrationDeviation, 0, concentrationDeviation.length);
    System.arraycopy(velocity, 0, copy.velocity, 0, velocity.length);
    System.arraycopy(temperatureDeviation, 0, copy.temperatureDeviation, 0, cells);
    return copy;
  }

  /**
   * How far two local Maxwellians are apart: what |M - M'| / eps tends to as eps goes to 0, in
   * L^2_{x,v}(mu^{-1/2}). Its square is sum_i (|ct_i - ct'_i|^2 / c_i + m_i c_i |u_i - u'_i|^2) +
   * 3/2 C_0 |theta - theta'|^2.
   *
   * <p>F^eps itself tends to M^eps of {@link Fick}: the distance from its fields at a vanishing eps
   * is the coefficient of eps in |F - M'|.
   */
  public double distance(FluidFields other, Mixture mixture) {
    other.require(cells, species);
    double sum = 0;
    for (int at = 0; at < cells * species; at++) {
      double c = mixture.concentration(at % species);
      sum += Math.pow(concentrationDeviation[at] - other.concentrationDeviation[at], 2) / c;
      for (int axis = 3 * at; axis < 3 * at + 3; axis++) {
        double apart = velocity[axis] - other.velocity[axis];
        sum += mixture.mass(at % species) * c * apart * apart;
      }
    }
    for (int cell = 0; cell < cells; cell++) {
      double apart = temperatureDeviation[cell] - other.temperatureDeviation[cell];
      sum += 1.5 * mixture.totalConcentration() * apart * apart;
    }
    return Math.sqrt(sum / cells);
  }

  private double[] every(double[] field, int stride, int from) {
    double[] values = new double[cells];
    Arrays.setAll(values, cell -> field[cell * stride + from]);
    return values;
  }

  /** Checks that they are for an equation with so many cells and species. */
  void require(int equationCells, int equationSpecies) {
    if (cells != equationCells || species != equationSpecies) {
      throw new IllegalArgumentException(
          "fields are for %s cells and %s species; the equation has %s and %s"
              .formatted(cells, species, equationCells, equationSpecies));
    }
  }
}
