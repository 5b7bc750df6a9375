package org.knudsen.kinetic;

import org.knudsen.collision.CollisionOperator;
import org.knudsen.fluid.FluidDerivatives;
import org.knudsen.fluid.FluidFields;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.CreationOperator;

/**
 * The source term of the perturbed equation (1.11), (1.13),
 *
 * <p>S^eps = Q(M^eps, M^eps) / eps^3 - d_t M^eps / eps - v.grad M^eps / eps^2,
 *
 * <p>in the Burnett basis, in powers of eps whose terms are of order one: nothing of size eps^-3 is
 * formed and cancelled.
 *
 * <p><b>Collisions.</b> Let U be the mean velocity sum_i c_i u_i / sum_i c_i and u_i = U + eps w_i.
 * Q commutes with translations of v, so Q(M, M) is that of M' = M(. + eps U) moved by eps U.
 * Species i of M' is r_i (mu_i + eps^2 e_i) with r_i = c_i / c_{i,infinity} and e_i the expansion
 * of a Maxwellian centred at eps^2 w_i. As Q(r mu, r mu) = 0,
 *
 * <p>Q(M', M') / eps^3 = (1/eps) [Q(r mu + r e) - Q(r mu - r e)] / 2 + eps Q(r e, r e).
 *
 * <p>Components on collision invariants are zero analytically and are dropped. The move is
 * exp(sqrt(m_i) eps U.a^+), a finite sum on functions of degree K.
 *
 * <p><b>Transport.</b> With the creation operators a^+ and G = G_i(v - eps u_i), z = sqrt(m_i) eps
 * u_i, for which a_k G = z_k G:
 *
 * <p>d_t M_i / eps = [d_t ct_i + c_i sqrt(m_i) d_t u_i.a^+] G,
 *
 * <p>v.grad M_i / eps^2 = (1 / (eps sqrt(m_i))) sum_k [d_k ct_i (z_k + a_k^+) + c_i sqrt(m_i) (d_k
 * u_ik + sum_j d_k u_ij (a_k^+ + z_k) a_j^+)] G.
 *
 * <p>All is exact up to the degree K of the space, whose tail is O((eps |u|)^{K+1}). Measured with
 * the Maxwell-Stefan limit: ||S^eps|| grows like 1/eps and ||pi_L S^eps|| stays bounded (Lemma
 * 3.7).
 *
 * <p>Owns workspace: one thread at a time.
 */
public final class SourceTerm {

  private final BurnettSpace space;
  private final Mixture mixture;
  private final CollisionOperator.Quadratic quadratic;
  private final InvariantCoordinates invariants;
  private final CreationOperator[] raise;
  private final double eps;
  private final double[] plus;
  private final double[] minus;
  private final double[] even;
  private final double[] odd;
  private final double[] term;
  private final double[] next;
  private final double[] gaussian;
  private final double[] factor;

  /**
   * @param operator Q in a Burnett space
   * @param eps the Knudsen number, > 0
   * @throws org.knudsen.velocity.MissingCapabilityException if the space is another one
   */
  public SourceTerm(CollisionOperator operator, double eps) {
    if (!(eps > 0) || Double.isInfinite(eps)) {
      throw new IllegalArgumentException("Knudsen number is " + eps + "; a finite number > 0");
    }
    this.space = operator.space().require(BurnettSpace.class);
    this.mixture = space.mixture();
    this.quadratic = operator.quadratic();
    this.invariants = new InvariantCoordinates(space);
    this.eps = eps;
    this.raise = new CreationOperator[space.burnettModes().symmetry().axes()];
    for (int axis = 0; axis < raise.length; axis++) {
      raise[axis] = new CreationOperator(space.burnettModes(), axis);
    }
    this.plus = new double[space.size()];
    this.minus = new double[space.size()];
    this.even = new double[space.size()];
    this.odd = new double[space.size()];
    this.term = new double[space.modes()];
    this.next = new double[space.modes()];
    this.gaussian = new double[space.modes()];
    this.factor = new double[space.modes()];
  }

  /**
   * S^eps at the cells of the torus, {@code cell * space.size() + species * modes + mode}.
   *
   * @param fluid the fluid solution at one time; not modified
   * @param out overwritten
   * @throws IllegalArgumentException if the limit has a temperature, which (1.13) has not
   */
  public void evaluate(FluidDerivatives fluid, double[] out) {
    FluidFields fields = fluid.fields();
    for (int cell = 0; cell < fields.cells; cell++) {
      if (fields.temperatureDeviation[cell] != 0) {
        throw new IllegalArgumentException(
            "temperature deviation is "
                + fields.temperatureDeviation[cell]
                + " in cell "
                + cell
                + "; the source term of (1.13) is that of an isothermal limit");
      }
      int at = cell * space.size();
      collisions(fields, cell, out, at);
      for (int i = 0; i < mixture.size(); i++) {
        transport(fluid, cell, i, out, at + i * space.modes());
      }
    }
  }

  private double concentration(FluidFields fields, int cell, int i) {
    return mixture.concentration(i)
        + eps * fields.concentrationDeviation[cell * mixture.size() + i];
  }

