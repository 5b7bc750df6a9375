package org.knudsen.lemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.CollisionFrequency;
import org.knudsen.collision.CollisionFrequencyMatrix;
import org.knudsen.collision.Gas;
import org.knudsen.collision.OperatorsAboutMaxwellian;
import org.knudsen.collision.TableCache;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** (3.5) of Lemma 3.3. */
class FrequencyDerivativesTest {

  private static final LocalMaxwellian REST = LocalMaxwellian.equilibrium(TwoGases.MIXTURE);

  private static OperatorsAboutMaxwellian operators(
      BurnettSpace space, double gamma, LocalMaxwellian background) {
    return new OperatorsAboutMaxwellian(
        new BurnettCollision(space, TwoGases.kernel(gamma), TableCache.none()), background);
  }

  /** The gradient by harmonics is the sum over the three axes in full space. */
  @Test
  void theGradientIsTheSumOverAxes() {
    int degree = 3;
    BurnettSpace full = new BurnettSpace(TwoGases.MIXTURE, degree, AxialSymmetry.FULL);
    OperatorsAboutMaxwellian about = operators(full, 1, REST);
    SimpleMatrix[] sum = null;
    for (int axis = 0; axis < 3; axis++) {
      int[] beta = new int[3];
      beta[axis] = 1;
      DerivativeForms forms = DerivativeForms.about(full, about, 1, beta).get(0);
      SimpleMatrix[] all = {forms.frequency(), forms.compact(), forms.plain(), forms.weighted()};
      for (int k = 0; k < 4 && sum != null; k++) {
        sum[k] = sum[k].plus(all[k]);
      }
      sum = sum == null ? all : sum;
    }
    for (int l = 0; l <= degree; l++) {
      DerivativeForms block =
          DerivativeForms.gradient(Gas.of(TwoGases.MIXTURE, TwoGases.kernel(1), degree), 1).get(l);
      SimpleMatrix[] all = {block.frequency(), block.compact(), block.plain(), block.weighted()};
      int radial = full.burnettModes().radialCount(l);
      for (int m = -l; m <= l; m++) {
        int start = full.burnettModes().index(0, l, m);
        for (int row = 0; row < 2 * radial; row++) {
          for (int column = 0; column < 2 * radial; column++) {
            int to = row / radial * full.modes() + start + row % radial;
            int from = column / radial * full.modes() + start + column % radial;
            for (int k = 0; k < 4; k++) {
              double exact = all[k].get(row, column);
              assertEquals(exact, sum[k].get(to, from), 1e-11 * (1 + Math.abs(exact)));
            }
          }
        }
      }
    }
  }

  /**
   * &lt;d(nu f), d f&gt; = Int nu |df|^2 + Int dnu f df: the left side from degree K, the right one
   * from nu and dnu on degree K + 1.
   */
  @Test
  void theFormObeysTheProductRule() {
    int degree = 3;
    BurnettSpace space = TwoGases.slab(degree);
    LocalMaxwellian moving = TwoGases.background(1, 0.1);
    DerivativeForms forms = DerivativeForms.about(space, operators(space, 1, moving), 1, 1).get(0);
    SimpleMatrix derivative = new DerivativeMatrices(space, 1).derivative(1);
    SimpleMatrix nu =
        TwoGases.square(
            CollisionFrequencyMatrix.matrix(
                TwoGases.slab(degree + 1), new CollisionFrequency(moving, TwoGases.kernel(1))));
    // d_x u_j = -1 for all j makes nut = grad nu
    SimpleMatrix slope =
        new FrequencyGradient(TwoGases.slab(degree + 1), moving, TwoGases.kernel(1), 1, 0)
            .rate(0, -1, 0, -1);
    SimpleMatrix inject = injection(space, TwoGases.slab(degree + 1));
    SimpleMatrix right = derivative.transpose().mult(nu.mult(derivative).plus(slope.mult(inject)));
    Random random = new Random(5);
    for (int trial = 0; trial < 10; trial++) {
      SimpleMatrix f = TwoGases.random(random, space.size());
      double value = TwoGases.form(right, f);
      assertEquals(value, TwoGases.form(forms.frequency(), f), 1e-10 * Math.abs(value));
    }
  }

  private static SimpleMatrix injection(BurnettSpace from, BurnettSpace to) {
    SimpleMatrix out = new SimpleMatrix(to.size(), from.size());
    var modes = from.burnettModes();
    for (int i = 0; i < 2; i++) {
      for (int a = 0; a < from.modes(); a++) {
        int target = to.burnettModes().index(modes.n(a), modes.l(a), modes.m(a));
        out.set(i * to.modes() + target, i * from.modes() + a, 1);
      }
    }
    return out;
  }

