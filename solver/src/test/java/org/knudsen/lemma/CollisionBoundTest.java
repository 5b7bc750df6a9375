package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.Polarisation;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.CreationOperator;

/** The velocity constant of (3.10). */
class CollisionBoundTest {

  /** Q(g, h), symmetric part. */
  private static SimpleMatrix product(Polarisation polarisation, SimpleMatrix g, SimpleMatrix h) {
    double[] out = new double[g.getNumRows()];
    polarisation.apply(g.getDDRM().data, h.getDDRM().data, out);
    return new SimpleMatrix(out).scale(0.5);
  }

  /** The upper bound from the Kronecker products themselves, degree 2. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void theUpperBoundIsTheTensorEigenvalue(double gamma) {
    BurnettCollision operator = TwoGases.collision(gamma, 2);
    int n = operator.space().size();
    SimpleMatrix weight = new DerivativeMatrices(operator.space(), gamma).weight();
    SimpleMatrix root = new SimpleMatrix(n, n); // W^{1/2}
    for (SymmetricPencil.Pair pair : SymmetricPencil.all(weight)) {
      root = root.plus(Math.sqrt(pair.value()), pair.vector().mult(pair.vector().transpose()));
    }
    SimpleMatrix q = new SimpleMatrix(n, n * n);
    Polarisation polarisation = new Polarisation(operator);
    SimpleMatrix one = SimpleMatrix.identity(n);
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        q.setColumn(a * n + b, product(polarisation, one.getColumn(a), one.getColumn(b)));
      }
    }
    SimpleMatrix metric = root.kron(one).plus(one.kron(root));
    SimpleMatrix form = q.transpose().mult(weight.invert()).mult(q);
    double exact = Math.sqrt(SymmetricPencil.largest(form, metric.mult(metric)));
    assertEquals(exact, CollisionBound.of(operator, gamma).upper(), 1e-10 * exact);
  }

  /** The bracket holds for random functions, is not wide, and rises with the degree. */
  @Test
  void theBracketHolds() {
    CollisionBound before = null;
    Random random = new Random(13);
    for (int degree : new int[] {2, 4, 6}) {
      BurnettCollision operator = TwoGases.collision(1, degree);
      CollisionBound bound = CollisionBound.of(operator, 1);
      assertTrue(bound.lower() < bound.upper() && bound.upper() < 1.6 * bound.lower());
      assertTrue(
          before == null || before.lower() < bound.lower() && before.upper() < bound.upper());
      before = bound;
      SimpleMatrix weight = new DerivativeMatrices(operator.space(), 1).weight();
      SimpleMatrix inverse = weight.invert();
      Polarisation polarisation = new Polarisation(operator);
      for (int trial = 0; trial < 50; trial++) {
        SimpleMatrix g = TwoGases.random(random, operator.space().size());
        SimpleMatrix h = TwoGases.random(random, operator.space().size());
        double value = Math.sqrt(TwoGases.form(inverse, product(polarisation, g, h)));
        double norms =
            Math.sqrt(g.dot(g) * TwoGases.form(weight, h))
                + Math.sqrt(h.dot(h) * TwoGases.form(weight, g));
        assertTrue(value / norms < bound.lower(), "what is attained beats chance");
      }
    }
  }

  /**
   * g = mu, h an eigenvector of L: |L h| = 2 |Q| and ||mu||^2 = C_0, so for gamma = 0 the constant
   * is at least ||L|| / (4 sqrt(C_0)).
   */
  @Test
  void theLinearisedOperatorBoundsItBelow() {
    BurnettCollision operator = TwoGases.collision(0, 4);
    double norm = CoercivityConstants.of(operator.gas(), 0).continuity();
    double least = norm / (4 * Math.sqrt(TwoGases.MIXTURE.totalConcentration()));
    assertTrue(CollisionBound.of(operator, 0).lower() > least);
  }

  /** Linear in the kernel; psi ~ sqrt(c) makes it go with the root of concentrations. */
  @Test
  void scalesLikeTheKernelAndTheRootOfConcentrations() {
    Mixture dense = Mixture.of(new Species("a", 1, 2.0), new Species("b", 4, 1.2));
    CollisionKernel triple =
        CollisionKernel.symmetric(
            2, (i, j) -> new PairKernel(new PowerLaw(3 * TwoGases.coefficient(i, j), 1), s -> 1));
    CollisionBound one = CollisionBound.of(TwoGases.collision(1, 3), 1);
    CollisionBound other =
        CollisionBound.of(
            new BurnettCollision(
                new BurnettSpace(dense, 3, AxialSymmetry.SLAB), triple, TableCache.none()),
            1);
    assertEquals(6 * one.upper(), other.upper(), 1e-10);
    assertEquals(6 * one.lower(), other.lower(), 1e-5, "the climb stops at 1e-9 a step");
    assertEquals(
        SobolevAlgebra.constant(2) * one.upper(), one.sobolev(2), 1e-15, "C_s^Q of the circle");
  }

  /**
   * d_v Q(g, h) = Q(d_v g, h) + Q(g, d_v h), which lets C serve |beta| = 1: exact up to degree K.
   */
  @Test
  void theProductRuleHolds() {
    BurnettCollision operator = TwoGases.collision(1, 5);
    int modes = operator.space().modes();
    CreationOperator raise = new CreationOperator(operator.space().burnettModes(), 0);
    Polarisation polarisation = new Polarisation(operator);
    Random random = new Random(21);
    double[] g = new double[2 * modes];
    double[] h = new double[2 * modes];
    for (int a = 0; a < g.length; a++) {
      int mode = a % modes;
      var burnett = operator.space().burnettModes();
      if (2 * burnett.n(mode) + burnett.l(mode) < 5) { // their derivatives stay within degree 5
        g[a] = random.nextGaussian();
        h[a] = random.nextGaussian();
      }
    }
    double[] left = derivative(raise, applied(polarisation, g, h));
    double[] first = applied(polarisation, derivative(raise, g), h);
    double[] second = applied(polarisation, g, derivative(raise, h));
    double size = 0;
    for (double value : left) {
      size = Math.max(size, Math.abs(value));
    }
    for (int a = 0; a < left.length; a++) {
      assertEquals(left[a], first[a] + second[a], 1e-12 * size);
    }
    double point = Math.sqrt(1 / Math.tanh(0.5) / 2); // sup norm by that of H^1 of the circle
    assertTrue(point < SobolevAlgebra.constant(1));
  }

  private static double[] applied(Polarisation polarisation, double[] g, double[] h) {
    double[] out = new double[g.length];
    polarisation.apply(g, h, out);
    return out;
  }

  private static double[] derivative(CreationOperator raise, double[] f) {
    double[] out = new double[f.length];
    for (int i = 0; i < 2; i++) {
      int at = i * f.length / 2;
      raise.add(-Math.sqrt(TwoGases.MIXTURE.mass(i)), f, at, out, at);
    }
    return out;
  }
}
