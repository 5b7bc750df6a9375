package org.knudsen.lemma;

import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** The mixture that the tests of the lemmas share, b = 1, no two pairs alike. */
final class TwoGases {

  static final Mixture MIXTURE = Mixture.of(new Species("a", 1, 0.5), new Species("b", 4, 0.3));

  private TwoGases() {}

  /** C_ij = 0.25 + 0.1 (i + j). */
  static double coefficient(int i, int j) {
    return 0.25 + 0.1 * (i + j);
  }

  /** 2 pi C_ij Int b. */
  static double rate(int i, int j) {
    return 4 * Math.PI * coefficient(i, j);
  }

  static CollisionKernel kernel(double gamma) {
    return CollisionKernel.symmetric(
        2, (i, j) -> new PairKernel(new PowerLaw(coefficient(i, j), gamma), s -> 1));
  }

  static BurnettSpace slab(int degree) {
    return new BurnettSpace(MIXTURE, degree, AxialSymmetry.SLAB);
  }

  static BurnettCollision collision(double gamma, int degree) {
    return new BurnettCollision(slab(degree), kernel(gamma), TableCache.none());
  }

  /** M^eps with ct = (delta, -delta), u = (delta, -delta) along axis 0. */
  static LocalMaxwellian background(double eps, double delta) {
    double step = eps * delta;
    return LocalMaxwellian.of(
        MIXTURE,
        new double[] {MIXTURE.concentration(0) + step, MIXTURE.concentration(1) - step},
        new double[] {step, 0, 0, -step, 0, 0});
  }

  /** A dense row-major square matrix. */
  static SimpleMatrix square(double[] dense) {
    int order = (int) Math.round(Math.sqrt(dense.length));
    return new SimpleMatrix(order, order, true, dense);
  }

  /** A column of independent normal entries, larger in low degrees by chance alone. */
  static SimpleMatrix random(Random random, int size) {
    SimpleMatrix f = new SimpleMatrix(size, 1);
    for (int a = 0; a < size; a++) {
      f.set(a, random.nextGaussian());
    }
    return f;
  }

  /** f^T a f. */
  static double form(SimpleMatrix a, SimpleMatrix f) {
    return f.transpose().mult(a).mult(f).get(0);
  }
}
