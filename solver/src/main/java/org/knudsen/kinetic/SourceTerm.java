package org.knudsen.kinetic;

import java.util.Arrays;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.fluid.FluidDerivatives;
import org.knudsen.fluid.FluidFields;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.RadialCreation;

/**
 * The source term of the perturbed equation (1.11), (1.13),
 *
 * <p>S^eps = Q(M^eps, M^eps) / eps^3 - d_t M^eps / eps - v.grad M^eps / eps^2,
 *
 * <p>in the Burnett basis, in powers of eps whose terms are of order one: nothing of size eps^-3 is
 * formed and cancelled. M^eps is that of (2.2), with the temperature 1 + eps theta of the limit
 * where it has one (Theorem 2.4).
 *
 * <p><b>Collisions.</b> Let U be the mean velocity sum_i c_i u_i / sum_i c_i and u_i = U + eps w_i.
 * Q commutes with translations of v, so Q(M, M) is that of M' = M(. + eps U) moved by eps U. With
 * r_i = c_i / c_{i,infinity} and mu_T the equilibrium at the temperature of the cell, species i of
 * M' is r_i mu_T + eps^2 e_i, where in terms of creation operators
 *
 * <p>mu_T = exp((eps theta / 2) |a^+|^2) mu, e_i = r_i [(exp(eps^2 sqrt(m_i) w_i.a^+) - 1) / eps^2]
 * mu_T.
 *
 * <p>As Q(r mu_T, r mu_T) = 0, with Q(x) for Q(x, x),
 *
 * <p>Q(M', M') / eps^3 = (eps + 1/eps) Q(r mu_T + e) / 2 + (eps - 1/eps) Q(r mu_T - e) / 2.
 *
 * <p>Components on collision invariants are zero analytically and are dropped. The move is
 * exp(sqrt(m_i) eps U.a^+), a finite sum on functions of degree K.
 *
 * <p><b>Transport.</b> Let G = G_i(v - eps u_i) at temperature 1 + eps theta. Then a_k G = (z_k +
 * eps theta a_k^+) G with z = sqrt(m_i) eps u_i, v_k = (a_k + a_k^+) / sqrt(m_i), the derivative of
 * G in its centre is sqrt(m_i) a_k^+ G, in its temperature |a^+|^2 G / 2. Collected by powers of
 * a^+, with D = d_t + u_i.grad and T = 1 + eps theta,
 *
 * <p>d_t M_i / eps + v.grad M_i / eps^2 = [D ct_i + c_i div u_i / eps] G + sum_k [c_i sqrt(m_i) D
 * u_ik + (c_i d_k theta + T d_k ct_i) / (eps sqrt(m_i))] a_k^+ G + (c_i / 2) (D theta) |a^+|^2 G +
 * (c_i T / eps) sum_k a_k^+ [sum_j d_k u_ij a_j^+ + d_k theta |a^+|^2 / (2 sqrt(m_i))] G.
 *
 * <p>All is exact up to the degree K of the space, whose tail is O((eps |u|)^{K+1} + |eps
 * theta|^{(K+1)/2}). Measured with the limits of this library: ||S^eps|| grows like 1/eps and
 * ||pi_L S^eps|| stays bounded (Lemma 3.7, hypothesis (iii) of Theorem 2.4); beside the frozen
 * equilibrium S^eps is 0.
 *
 * <p>Owns workspace, three fields over the cells, made at the first call; later ones allocate
 * nothing where there are few cells. One thread at a time.
 */
public final class SourceTerm {

  private final CollisionOperator operator;
  private final BurnettSpace space;
  private final Mixture mixture;
  private final InvariantCoordinates invariants;
  private final Translation translation;
  private final RadialCreation widen;
  private final int rest; // the mode (0, 0, 0)
  private final double eps;
  private final double[] mean; // U of a cell
  private final double[] relative; // u_i - U
  private final double[] gaussian;
  private final double[] factor;
  private CellwiseCollision quadratic;
  private int cells = -1;
  private double[] deviation; // e, then collisions in the moved frame
  private double[] sum; // r mu_T + e, then r mu_T - e
  private double[] collided;