  /** gamma = 0: nu is constant, so nothing is lost up to C_3 = C_1^nu. */
  @Test
  void constantFrequenciesHaveNoDefect() {
    double lower = FrequencyBounds.of(REST, TwoGases.kernel(0), 0).lower();
    FrequencyDerivatives gradient =
        new FrequencyDerivatives(
            DerivativeForms.gradient(Gas.of(TwoGases.MIXTURE, TwoGases.kernel(0), 10), 0));
    assertEquals(0, gradient.defect(lower * (1 - 1e-12)));
    assertEquals(lower, gradient.free(), 1e-12 * lower);
    // above C_1^nu it grows with the degree, here by m (2n + l + 3) = K + 3 of species 0
    assertEquals(13 * 0.1 * lower, gradient.defect(1.1 * lower), 1e-10);
    double pointwise = FrequencyDerivatives.pointwise(REST, TwoGases.kernel(0), 0, 0.9 * lower);
    assertEquals(0, pointwise, 1e-20, "the slope of a constant, round-off squared");
  }

  /** Hard spheres: the eigenvalue grows with K, stays below the pointwise bound and the printed. */
  @Test
  void theDefectIsBracketed() {
    double lower = FrequencyBounds.of(REST, TwoGases.kernel(1), 1).lower();
    double c3 = 0.9 * lower;
    double above = FrequencyDerivatives.pointwise(REST, TwoGases.kernel(1), 1, c3);
    double before = 0;
    for (int degree : new int[] {4, 8, 12}) {
      double now =
          new FrequencyDerivatives(
                  DerivativeForms.gradient(Gas.of(TwoGases.MIXTURE, TwoGases.kernel(1), degree), 1))
              .defect(c3);
      assertTrue(now >= before && now > 0 && now < above, before + " " + now + " " + above);
      before = now;
    }
    FrequencyDerivatives twelve =
        new FrequencyDerivatives(
            DerivativeForms.gradient(Gas.of(TwoGases.MIXTURE, TwoGases.kernel(1), 12), 1));
    // the printed pair: C_3 = C_1 / 2 needs no C_5 at all
    assertTrue(FrequencyDerivatives.printed(REST, TwoGases.kernel(1)) > 0.5);
    assertEquals(0, twelve.defect(lower / 2));
    assertTrue(twelve.free() > lower / 2 && twelve.free() < lower);
    assertThrows(
        IllegalArgumentException.class,
        () -> FrequencyDerivatives.pointwise(REST, TwoGases.kernel(1), 1, 1.01 * lower));
  }

  /** |beta| = 1 and 2 about a moving background: no f violates it, and one attains it. */
  @Test
  void theDefectIsAttained() {
    LocalMaxwellian moving = TwoGases.background(0.5, 0.2);
    BurnettSpace space = TwoGases.slab(4);
    OperatorsAboutMaxwellian about = operators(space, 1, moving);
    double c3 = 0.95 * FrequencyBounds.of(moving, TwoGases.kernel(1), 1).lower();
    for (int order = 1; order <= 2; order++) {
      DerivativeForms forms = DerivativeForms.about(space, about, 1, order).get(0);
      double c5 =
          new FrequencyDerivatives(DerivativeForms.about(space, about, 1, order)).defect(c3);
      SimpleMatrix left =
          forms.frequency().minus(forms.weighted().scale(c3)).plus(forms.lower().scale(c5));
      Random random = new Random(8);
      for (int trial = 0; trial < 50; trial++) {
        assertTrue(TwoGases.form(left, TwoGases.random(random, space.size())) > 0);
      }
      SymmetricPencil.Pair best = SymmetricPencil.smallest(left, forms.lower());
      assertEquals(0, best.value(), 1e-10 * c5);
      assertEquals(
          0,
          TwoGases.form(left, best.vector()) / TwoGases.form(forms.lower(), best.vector()),
          1e-10 * c5);
    }
  }

  /** For beta along axis 0 functions symmetric about it are the worst: full space gives no more. */
  @Test
  void theSlabHoldsTheWorst() {
    BurnettSpace full = new BurnettSpace(TwoGases.MIXTURE, 3, AxialSymmetry.FULL);
    BurnettSpace slab = TwoGases.slab(3);
    OperatorsAboutMaxwellian inFull = operators(full, 1, REST);
    OperatorsAboutMaxwellian inSlab = operators(slab, 1, REST);
    double c3 = 0.9 * FrequencyBounds.of(REST, TwoGases.kernel(1), 1).lower();
    double defect = new FrequencyDerivatives(DerivativeForms.about(slab, inSlab, 1, 1)).defect(c3);
    assertEquals(
        defect,
        new FrequencyDerivatives(DerivativeForms.about(full, inFull, 1, 1)).defect(c3),
        1e-10);
    double c1 = new CompactDerivatives(DerivativeForms.about(slab, inSlab, 1, 1)).c1(0.2);
    assertEquals(
        c1, new CompactDerivatives(DerivativeForms.about(full, inFull, 1, 1)).c1(0.2), 1e-10 * c1);
  }

  @Test
  void refusesOtherOrders() {
    BurnettSpace space = TwoGases.slab(4);
    OperatorsAboutMaxwellian about = operators(space, 1, REST);
    assertThrows(
        IllegalArgumentException.class,
        () -> new FrequencyDerivatives(DerivativeForms.about(space, about, 1, 0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new FrequencyDerivatives(DerivativeForms.about(space, about, 1, 3)));
  }
}
