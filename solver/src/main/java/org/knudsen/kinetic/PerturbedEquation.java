package org.knudsen.kinetic;

import java.util.List;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.fluid.FluidDerivatives;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidFields;
import org.knudsen.time.DirectSum;
import org.knudsen.time.LinearPart;
import org.knudsen.time.SemilinearEquation;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.BurnettSpace;

/**
 * The perturbed equation (1.11) for f of F^eps = M^eps + eps f, with L^eps of (1.12) about the
 * moving M^eps and the source S^eps of (1.13), solved as itself beside the fluid limit that M^eps
 * is made of:
 *
 * <p>d_t f = T^eps f + (1/eps^2) (L^eps - L) f + (1/eps) Q(f, f) + S^eps, T^eps = L / eps^2 -
 * v.grad / eps.
 *
 * <p><b>State.</b> The state of the fluid equation, fluid().size() entries, then that of f in the
 * {@link #layout}. One integrator advances both, so that each of its stages sees M^eps of that very
 * stage. The linear part is the direct sum of the fluid's and of T^eps, which is that of {@link
 * KineticEquation}.
 *
 * <p><b>Collisions.</b> With g = (M^eps - mu) / eps the two terms are (1/eps) [Q(g, f) + Q(f, g) +
 * Q(f, f)] = (1/eps) [Q(g + f, g + f) - Q(g, g)], free of aliasing, with the invariants dropped.
 * S^eps is that of {@link SourceTerm}, with its part on the invariants: pi_L S^eps is not zero.
 *
 * <p><b>Beside the deviation form</b>, which is solved for h = f + g and knows neither L^eps nor
 * S^eps, this is another discretisation: S^eps is taken with all degrees of M^eps before it is cut
 * off at K, and its transport in the cells of the torus. The two f differ by O((eps |u|)^{K+1} +
 * |eps theta|^{K/2+1}) over a power of eps, by the truncation of M^eps in space, and by the error
 * of the integrator; the tests show the last one fall.
 *
 * <p>No allocation after the first call where there are few cells. Owns workspace: one thread at a
 * time.
 */
public final class PerturbedEquation implements SemilinearEquation {

  private final FluidEquation fluid;
  private final KineticState layout;
  private final KineticState cells; // the same on the grid of the torus
  private final DirectSum linear;
  private final CollisionTerm collisions;
  private final MaxwellianSeries series;
  private final SourceTerm source;
  private final FluidDerivatives derivatives;
  private final double eps;
  private final double[] fluidState;
  private final double[] fluidSlope;
  private final double[] field; // on the grid of the torus
  private final double[] maxwellian; // g
  private final double[] perturbation; // f
  private final double[] other;
  private final double[] slope;

  /**
   * The equation with Q and L in a Burnett space, at the Knudsen number of the fluid limit, which
   * is on the same torus and for the same mixture; d = 1 of the torus for a slab.
   */
  public PerturbedEquation(
      CollisionOperator operator, Torus torus, double eps, FluidEquation fluid) {
    this.source = new SourceTerm(operator, eps); // checks eps
    BurnettSpace space = operator.space().require(BurnettSpace.class);
    this.fluid = fluid;
    this.eps = eps;
    this.layout = KineticState.dealiased(space, torus);
    this.cells = new KineticState(space, new RealFourier(torus, space.size()));
    this.linear =
        new DirectSum(
            List.of(
                new DirectSum.Summand(fluid.size(), fluid.linear()),
                new DirectSum.Summand(layout.size(), KineticLinearPart.of(operator, layout, eps))));
    this.collisions = new CollisionTerm(operator, layout);
    this.series = new MaxwellianSeries(space, eps);
    this.derivatives = new FluidDerivatives(fluid, torus, space.mixture().size());
    this.fluidState = new double[fluid.size()];
    this.fluidSlope = new double[fluid.size()];
    this.field = new double[torus.cells() * space.size()];
    this.maxwellian = new double[layout.size()];
    this.perturbation = new double[layout.size()];
    this.other = new double[layout.size()];
    this.slope = new double[layout.size()];
  }

  /** The fluid limit. */
  public FluidEquation fluid() {
    return fluid;
  }

  /** How f is laid out, on the grid free of aliasing. */
  public KineticState layout() {
    return layout;
  }

