package org.knudsen.kinetic;

import java.util.Arrays;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.CreationOperator;

/**
 * Translations of velocity distributions of one species: f(v - U) has the coefficients exp(z.a^+)
 * f, z = sqrt(m_i) U, a finite sum on functions of degree K. Owns workspace: one thread at a time.
 */
final class Translation {

  private final CreationOperator[] raise;
  private final int degree;
  private final double[] term;
  private final double[] next;

  Translation(BurnettSpace space) {
    degree = space.degree();
    raise = new CreationOperator[space.burnettModes().symmetry().axes()];
    for (int axis = 0; axis < raise.length; axis++) {
      raise[axis] = new CreationOperator(space.burnettModes(), axis);
    }
    term = new double[space.modes()];
    next = new double[space.modes()];
  }

  /** a_k^+, k over the axes that the space has. */
  CreationOperator raise(int axis) {
    return raise[axis];
  }

  /** How many a_k^+ there are. */
  int axes() {
    return raise.length;
  }

  /**
   * out += factor * (exp(scale z.a^+) - 1) / scale f, z = root * u, without cancellation, for the
   * modes entries of f from {@code from} and of out from {@code at} on, which differ, and three
   * components of u from {@code uAt} on. An error if z leaves the symmetry of the space.
   */
  void addDifference(
      double factor,
      double scale,
      double root,
      double[] u,
      int uAt,
      double[] f,
      int from,
      double[] out,
      int at) {
    boolean still = true;
    for (int axis = 0; axis < 3; axis++) {
      double z = root * u[uAt + axis];
      still &= z == 0;
      if (z != 0 && axis >= raise.length) {
        throw new IllegalArgumentException(
            ("velocity along axis %s is not 0 (times the root of the mass: %s); this "
                    + "velocity space has %s axes")
                .formatted(axis, z, raise.length));
      }
    }
    if (still) {
      return;
    }
    System.arraycopy(f, from, term, 0, term.length);
    double step = 1;
    for (int p = 1; p <= degree; p++) {
      Arrays.fill(next, 0);
      for (int axis = 0; axis < raise.length; axis++) {
        double amount = step * (root * u[uAt + axis]) / p;
        if (amount != 0) {
          raise[axis].add(amount, term, 0, next, 0);
        }
      }
      step = scale;
      System.arraycopy(next, 0, term, 0, term.length);
      for (int a = 0; a < term.length; a++) {
        out[at + a] += factor * term[a];
      }
    }
  }
}