  /** The term with Q in a Burnett space, at a Knudsen number > 0. */
  public SourceTerm(CollisionOperator operator, double eps) {
    this.eps = FluidSetting.requireKnudsen(eps);
    this.operator = operator;
    this.space = operator.space().require(BurnettSpace.class);
    this.mixture = space.mixture();
    this.invariants = new InvariantCoordinates(space);
    this.translation = new Translation(space);
    this.widen = new RadialCreation(space.burnettModes());
    this.rest = space.burnettModes().index(0, 0, 0);
    this.mean = new double[3];
    this.relative = new double[3];
    this.gaussian = new double[space.modes()];
    this.factor = new double[space.modes()];
  }

  /**
   * S^eps at the cells of the torus, {@code cell * space.size() + species * modes + mode}, of the
   * fluid solution at one time; out is overwritten.
   */
  public void evaluate(FluidDerivatives fluid, double[] out) {
    FluidFields fields = fluid.fields();
    if (fields.cells != cells) {
      cells = fields.cells;
      quadratic = new CellwiseCollision(operator, cells);
      deviation = new double[cells * space.size()];
      sum = new double[deviation.length];
      collided = new double[deviation.length];
    }
    collisions(fields, out);
    for (int cell = 0; cell < cells; cell++) {
      for (int i = 0; i < mixture.size(); i++) {
        transport(fluid, cell, i, out, cell * space.size() + i * space.modes());
      }
    }
  }

  private double concentration(FluidFields fields, int cell, int i) {
    return mixture.concentration(i)
        + eps * fields.concentrationDeviation[cell * mixture.size() + i];
  }

