package org.knudsen.lemma;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.knudsen.collision.CollisionFrequency;
import org.knudsen.collision.CollisionFrequencyMatrix;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.mixture.Mixture;
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
 * <p>On functions of degree K; grows with K. The proof's bound of this term has nut where |nut| is
 * meant: nut has no sign.
 */
public final class FrequencyGradient {

  private static final int MOST_CORNERS = 12; // 2^11 singular value problems

  private final int species;
  private final int axes;
  private final RealMatrix[] unit; // nut of a unit gradient, [j * (1 + axes) + (0: ct, 1 + k: u_k)]
  private final RealMatrix plain;
  private final RealMatrix left; // inverse of ||d_v g||^2_gamma
  private final RealMatrix right; // ||f||^2 + ||d_v f||^2_gamma

  /**
   * @param axis the axis of the derivative in v
   * @param background M^eps at a point
   */
  public FrequencyGradient(
      BurnettSpace space,
      LocalMaxwellian background,
      CollisionKernel kernel,
      double gamma,
      int axis) {
    this.species = space.mixture().size();
    this.axes = space.burnettModes().symmetry().axes();
    int[] beta = new int[axis + 1];
    beta[axis] = 1;
    DerivativeMatrices forms = new DerivativeMatrices(space, gamma);
    RealMatrix weighted = forms.weighted(beta);
    this.plain = forms.plain(beta);
    this.left = MatrixUtils.inverse(weighted);
    this.right = forms.sobolev(0).add(weighted);
    this.unit = new RealMatrix[species * (1 + axes)];
    BurnettSpace wider =
        new BurnettSpace(space.mixture(), space.degree() + 1, space.burnettModes().symmetry());
    RealMatrix inject = injection(space, wider);
    RealMatrix total = frequency(wider, background, kernel);
    for (int j = 0; j < species; j++) {
      RealMatrix nu = frequency(wider, doubled(background, j), kernel).subtract(total);
      int at = j * (1 + axes);
      unit[at] =
          inject
              .transpose()
              .multiply(nu)
              .multiply(inject)
              .scalarMultiply(1 / background.concentration(j));
      for (int k = 0; k < axes; k++) {
        int[] direction = new int[k + 1];
        direction[k] = 1;
        // (d_k nu) f = d_k (nu f) - nu d_k f, in degree <= K exact from nu on degree K + 1
        RealMatrix derivative = forms.derivative(direction);
        RealMatrix inside = derivativeWithin(wider, direction);
        unit[at + 1 + k] =
            inject
                .transpose()
                .multiply(nu.multiply(derivative).subtract(inside.multiply(nu).multiply(inject)));
      }
    }
  }

  private static RealMatrix frequency(
      BurnettSpace space, LocalMaxwellian background, CollisionKernel kernel) {
    return DerivativeMatrices.square(
        CollisionFrequencyMatrix.matrix(space, new CollisionFrequency(background, kernel)));
  }

  /** The background with twice as much of species j: nu is linear in c_j. */
  private static LocalMaxwellian doubled(LocalMaxwellian background, int j) {
    Mixture mixture = background.mixture();
    double[] c = new double[mixture.size()];
    double[] centre = new double[3 * c.length];
    for (int i = 0; i < c.length; i++) {
      c[i] = background.concentration(i) * (i == j ? 2 : 1);
      for (int axis = 0; axis < 3; axis++) {
        centre[3 * i + axis] = background.centre(i, axis);
      }
    }
    return LocalMaxwellian.of(mixture, c, centre);
  }

  /** The modes of a space among those of a wider one. */
  private static RealMatrix injection(BurnettSpace from, BurnettSpace to) {
    RealMatrix out = MatrixUtils.createRealMatrix(to.size(), from.size());
    for (int i = 0; i < from.mixture().size(); i++) {
      for (int a = 0; a < from.modes(); a++) {
        var modes = from.burnettModes();
        int target = to.burnettModes().index(modes.n(a), modes.l(a), modes.m(a));
        out.setEntry(i * to.modes() + target, i * from.modes() + a, 1);
      }
    }
    return out;
  }

  /** d_k on a space, cut off at its degree. */
  private static RealMatrix derivativeWithin(BurnettSpace space, int[] direction) {
    RealMatrix raised = new DerivativeMatrices(space, 0).derivative(direction);
    BurnettSpace wider =
        new BurnettSpace(space.mixture(), space.degree() + 1, space.burnettModes().symmetry());
    return injection(space, wider).transpose().multiply(raised);
  }

  /** nut as a matrix for given gradients, see {@link #sigma}. */
  RealMatrix rate(double[] concentrationGradient, double[] velocityGradient) {
    require(concentrationGradient.length, species, "concentration gradients");
    require(velocityGradient.length, species * axes, "velocity gradients");
    RealMatrix sum = unit[0].scalarMultiply(0);
    for (int j = 0; j < species; j++) {
      sum = sum.add(unit[j * (1 + axes)].scalarMultiply(concentrationGradient[j]));
      for (int k = 0; k < axes; k++) {
        sum = sum.add(unit[j * (1 + axes) + 1 + k].scalarMultiply(velocityGradient[j * axes + k]));
      }
    }
    return sum;
  }

  private static void require(int found, int needed, String what) {
    if (found != needed) {
      throw new IllegalArgumentException(found + " " + what + "; " + needed + " are needed");
    }
  }

  /**
   * sigma for given gradients along one direction of x.
   *
   * @param concentrationGradient d_x ct_j of each species
   * @param velocityGradient d_x u_jk, entry {@code j * axes + k}, k over the axes of the space
   */
  public double sigma(double[] concentrationGradient, double[] velocityGradient) {
    RealMatrix form = plain.multiply(rate(concentrationGradient, velocityGradient));
    return Math.sqrt(
        Math.max(
            0, SymmetricPencil.largest(form.transpose().multiply(left).multiply(form), right)));
  }

  /**
   * The common value of C_4, C_6, C_7 for all gradients with |d_x ct_j| and |d_x u_jk| up to the
   * given sizes: sigma / 2 is a convex function of them, so it is largest at a corner.
   */
  public double constant(double concentrationSize, double velocitySize) {
    int coordinates = unit.length;
    if (coordinates > MOST_CORNERS) {
      throw new IllegalArgumentException(
          coordinates + " gradients; at most " + MOST_CORNERS + ", fewer species or axes");
    }
    double most = 0;
    for (int corner = 0; corner < 1 << (coordinates - 1); corner++) { // up to the sign of all
      double[] c = new double[species];
      double[] u = new double[species * axes];
      for (int at = 0; at < coordinates; at++) {
        int sign = (corner >> at & 1) == 0 ? 1 : -1;
        int j = at / (1 + axes);
        int part = at % (1 + axes);
        if (part == 0) {
          c[j] = sign * concentrationSize;
        } else {
          u[j * axes + part - 1] = sign * velocitySize;
        }
      }
      most = Math.max(most, sigma(c, u) / 2);
    }
    return most;
  }
}