  /** out = Q(M, M) / eps^3. */
  private void collisions(FluidFields fields, int cell, double[] out, int at) {
    int species = mixture.size();
    double[] mean = new double[3];
    double total = 0;
    for (int i = 0; i < species; i++) {
      double c = concentration(fields, cell, i);
      total += c;
      for (int axis = 0; axis < 3; axis++) {
        mean[axis] += c * fields.velocity[(cell * species + i) * 3 + axis];
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      mean[axis] /= total;
    }
    for (int i = 0; i < species; i++) {
      int u = (cell * species + i) * 3;
      int mode = i * space.modes();
      double ratio = concentration(fields, cell, i) / mixture.concentration(i);
      space.deviation(
          i,
          eps * eps,
          0,
          (fields.velocity[u] - mean[0]) / eps,
          (fields.velocity[u + 1] - mean[1]) / eps,
          (fields.velocity[u + 2] - mean[2]) / eps,
          0,
          odd,
          mode);
      for (int a = mode; a < mode + space.modes(); a++) {
        odd[a] *= ratio;
        plus[a] = odd[a];
        minus[a] = -odd[a];
      }
      int rest = mode + space.burnettModes().index(0, 0, 0);
      plus[rest] += ratio * Math.sqrt(mixture.concentration(i));
      minus[rest] += ratio * Math.sqrt(mixture.concentration(i));
    }
    quadratic.apply(odd, even, 0, 1); // Q(r e, r e)
    for (int a = 0; a < even.length; a++) {
      even[a] *= eps;
    }
    quadratic.apply(plus, odd, 0, 1);
    addScaled(0.5 / eps, odd, even);
    quadratic.apply(minus, odd, 0, 1);
    addScaled(-0.5 / eps, odd, even);
    invariants.reflect(even, 0);
    for (int conserved : invariants.conserved()) {
      even[conserved] = 0;
    }
    invariants.reflect(even, 0);
    for (int i = 0; i < species; i++) {
      move(i, mean, even, i * space.modes(), out, at + i * space.modes());
    }
  }

  private static void addScaled(double scale, double[] from, double[] to) {
    for (int a = 0; a < to.length; a++) {
      to[a] += scale * from[a];
    }
  }

  /** out = f_i(v - eps U) = exp(sqrt(m_i) eps U.a^+) f_i. */
  private void move(int i, double[] u, double[] f, int from, double[] out, int at) {
    System.arraycopy(f, from, term, 0, term.length);
    System.arraycopy(term, 0, out, at, term.length);
    double shift = Math.sqrt(mixture.mass(i)) * eps;
    requireAxes(u[0], u[1], u[2]);
    for (int p = 1; p <= space.degree(); p++) {
      java.util.Arrays.fill(next, 0);
      for (int axis = 0; axis < raise.length; axis++) {
        if (u[axis] != 0) {
          raise[axis].add(shift * u[axis] / p, term, 0, next, 0);
        }
      }
      System.arraycopy(next, 0, term, 0, term.length);
      for (int a = 0; a < term.length; a++) {
        out[at + a] += term[a];
      }
    }
  }

  private void requireAxes(double... u) {
    for (int axis = raise.length; axis < 3; axis++) {
      if (u[axis] != 0) {
        throw new IllegalArgumentException(
            "velocity along axis " + axis + " is " + u[axis] + "; 0 in a " + space.describe());
      }
    }
  }

  /** out -= d_t M_i / eps + v.grad M_i / eps^2. */
  private void transport(FluidDerivatives fluid, int cell, int i, double[] out, int at) {
    FluidFields fields = fluid.fields();
    int here = cell * mixture.size() + i;
    double root = Math.sqrt(mixture.mass(i));
    double c = concentration(fields, cell, i);
    double[] u = fields.velocity;
    // G(v - eps u) from c_{i,infinity} (G(v - eps u) - G(v)) / eps
    space.deviation(i, eps, 0, u[3 * here], u[3 * here + 1], u[3 * here + 2], 0, gaussian, 0);
    double rest = mixture.concentration(i);
    for (int a = 0; a < gaussian.length; a++) {
      gaussian[a] *= eps / rest;
    }
    gaussian[space.burnettModes().index(0, 0, 0)] += 1 / Math.sqrt(rest);

    double plain = fluid.rates().concentrationDeviation[here];
    for (int k = 0; k < fluid.dimension(); k++) {
      plain += fluid.concentrationGradient(cell, i, k) * u[3 * here + k];
      plain += c / eps * fluid.velocityGradient(cell, i, k, k);
    }
    for (int a = 0; a < gaussian.length; a++) {
      out[at + a] -= plain * gaussian[a];
    }
    for (int j = 0; j < raise.length; j++) {
      // a_j^+ G with its factor; d_t u and (u.grad) u together
      double acceleration = fluid.rates().velocity[3 * here + j];
      for (int k = 0; k < fluid.dimension(); k++) {
        acceleration += u[3 * here + k] * fluid.velocityGradient(cell, i, k, j);
      }
      double pressure =
          j < fluid.dimension() ? fluid.concentrationGradient(cell, i, j) / (eps * root) : 0;
      raise[j].add(-(c * root * acceleration + pressure), gaussian, 0, out, at);
    }
    for (int k = 0; k < fluid.dimension(); k++) { // strain: a_k^+ sum_j d_k u_j a_j^+ G
      java.util.Arrays.fill(factor, 0);
      for (int j = 0; j < raise.length; j++) {
        double strain = fluid.velocityGradient(cell, i, k, j);
        if (strain != 0) {
          raise[j].add(strain, gaussian, 0, factor, 0);
        }
      }
      raise[k].add(-c / eps, factor, 0, out, at);
    }
  }
}