  /** U of a cell. */
  private void meanVelocity(FluidFields fields, int cell) {
    Arrays.fill(mean, 0);
    double total = 0;
    for (int i = 0; i < mixture.size(); i++) {
      double c = concentration(fields, cell, i);
      total += c;
      for (int axis = 0; axis < 3; axis++) {
        mean[axis] += c * fields.velocity[(cell * mixture.size() + i) * 3 + axis];
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      mean[axis] /= total;
    }
  }

  /** out = Q(M, M) / eps^3. */
  private void collisions(FluidFields fields, double[] out) {
    int size = space.size();
    Arrays.fill(deviation, 0);
    for (int cell = 0; cell < cells; cell++) {
      meanVelocity(fields, cell);
      for (int i = 0; i < mixture.size(); i++) {
        moved(fields, cell, i, cell * size + i * space.modes());
      }
    }
    for (int a = 0; a < sum.length; a++) {
      sum[a] += deviation[a];
    }
    quadratic.apply(sum, collided);
    for (int a = 0; a < sum.length; a++) {
      sum[a] -= 2 * deviation[a];
      deviation[a] = (eps + 1 / eps) / 2 * collided[a];
    }
    quadratic.apply(sum, collided);
    for (int a = 0; a < sum.length; a++) {
      deviation[a] += (eps - 1 / eps) / 2 * collided[a];
    }
    for (int cell = 0; cell < cells; cell++) {
      invariants.ofModes(deviation, cell * size);
      for (int conserved : invariants.conserved()) {
        deviation[cell * size + conserved] = 0;
      }
      invariants.toModes(deviation, cell * size);
    }
    System.arraycopy(deviation, 0, out, 0, deviation.length);
    for (int cell = 0; cell < cells; cell++) {
      meanVelocity(fields, cell);
      for (int i = 0; i < mixture.size(); i++) {
        double root = Math.sqrt(mixture.mass(i));
        int at = cell * size + i * space.modes();
        translation.addDifference(eps, eps, root, mean, 0, deviation, at, out, at);
      }
    }
  }

  /** Species i of r mu_T, to sum, and of e, to deviation, which is zero there before. */
  private void moved(FluidFields fields, int cell, int i, int at) {
    double scale =
        concentration(fields, cell, i) / Math.sqrt(mixture.concentration(i)); // r_i sqrt(c_i,inf)
    heated(scale, fields.temperatureDeviation[cell], sum, at);
    int u = (cell * mixture.size() + i) * 3;
    for (int axis = 0; axis < 3; axis++) {
      relative[axis] = fields.velocity[u + axis] - mean[axis];
    }
    double root = Math.sqrt(mixture.mass(i)) / eps;
    translation.addDifference(1, eps * eps, root, relative, 0, sum, at, deviation, at);
  }

  /** out = scale times a Gaussian at rest of the temperature 1 + eps theta. */
  private void heated(double scale, double theta, double[] out, int at) {
    widen.widening(eps, theta, out, at);
    for (int a = at; a < at + space.modes(); a++) {
      out[a] *= scale * eps;
    }
    out[at + rest] += scale;
  }

  /** out -= d_t M_i / eps + v.grad M_i / eps^2. */
  private void transport(FluidDerivatives fluid, int cell, int i, double[] out, int at) {
    FluidFields fields = fluid.fields();
    int here = cell * mixture.size() + i;
    double root = Math.sqrt(mixture.mass(i));
    double c = concentration(fields, cell, i);
    double temperature = 1 + eps * fields.temperatureDeviation[cell];
    double[] u = fields.velocity;
    gaussian(fields, cell, i);

    double plain = fluid.rates().concentrationDeviation[here];
    double heating = fluid.rates().temperatureDeviation[cell];
    for (int k = 0; k < fluid.dimension(); k++) {
      plain += fluid.concentrationGradient(cell, i, k) * u[3 * here + k];
      plain += c / eps * fluid.velocityGradient(cell, i, k, k);
      heating += fluid.temperatureGradient(cell, k) * u[3 * here + k];
    }
    for (int a = 0; a < gaussian.length; a++) {
      out[at + a] -= plain * gaussian[a];
    }
    widen.add(-c / 2 * heating, gaussian, 0, out, at);
    for (int j = 0; j < translation.axes(); j++) {
      double acceleration = fluid.rates().velocity[3 * here + j];
      for (int k = 0; k < fluid.dimension(); k++) {
        acceleration += u[3 * here + k] * fluid.velocityGradient(cell, i, k, j);
      }
      double pressure =
          j < fluid.dimension()
              ? c * fluid.temperatureGradient(cell, j)
                  + temperature * fluid.concentrationGradient(cell, i, j)
              : 0;
      translation
          .raise(j)
          .add(-(c * root * acceleration + pressure / (eps * root)), gaussian, 0, out, at);
    }
    for (int k = 0; k < fluid.dimension(); k++) { // strain and heat flux
      Arrays.fill(factor, 0);
      for (int j = 0; j < translation.axes(); j++) {
        double strain = fluid.velocityGradient(cell, i, k, j);
        if (strain != 0) {
          translation.raise(j).add(strain, gaussian, 0, factor, 0);
        }
      }
      widen.add(fluid.temperatureGradient(cell, k) / (2 * root), gaussian, 0, factor, 0);
      translation.raise(k).add(-c * temperature / eps, factor, 0, out, at);
    }
  }

  /** G(v - eps u_i), to gaussian. */
  private void gaussian(FluidFields fields, int cell, int i) {
    double scale = 1 / Math.sqrt(mixture.concentration(i));
    heated(scale, fields.temperatureDeviation[cell], factor, 0);
    System.arraycopy(factor, 0, gaussian, 0, factor.length);
    double root = Math.sqrt(mixture.mass(i));
    int u = (cell * mixture.size() + i) * 3;
    translation.addDifference(eps, eps, root, fields.velocity, u, factor, 0, gaussian, 0);
  }
}
