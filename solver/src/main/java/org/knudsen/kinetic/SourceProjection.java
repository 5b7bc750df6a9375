package org.knudsen.kinetic;

import org.knudsen.fluid.FluidDerivatives;
import org.knudsen.fluid.FluidFields;
import org.knudsen.mixture.Mixture;

/**
 * pi_L S^eps in closed form (section 4.6 of the paper), as coordinates on the invariants of (2.4):
 * for a solution of (1.7)-(1.9)
 *
 * <p>pi_L S^eps = - v / rho . [sum_i m_i (d_t (c_i u_i) + div(c_i u_i u_i))] (m_i mu_i)_i - eps /
 * (sqrt(6) C_0) [sum_i m_i (d_t (c_i |u_i|^2) + div(c_i |u_i|^2 u_i))] ((m_i |v|^2 - 3) / sqrt(6)
 * mu_i)_i.
 *
 * <p>A limit with a temperature 1 + eps theta and a pressure p = sum_i c_i (1 + eps theta) adds
 * grad p / eps^2 to the first bracket and, per species, 3 d_t (c_i theta) / eps + div(c_i u_i (2 +
 * 5 eps theta)) / eps^2 to the second. They are O(1) and O(1/eps), so that pi_L S^eps is bounded,
 * where p is uniform up to O(eps^2) and sum_i c_i u_i up to O(eps), as for {@link
 * org.knudsen.fluid.Fick} (whose heat flux is what remains); for (1.7)-(1.9) they vanish.
 *
 * <p><b>The printed energy flux is wrong.</b> The paper has 3 div(c_i |u_i|^2 u_i) in place of m_i
 * div(c_i |u_i|^2 u_i), from Int |v|^2 v M_i dv = eps (5/m_i) c_i u_i + eps^3 (3/m_i) c_i |u_i|^2
 * u_i. The last factor is 1: for a Gaussian of mean U and variance 1/m a component E |V|^2 V =
 * (|U|^2 + 5/m) U. What decides: {@link #printedEnergy} differs from the projection of {@link
 * SourceTerm}, {@link #energy} does not; the tests show both. The correction leaves Lemma 3.7 as it
 * is, for the term stays O(eps).
 */
public final class SourceProjection {

  private final Mixture mixture;
  private final double eps;

  public SourceProjection(Mixture mixture, double eps) {
    this.mixture = mixture;
    this.eps = eps;
  }

  /** The coordinate &lt;S^eps, phi^(N+1+axis)&gt; of (2.4) in a cell. */
  public double momentum(FluidDerivatives fluid, int cell, int axis) {
    double sum = 0;
    for (int i = 0; i < mixture.size(); i++) {
      FluidFields fields = fluid.fields();
      int at = cell * mixture.size() + i;
      double c = mixture.concentration(i) + eps * fields.concentrationDeviation[at];
      double u = fields.velocity[3 * at + axis];
      double value = c * fluid.rates().velocity[3 * at + axis] + u * compression(fluid, cell, i);
      for (int k = 0; k < fluid.dimension(); k++) {
        value += c * fields.velocity[3 * at + k] * fluid.velocityGradient(cell, i, k, axis);
      }
      sum += mixture.mass(i) * value;
      if (axis < fluid.dimension()) {
        double temperature = 1 + eps * fields.temperatureDeviation[cell];
        sum += temperature / eps * fluid.concentrationGradient(cell, i, axis);
        sum += c / eps * fluid.temperatureGradient(cell, axis);
      }
    }
    return -sum / Math.sqrt(mixture.massDensity());
  }

  /** The coordinate &lt;S^eps, phi^(N+4)&gt; of (2.4) in a cell. */
  public double energy(FluidDerivatives fluid, int cell) {
    return energy(fluid, cell, false);
  }

  /** The same as the paper prints it, with 3 for m_i in the flux. */
  public double printedEnergy(FluidDerivatives fluid, int cell) {
    return energy(fluid, cell, true);
  }

  private double energy(FluidDerivatives fluid, int cell, boolean printed) {
    double sum = 0;
    for (int i = 0; i < mixture.size(); i++) {
      FluidFields fields = fluid.fields();
      int at = cell * mixture.size() + i;
      double c = mixture.concentration(i) + eps * fields.concentrationDeviation[at];
      double square = 0;
      double rate = 0;
      for (int a = 0; a < 3; a++) {
        double u = fields.velocity[3 * at + a];
        square += u * u;
        rate += 2 * c * u * fluid.rates().velocity[3 * at + a];
      }
      double density = eps * fluid.rates().concentrationDeviation[at];
      double flux = square * (compression(fluid, cell, i) - density);
      for (int k = 0; k < fluid.dimension(); k++) {
        for (int a = 0; a < 3; a++) {
          flux +=
              2
                  * c
                  * fields.velocity[3 * at + k]
                  * fields.velocity[3 * at + a]
                  * fluid.velocityGradient(cell, i, k, a);
        }
      }
      double theta = fields.temperatureDeviation[cell];
      double change = compression(fluid, cell, i) - density; // div(c_i u_i)
      sum += 3 / eps * (c * fluid.rates().temperatureDeviation[cell] + density * theta);
      sum += (2 / eps + 5 * theta) / eps * change;
      for (int k = 0; k < fluid.dimension(); k++) {
        sum += 5 / eps * c * fields.velocity[3 * at + k] * fluid.temperatureGradient(cell, k);
      }
      double mass = mixture.mass(i);
      sum += mass * (rate + square * density) + (printed ? 3 : mass) * flux;
    }
    return -eps / Math.sqrt(6) * sum / Math.sqrt(mixture.totalConcentration());
  }

  /** d_t c_i + div(c_i u_i); 0 for a solution of (1.7), up to the truncation in space. */
  private double compression(FluidDerivatives fluid, int cell, int i) {
    FluidFields fields = fluid.fields();
    int at = cell * mixture.size() + i;
    double c = mixture.concentration(i) + eps * fields.concentrationDeviation[at];
    double sum = eps * fluid.rates().concentrationDeviation[at];
    for (int k = 0; k < fluid.dimension(); k++) {
      sum += eps * fluid.concentrationGradient(cell, i, k) * fields.velocity[3 * at + k];
      sum += c * fluid.velocityGradient(cell, i, k, k);
    }
    return sum;
  }
}
