package org.knudsen.collision;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.knudsen.kernel.GaussRule;
import org.knudsen.kernel.GradedPanels;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettFunctions;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.RealHarmonics;

/**
 * Multiplication by the collision frequency nu_i(v) of (3.2) in the Burnett basis: the elements
 * &lt;psi_a, nu_i psi_b&gt; of its Galerkin projection, by quadrature.
 *
 * <p>nu_ij is a function of |v - U_j|. It is expanded in Legendre polynomials of the angle to U_j,
 * nu_ij = sum_lambda nu_lambda(|v|) P_lambda, of which lambda &lt;= 2 K couple modes of degree K;
 * radial integrals run over graded panels, so that the mass ratio does not matter. Of a background
 * at rest lambda = 0 alone is left, and the matrix is block-diagonal in (l, m).
 */
public final class CollisionFrequencyMatrix {

  private static final int MORE_ANGLES = 16;

  private CollisionFrequencyMatrix() {}

  /**
   * The block of harmonic l about a background at rest, where nu does not couple harmonics or
   * species: dense row-major, row {@code species * radialModes + n} as in {@link
   * LinearizedHarmonics#block}; a new array.
   */
  public static double[] block(CollisionFrequency frequency, int degree, int l) {
    LocalMaxwellian background = frequency.background();
    if (!background.atRest()) {
      throw new IllegalArgumentException(
          "a species of the local Maxwellian moves, which couples harmonics; ask for the matrix");
    }
    int species = background.mixture().size();
    int radial = (degree - l) / 2 + 1;
    int order = species * radial;
    double[] block = new double[order * order];
    double[] rho = new double[radial];
    for (int i = 0; i < species; i++) {
      int row = i;
      double root = Math.sqrt(background.mixture().mass(i));
      panels(background, i, degree)
          .forEach(
              (r, weight) -> {
                BurnettFunctions.radial(l, r, radial, rho, 0);
                double factor = weight * gaussian(r) * frequency.at(row, r / root, 0, 0);
                for (int a = 0; a < radial; a++) {
                  for (int b = 0; b < radial; b++) {
                    block[(row * radial + a) * order + row * radial + b] +=
                        factor * rho[a] * rho[b];
                  }
                }
              });
    }
    return block;
  }

  /**
   * The matrix in a space whose symmetry allows the motion of the background, dense row-major
   * {@code row * size + column}, symmetric, block-diagonal in species; a new array.
   */
  public static double[] matrix(BurnettSpace space, CollisionFrequency frequency) {
    LocalMaxwellian background = frequency.background();
    requireSymmetry(space, background);
    BurnettModes modes = space.burnettModes();
    BurnettModes pairs = new BurnettModes(modes.degree(), AxialSymmetry.SLAB); // (n, l)
    int species = background.mixture().size();
    int count = modes.count();
    int size = space.size();
    double[] matrix = new double[size * size];
    for (int j = 0; j < species; j++) {
      double[] axis = {background.centre(j, 0), background.centre(j, 1), background.centre(j, 2)};
      double speed = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
      int lambdas = speed == 0 ? 1 : 2 * modes.degree() + 1;
      double[][] angular = angular(modes, axis, speed, lambdas);
      for (int i = 0; i < species; i++) {
        double[][] radial = radial(pairs, frequency, i, j, speed, lambdas);
        for (int a = 0; a < count; a++) {
          int ra = pairs.index(modes.n(a), modes.l(a), 0) * pairs.count();
          int ya = modes.harmonic(a) * harmonics(modes);
          for (int b = 0; b < count; b++) {
            int rb = pairs.index(modes.n(b), modes.l(b), 0);
            double sum = 0;
            for (int lambda = 0; lambda < lambdas; lambda++) {
              sum += radial[lambda][ra + rb] * angular[lambda][ya + modes.harmonic(b)];
            }
            matrix[(i * count + a) * size + i * count + b] += sum;
          }
        }
      }
    }
    return matrix;
  }

  private static void requireSymmetry(BurnettSpace space, LocalMaxwellian background) {
    AxialSymmetry symmetry = space.burnettModes().symmetry();
    for (int j = 0; j < background.mixture().size(); j++) {
      for (int axis = symmetry.axes(); axis < 3; axis++) {
        if (background.centre(j, axis) != 0) {
          throw new IllegalArgumentException(
              "species %s of the local Maxwellian moves along axis %s at %s; a %s allows axes 0..%s"
                  .formatted(
                      j, axis, background.centre(j, axis), space.describe(), symmetry.axes() - 1));
        }
      }
    }
  }

