package org.knudsen.run;

/**
 * Macroscopic fields of the kinetic and the fluid solution at one time, over the cells of the torus
 * grid. Concentrations are c_i, not deviations; flux is c_i u_i, (1/eps) Int v F_i dv, along axis
 * 0.
 *
 * @param time diffusive time
 * @param species N
 * @param concentration kinetic, {@code [cell * species + i]}; likewise the next three
 * @param flux kinetic c_i u_i
 * @param fluidConcentration of the fluid limit
 * @param fluidFlux of the fluid limit
 * @param temperature kinetic temperature of the mixture, {@code [cell]}
 */
public record Profile(
    double time,
    int species,
    double[] concentration,
    double[] flux,
    double[] fluidConcentration,
    double[] fluidFlux,
    double[] temperature) {

  /** The number of cells. */
  public int cells() {
    return temperature.length;
  }
}
