package org.knudsen.kinetic;

import org.knudsen.collision.CollisionOperator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.VelocitySpace;

/**
 * Q on the states of a {@link KineticState}. Products are formed in the cells of the layout, which
 * is to be one free of aliasing, so that the kept modes of Q are exact and space is a Galerkin
 * method as well. Components on the collision invariants are zero analytically and round-off
 * numerically; they are dropped, which makes the conservation laws exact.
 *
 * <p>Owns workspace: one thread at a time.
 */
public final class CollisionTerm {

  private final KineticState layout;
  private final CellwiseCollision quadratic;
  private final int distribution;
  private final double[] field;
  private final double[] collided;
  private double[] second; // made when first needed

  /** Q in a layout on a grid where products of two fields are free of aliasing. */
  public CollisionTerm(CollisionOperator operator, KineticState layout) {
    this.layout = layout;
    this.distribution = operator.space().size();
    this.quadratic = new CellwiseCollision(operator, layout.cells());
    this.field = new double[layout.cells() * distribution];
    this.collided = new double[field.length];
  }

  /** The bytes of Q over the cells and its evaluators, before the first {@link #difference}. */
  static double bytes(VelocitySpace space, Torus torus, double evaluator) {
    double cells = Math.pow(torus.dealiasedPoints(), torus.dimension());
    return Double.BYTES * cells * space.size() + CellwiseCollision.evaluators(cells) * evaluator;
  }

  /** out = Q(h, h) / divisor; out, another array than h, is overwritten. */
  public void quadratic(double divisor, double[] h, double[] out) {
    layout.toField(h, field);
    quadratic.apply(field, collided);
    finish(divisor, out);
  }

  /**
   * out = (Q(a, a) - Q(b, b)) / divisor; out may be a or b. With p = a + b and q = a - b the
   * numerator is (Q(p, q) + Q(q, p)) / 2.
   */
  void difference(double divisor, double[] a, double[] b, double[] out) {
    if (second == null) {
      second = new double[field.length];
    }
    layout.toField(b, field);
    quadratic.apply(field, second);
    layout.toField(a, field);
    quadratic.apply(field, collided);
    for (int at = 0; at < collided.length; at++) {
      collided[at] -= second[at];
    }
    finish(divisor, out);
  }

  private void finish(double divisor, double[] out) {
    layout.ofField(collided, out);
    for (int at = 0; at < out.length; at++) {
      out[at] /= divisor;
    }
    for (int conserved : layout.coordinates().conserved()) {
      for (int at = conserved; at < out.length; at += distribution) {
        out[at] = 0;
      }
    }
  }
}