  /** Panels in r = sqrt(m_i) |v|, graded to the scale on which nu_ij varies near each U_j. */
  private static GradedPanels panels(LocalMaxwellian background, int i, int degree) {
    double mass = background.mixture().mass(i);
    GradedPanels panels = BurnettFunctions.panels(degree);
    for (int j = 0; j < background.mixture().size(); j++) {
      double scale = Math.min(1, Math.sqrt(mass / background.mixture().mass(j)));
      panels.gradeTowards(Math.sqrt(mass) * background.distance(j, 0, 0, 0), scale);
    }
    return panels;
  }

  /** (2 pi)^{-3/2} r^2 exp(-r^2 / 2). */
  private static double gaussian(double r) {
    return r * r * Math.exp(-r * r / 2) / Math.pow(2 * Math.PI, 1.5);
  }

  /** [lambda][a * functions + b]: Int rho_a rho_b nu_lambda over the Gaussian. */
  private static double[][] radial(
      BurnettModes pairs, CollisionFrequency frequency, int i, int j, double speed, int lambdas) {
    int functions = pairs.count();
    double root = Math.sqrt(frequency.background().mixture().mass(i));
    GaussRule angles = GaussRule.legendre(speed == 0 ? 1 : lambdas + MORE_ANGLES);
    double[][] out = new double[lambdas][functions * functions];
    double[] moment = new double[lambdas];
    double[] legendre = new double[lambdas];
    panels(frequency.background(), i, pairs.degree())
        .forEach(
            (r, weight) -> {
              double[] rho = pairs.radial(r);
              Arrays.fill(moment, 0);
              double v = r / root;
              for (int q = 0; q < angles.size(); q++) {
                double s = angles.node(q);
                double distance = Math.sqrt((v - speed) * (v - speed) + 2 * v * speed * (1 - s));
                double value = angles.weight(q) * frequency.atDistance(i, j, distance);
                legendre(s, legendre);
                for (int lambda = 0; lambda < lambdas; lambda++) {
                  moment[lambda] += (2 * lambda + 1) / 2.0 * value * legendre[lambda];
                }
              }
              double factor = weight * gaussian(r);
              for (int lambda = 0; lambda < lambdas; lambda++) {
                double[] to = out[lambda];
                for (int a = 0; a < functions; a++) {
                  double left = factor * moment[lambda] * rho[a];
                  for (int b = 0; b < functions; b++) {
                    to[a * functions + b] += left * rho[b];
                  }
                }
              }
            });
    return out;
  }

  /** [lambda][y * harmonics + y']: Int P_lambda(axis . n) Y_y Y_y' dn, exact. */
  private static double[][] angular(BurnettModes modes, double[] axis, double speed, int lambdas) {
    int degree = modes.degree();
    int harmonics = harmonics(modes);
    double[][] out = new double[lambdas][harmonics * harmonics];
    int[] kept = IntStream.range(0, modes.count()).map(modes::harmonic).distinct().toArray();
    if (speed == 0) {
      for (int y : kept) {
        out[0][y * harmonics + y] = 1;
      }
      return out;
    }
    GaussRule polar = GaussRule.legendre(2 * degree + 1);
    int azimuths = 4 * degree + 2;
    double[] values = new double[harmonics];
    double[] legendre = new double[lambdas];
    for (int p = 0; p < polar.size(); p++) {
      double s = polar.node(p);
      double sine = Math.sqrt((1 - s) * (1 + s));
      for (int a = 0; a < azimuths; a++) {
        double phi = 2 * Math.PI * (a + 0.5) / azimuths;
        double x = sine * Math.cos(phi);
        double y = sine * Math.sin(phi);
        RealHarmonics.values(degree, s, x, y, values);
        legendre((axis[0] * s + axis[1] * x + axis[2] * y) / speed, legendre);
        double weight = polar.weight(p) * 2 * Math.PI / azimuths;
        for (int lambda = 0; lambda < lambdas; lambda++) {
          double factor = weight * legendre[lambda];
          for (int one : kept) {
            double left = factor * values[one];
            for (int other : kept) {
              out[lambda][one * harmonics + other] += left * values[other];
            }
          }
        }
      }
    }
    return out;
  }

  /** P_0..P_{n-1}; out is overwritten. */
  private static void legendre(double s, double[] out) {
    double before = 0;
    double now = 1;
    for (int l = 0; l < out.length; l++) {
      out[l] = now;
      double next = ((2 * l + 1) * s * now - l * before) / (l + 1);
      before = now;
      now = next;
    }
  }

  private static int harmonics(BurnettModes modes) {
    return (modes.degree() + 1) * (modes.degree() + 1);
  }
}