  @Override
  public int size() {
    return fluid.size() + layout.size();
  }

  @Override
  public LinearPart linear() {
    return linear;
  }

  /**
   * The state at time 0, a new array, with f^in = (F^in - M^eps) / eps, F^in the local Maxwellian
   * that the limit says a kinetic run begins from: f^in = 0, but for a limit that does not begin
   * with its data.
   */
  public double[] initialState() {
    FluidFields begin = new FluidFields(derivatives.fields().cells, derivatives.fields().species);
    FluidFields limit = new FluidFields(begin.cells, begin.species);
    fluid.initialFields(begin);
    fluid.fields(0, fluid.initialState(), limit);
    double[] f = new double[layout.size()];
    series.evaluate(begin, field);
    cells.ofField(field, f);
    series.evaluate(limit, field);
    cells.ofField(field, maxwellian);
    for (int a = 0; a < f.length; a++) {
      f[a] -= maxwellian[a];
    }
    return initialState(f);
  }

  /** The state at time 0, a new array, with a given f^in in the layout. */
  public double[] initialState(double[] f) {
    if (f.length != layout.size()) {
      throw new IllegalArgumentException(
          "f has " + f.length + " entries; the layout has " + layout.size());
    }
    double[] y = new double[size()];
    System.arraycopy(fluid.initialState(), 0, y, 0, fluid.size());
    System.arraycopy(f, 0, y, fluid.size(), f.length);
    return y;
  }

  /** f of a state, to layout().size() entries. */
  public void perturbation(double[] y, double[] f) {
    System.arraycopy(y, fluid.size(), f, 0, layout.size());
  }

  /** (M^eps - mu) / eps of a state, to layout().size() entries. */
  public void maxwellian(double t, double[] y, double[] g) {
    System.arraycopy(y, 0, fluidState, 0, fluidState.length);
    fluid.fields(t, fluidState, derivatives.fields());
    series.evaluate(derivatives.fields(), field);
    cells.ofField(field, g);
  }

  @Override
  public void nonlinear(double t, double[] y, double[] out) {
    begin(t, y, out);
    for (int a = 0; a < other.length; a++) {
      other[a] = maxwellian[a] + perturbation[a];
    }
    collisions.difference(eps, other, maxwellian, slope);
    end(out);
  }

  /**
   * The same with one f of Q(f, f) frozen, as in the Picard iteration (3.38): (Q(p, f) + Q(f, p)) /
   * 2 in its place, linear in f. The limit of the iteration solves (1.11).
   *
   * <p>Which bilinear form: the paper writes Q(p, f), from which the symmetric one differs in the
   * iterates but not in their limit. It must be the symmetric one: (3.8), that Q(g, h) is
   * orthogonal to ker L, on which the estimates of the iteration rest, is true of it and false of
   * Q(g, h) for g != h, which gives momentum to g's species and takes none from h's. The tests show
   * both.
   *
   * @param frozen p, in the layout; not modified
   * @param out overwritten; never the same array as y
   */
  public void frozen(double t, double[] y, double[] frozen, double[] out) {
    begin(t, y, out);
    // Q(a + f) - Q(a - f) = 2 (Q(a, f) + Q(f, a)) with a = g + p / 2
    for (int at = 0; at < other.length; at++) {
      double a = maxwellian[at] + frozen[at] / 2;
      other[at] = a - perturbation[at];
      perturbation[at] += a;
    }
    collisions.difference(2 * eps, perturbation, other, slope);
    end(out);
  }

  /** The fluid's part of out; S^eps to the f of out; g and f to the workspace. */
  private void begin(double t, double[] y, double[] out) {
    System.arraycopy(y, 0, fluidState, 0, fluidState.length);
    fluid.nonlinear(t, fluidState, fluidSlope);
    System.arraycopy(fluidSlope, 0, out, 0, fluidSlope.length);
    derivatives.evaluate(t, fluidState);
    source.evaluate(derivatives, field);
    cells.ofField(field, slope);
    System.arraycopy(slope, 0, out, fluidSlope.length, slope.length);
    series.evaluate(derivatives.fields(), field);
    cells.ofField(field, maxwellian);
    perturbation(y, perturbation);
  }

  private void end(double[] out) {
    for (int a = 0; a < slope.length; a++) {
      out[fluidSlope.length + a] += slope[a];
    }
  }
}
