package org.knudsen.lemma;

import java.util.function.ToDoubleFunction;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.CollisionFrequency;
import org.knudsen.collision.CollisionFrequencyMatrix;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.velocity.BurnettSpace;

/**
 * The eps-terms of (3.5), Lemma 3.3, for |alpha| = |beta| = 1.
 *
 * <p>d_x nu^eps = eps nut with nut_i the frequency about (d_x M^eps) / eps, linear in the gradients
 * of the fluid:
 *
 * <p>nut_i = sum_j [d_x ct_j nu_ij / c_j - d_x u_j . grad_v nu_ij].
 *
 * <p>What stands in (3.5) beside the term without it is eps &lt;d_v (nut f), d_v d_x f&gt;, at each
 * x a bilinear form in f and g = d_x f, which are independent there. With sigma its largest
 * singular value in the norms (||f||^2 + ||d_v f||^2_gamma)^{1/2} and ||d_v g||_gamma, it is at
 * least -C_4 ||d_v g||^2_gamma - C_6 ||f||^2 - C_7 ||d_v f||^2_gamma for all f and g with C_6 = C_7
 * exactly if 4 C_4 C_7 >= sigma^2; so the best choice with one value for the three is sigma / 2.
 *
 * <p>The gradients along one direction of x are one array, entry {@code j * (1 + axes)} is d_x ct_j
 * and the next ones d_x u_jk, k over the axes of the space.
 *
 * <p>On functions of degree K; grows with K. The proof's bound of this term has nut where |nut| is
 * meant: nut has no sign.
 */
public final class FrequencyGradient {

  private static final int MOST_CORNERS = 12; // 2^11 singular value problems

  private final int parts; // of the gradient of a species: 1 + axes
  private final SimpleMatrix[] unit; // nut of a unit gradient
  private final SimpleMatrix plain;
  private final SimpleMatrix left; // inverse of ||d_v g||^2_gamma
  private final SimpleMatrix right; // ||f||^2 + ||d_v f||^2_gamma

  /** About M^eps at a point, for the derivative in v along an axis. */
  public FrequencyGradient(
      BurnettSpace space,
      LocalMaxwellian background,
      CollisionKernel kernel,
      double gamma,
      int axis) {
    int[] beta = DerivativeMatrices.along(axis);
    DerivativeMatrices forms = new DerivativeMatrices(space, gamma);
    SimpleMatrix weighted = forms.weighted(beta);
    this.plain = forms.plain(beta);
    this.left = weighted.invert();
    this.right = forms.sobolev(0).plus(weighted);
    this.parts = 1 + space.burnettModes().symmetry().axes();
    this.unit = new SimpleMatrix[space.mixture().size() * parts];
    BurnettSpace wider = wider(space);
    SimpleMatrix inject = injection(space, wider);
    SimpleMatrix total = frequency(wider, background, kernel);
    for (int j = 0; j < space.mixture().size(); j++) {
      // nu is linear in c_j
      LocalMaxwellian doubled = background.with(j, 2 * background.concentration(j));
      SimpleMatrix nu = frequency(wider, doubled, kernel).minus(total);
      unit[j * parts] = SymmetricPencil.restricted(nu, inject).divide(background.concentration(j));
      for (int k = 1; k < parts; k++) {
        int[] direction = DerivativeMatrices.along(k - 1);
        // (d_k nu) f = d_k (nu f) - nu d_k f, in degree <= K exact from nu on degree K + 1
        SimpleMatrix derivative = forms.derivative(direction);
        SimpleMatrix inside = derivativeWithin(wider, direction);
        unit[j * parts + k] =
            inject.transpose().mult(nu.mult(derivative).minus(inside.mult(nu).mult(inject)));
      }
    }
  }

  private static BurnettSpace wider(BurnettSpace space) {
    return new BurnettSpace(space.mixture(), space.degree() + 1, space.burnettModes().symmetry());
  }

  private static SimpleMatrix frequency(
      BurnettSpace space, LocalMaxwellian background, CollisionKernel kernel) {
    return new DerivativeMatrices(space, 0)
        .square(CollisionFrequencyMatrix.matrix(space, new CollisionFrequency(background, kernel)));
  }

  /** The modes of a space among those of a wider one. */
  private static SimpleMatrix injection(BurnettSpace from, BurnettSpace to) {
    SimpleMatrix out = new SimpleMatrix(to.size(), from.size());
    for (int i = 0; i < from.mixture().size(); i++) {
      for (int a = 0; a < from.modes(); a++) {
        var modes = from.burnettModes();
        int target = to.burnettModes().index(modes.n(a), modes.l(a), modes.m(a));
        out.set(i * to.modes() + target, i * from.modes() + a, 1);
      }
    }
    return out;
  }

  /** d_k on a space, cut off at its degree. */
  private static SimpleMatrix derivativeWithin(BurnettSpace space, int[] direction) {
    SimpleMatrix raised = new DerivativeMatrices(space, 0).derivative(direction);
    return injection(space, wider(space)).transpose().mult(raised);
  }

  /** The length of an array of gradients. */
  int coordinates() {
    return unit.length;
  }

  /** nut as a matrix for given gradients. */
  SimpleMatrix rate(double... gradient) {
    return sum(unit, gradient);
  }

  /** sum_a gradient[a] unit[a]. */
  static SimpleMatrix sum(SimpleMatrix[] unit, double[] gradient) {
    if (gradient.length != unit.length) {
      throw new IllegalArgumentException(
          "%s gradients; %s, a concentration's and a velocity's for each axis, of each species, are needed"
              .formatted(gradient.length, unit.length));
    }
    SimpleMatrix sum = unit[0].scale(gradient[0]);
    for (int a = 1; a < unit.length; a++) {
      sum = sum.plus(gradient[a], unit[a]);
    }
    return sum;
  }

  /** sigma for given gradients; not modified. */
  public double sigma(double... gradient) {
    SimpleMatrix form = plain.mult(rate(gradient));
    return Math.sqrt(
        Math.max(0, SymmetricPencil.largest(SymmetricPencil.restricted(left, form), right)));
  }

  /**
   * The common value of C_4, C_6, C_7 for all gradients with |d_x ct_j| and |d_x u_jk| up to the
   * given sizes.
   */
  public double constant(double concentrationSize, double velocitySize) {
    return atCorners(concentrationSize, velocitySize, this::sigma) / 2;
  }

  /**
   * The largest value of a function that is convex and even in the gradients over those up to the
   * given sizes: at a corner.
   */
  double atCorners(
      double concentrationSize, double velocitySize, ToDoubleFunction<double[]> function) {
    int coordinates = unit.length;
    if (coordinates > MOST_CORNERS) {
      throw new IllegalArgumentException(
          coordinates + " gradients; at most " + MOST_CORNERS + ", fewer species or axes");
    }
    double most = 0;
    for (int corner = 0; corner < 1 << (coordinates - 1); corner++) { // up to the sign of all
      double[] gradient = new double[coordinates];
      for (int at = 0; at < coordinates; at++) {
        double size = at % parts == 0 ? concentrationSize : velocitySize;
        gradient[at] = (corner >> at & 1) == 0 ? size : -size;
      }
      most = Math.max(most, function.applyAsDouble(gradient));
    }
    return most;
  }
}
