package org.knudsen.fluid;

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
}
