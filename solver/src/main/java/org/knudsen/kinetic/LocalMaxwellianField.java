package org.knudsen.kinetic;

import java.util.Arrays;
import org.knudsen.fluid.FluidFields;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.MaxwellianExpansion;
import org.knudsen.velocity.VelocitySpace;

/**
 * The local Maxwellian M^eps of (1.10), (2.2) of a fluid solution, as the deviation (M^eps - mu) /
 * eps in the layout of a kinetic state. Evaluated at the cells of the torus and transformed. Owns
 * workspace: one thread at a time.
 */
public final class LocalMaxwellianField {

  private final VelocitySpace space;
  private final MaxwellianExpansion expansion;
  private final KineticState layout;
  private final double eps;
  private final double[] field;

  public LocalMaxwellianField(VelocitySpace space, Torus torus, double eps) {
    this.space = space;
    this.expansion = space.require(MaxwellianExpansion.class);
    this.layout = new KineticState(space, new RealFourier(torus, space.size()));
    this.eps = eps;
    this.field = new double[layout.cells() * space.size()];
  }

  /** The state of (M^eps - mu) / eps, overwritten, for fields at the cells of the torus. */
  public void state(FluidFields fluid, double[] state) {
    int species = space.mixture().size();
    for (int cell = 0; cell < fluid.cells; cell++) {
      for (int i = 0; i < species; i++) {
        evaluate(fluid, cell, i, field, (cell * species + i) * space.modes());
      }
    }
    layout.ofField(field, state);
  }

  /**
   * (M^eps - mu) / eps of one species in one cell, to out as a distribution of all species:
   * overwritten, 0 in the others.
   */
  public void cell(FluidFields fluid, int cell, int species, double[] out) {
    Arrays.fill(out, 0);
    evaluate(fluid, cell, species, out, species * space.modes());
  }

  private void evaluate(FluidFields fluid, int cell, int species, double[] out, int offset) {
    int at = cell * space.mixture().size() + species;
    expansion.deviation(
        species,
        eps,
        fluid.concentrationDeviation[at],
        fluid.velocity[3 * at],
        fluid.velocity[3 * at + 1],
        fluid.velocity[3 * at + 2],
        fluid.temperatureDeviation[cell],
        out,
        offset);
  }
}
