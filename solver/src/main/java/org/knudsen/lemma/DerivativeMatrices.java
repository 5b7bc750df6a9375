package org.knudsen.lemma;

import org.ejml.simple.SimpleMatrix;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.CreationOperator;

/**
 * The forms of section 3.1 on the functions f of a Burnett space of degree K, all species together,
 * index {@code species * modes + mode}: the weight &lt;v&gt;^gamma and derivatives in v.
 *
 * <p>d/dv_k = - sqrt(m_i) a_k^+ raises the degree by exactly one, so a derivative of order |beta|
 * is a matrix from degree K into degree K + |beta| and nothing of it is cut off. Hence also
 * &lt;d^beta A f, d^beta f&gt; = (A f, D^T D f) needs only the degree-K part of A f, whatever A is.
 * Immutable.
 */
final class DerivativeMatrices {

  private final Mixture mixture;
  private final BurnettModes modes;
  private final double gamma;

  DerivativeMatrices(BurnettSpace space, double gamma) {
    this.mixture = space.mixture();
    this.modes = space.burnettModes();
    this.gamma = gamma;
  }

  /** The order |beta| of a multi-index. */
  static int order(int... beta) {
    int sum = 0;
    for (int b : beta) {
      if (b < 0) {
        throw new IllegalArgumentException("order of a velocity derivative is " + b + "; >= 0");
      }
      sum += b;
    }
    return sum;
  }

  /** The weight &lt;v&gt;^gamma on functions of degree K. */
  SimpleMatrix weight() {
    return weight(modes.degree());
  }

  private SimpleMatrix weight(int at) {
    BurnettModes wide = new BurnettModes(at, modes.symmetry());
    int count = wide.count();
    SimpleMatrix out = new SimpleMatrix(mixture.size() * count, mixture.size() * count);
    for (int i = 0; i < mixture.size(); i++) {
      for (int l = 0; l <= at; l++) {
        SimpleMatrix block = VelocityForms.weight(gamma, mixture.mass(i), l, wide.radialCount(l));
        for (int m = -l; m <= l; m++) {
          if (modes.symmetry().keeps(m)) {
            int start = i * count + wide.index(0, l, m);
            out.insertIntoThis(start, start, block);
          }
        }
      }
    }
    return out;
  }

  /**
   * d_v^beta, orders along axes 0, 1, ... that the symmetry allows; rows of degree K + |beta|,
   * columns of degree K.
   */
  SimpleMatrix derivative(int... beta) {
    int order = order(beta);
    BurnettModes from = modes;
    BurnettModes to = new BurnettModes(modes.degree() + order, modes.symmetry());
    CreationOperator[] raise = new CreationOperator[beta.length];
    for (int axis = 0; axis < beta.length; axis++) {
      raise[axis] = beta[axis] == 0 ? null : new CreationOperator(to, axis);
    }
    SimpleMatrix out = new SimpleMatrix(mixture.size() * to.count(), mixture.size() * from.count());
    for (int a = 0; a < from.count(); a++) {
      double[] column = new double[to.count()];
      column[to.index(from.n(a), from.l(a), from.m(a))] = 1;
      for (int axis = 0; axis < beta.length; axis++) {
        for (int b = 0; b < beta[axis]; b++) {
          double[] next = new double[column.length];
          raise[axis].add(-1, column, 0, next, 0);
          column = next;
        }
      }
      for (int i = 0; i < mixture.size(); i++) {
        double scale = Math.pow(mixture.mass(i), order / 2.0);
        for (int row = 0; row < column.length; row++) {
          out.set(i * to.count() + row, i * from.count() + a, scale * column[row]);
        }
      }
    }
    return out;
  }

  /** ||d_v^beta f||^2 in L^2(mu^{-1/2}). */
  SimpleMatrix plain(int... beta) {
    SimpleMatrix derivative = derivative(beta);
    return derivative.transpose().mult(derivative);
  }

  /** ||d_v^beta f||^2 in L^2(&lt;v&gt;^{gamma/2} mu^{-1/2}). */
  SimpleMatrix weighted(int... beta) {
    return SymmetricPencil.restricted(weight(modes.degree() + order(beta)), derivative(beta));
  }

  /** ||f||^2_{H^s_v(mu^{-1/2})}, s = 0 or 1, all three axes: diagonal. */
  SimpleMatrix sobolev(int s) {
    if (s < 0 || s > 1) {
      throw new IllegalArgumentException("Sobolev order is " + s + "; 0 or 1");
    }
    SimpleMatrix out = SimpleMatrix.identity(mixture.size() * modes.count());
    for (int i = 0; s == 1 && i < mixture.size(); i++) {
      for (int a = 0; a < modes.count(); a++) {
        int at = i * modes.count() + a;
        out.set(at, at, 1 + mixture.mass(i) * (2 * modes.n(a) + modes.l(a) + 3));
      }
    }
    return out;
  }

  /** The columns of the orthonormal collision invariants of the space. */
  static SimpleMatrix invariants(BurnettSpace space) {
    return new SimpleMatrix(space.invariantCount(), space.size(), true, space.invariants())
        .transpose();
  }

  /** A dense row-major matrix of the space as a matrix. */
  SimpleMatrix square(double[] dense) {
    int size = mixture.size() * modes.count();
    return new SimpleMatrix(size, size, true, dense);
  }

  /** The multi-index of one derivative along an axis. */
  static int[] along(int axis) {
    int[] beta = new int[axis + 1];
    beta[axis] = 1;
    return beta;
  }
}
