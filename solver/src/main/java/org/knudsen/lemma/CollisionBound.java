package org.knudsen.lemma;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.Polarisation;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;

/**
 * The velocity constant of (3.9), (3.10), Lemma 3.6: the least C of
 *
 * <p>|&lt;Q(g, h), f&gt;| &lt;= C (||g|| ||h||_gamma + ||g||_gamma ||h||) ||f||_gamma,
 *
 * <p>for the symmetric part of Q, (Q(g, h) + Q(h, g)) / 2, on the functions of a Burnett space. The
 * form is trilinear, so C is no eigenvalue; it is bracketed by two that are.
 *
 * <ul>
 *   <li><b>Above.</b> Any tensor X in place of g (x) h. As ||g|| ||g||_gamma >= &lt;g, W^{1/2}
 *       g&gt; with W the weight, the square of the bracket is at least the form of (W^{1/2} (x) 1 +
 *       1 (x) W^{1/2})^2 on g (x) h, and the least C for all X is a generalised eigenvalue.
 *   <li><b>Below.</b> The value for one g and h. For fixed g, (a + b)^2 = min_t (1 + t) a^2 + (1 +
 *       1 / t) b^2 makes the best h an eigenvector, and so in turn, which climbs. From each mode of
 *       degree up to 2 as a start.
 * </ul>
 *
 * <p>Both grow with the degree. With the constant A of {@link SobolevAlgebra}, C_s^Q = A C serves
 * (3.10) for beta = 0 in H^s_x of the circle: the inequality wave by wave, then A on the
 * convolution. For s = 1 it serves |beta| = 1 too: Q commutes with translations of v, so d_v Q(g,
 * h) = Q(d_v g, h) + Q(g, d_v h), and with ||.||_infinity &lt;= (coth(1/2) / 2)^{1/2} ||.||_{H^1_x}
 * and Cauchy-Schwarz over {H^1_x norm, d_v norm} the factor is 1.04 &lt; A (C then at degree K +
 * 1).
 *
 * @param degree K
 * @param lower attained
 * @param upper holds for all g, h, f of degree K
 */
public record CollisionBound(int degree, double lower, double upper) {

  private static final int CLIMBS = 40;
  private static final double STILL = 1e-9; // relative change

  /** The bracket. */
  public static CollisionBound of(BurnettCollision operator, double gamma) {
    Search search = new Search(operator, gamma);
    return new CollisionBound(operator.space().degree(), search.attained(), search.tensors());
  }

  /** C_s^Q of (3.10) on the circle for beta = 0, s >= 1, and for |beta| = 1, s = 1. */
  public double sobolev(int s) {
    return SobolevAlgebra.constant(s) * upper;
  }

  /** Works in the eigenvectors of the weight. */
  private static final class Search {

    private final BurnettSpace space;
    private final Polarisation polarisation;
    private final int size;
    private final double[] root; // square roots of the eigenvalues of the weight
    private final SimpleMatrix vectors; // eigenvectors as columns, in the modes of the space
    private final SimpleMatrix project; // W^{-1/2}, from modes to eigenvectors

    Search(BurnettCollision operator, double gamma) {
      space = operator.space();
      polarisation = new Polarisation(operator);
      size = space.size();
      root = new double[size];
      vectors = new SimpleMatrix(size, size);
      List<SymmetricPencil.Pair> eigen =
          SymmetricPencil.all(new DerivativeMatrices(space, gamma).weight());
      for (int a = 0; a < size; a++) {
        root[a] = Math.sqrt(eigen.get(a).value());
        vectors.insertIntoThis(0, a, eigen.get(a).vector());
      }
      project = vectors.mult(SimpleMatrix.diag(root).invert()).transpose();
    }

    /** W^{-1/2} Q(g, h), symmetric part, of functions in modes. */
    private SimpleMatrix image(SimpleMatrix g, SimpleMatrix h) {
      SimpleMatrix out = new SimpleMatrix(size, 1);
      polarisation.apply(g.getDDRM().data, h.getDDRM().data, out.getDDRM().data);
      return project.mult(out).scale(0.5);
    }

    double tensors() {
      SimpleMatrix gram = new SimpleMatrix(size, size);
      for (int a = 0; a < size; a++) {
        for (int b = a; b < size; b++) {
          SimpleMatrix q = image(vectors.getColumn(a), vectors.getColumn(b));
          double scale = (a == b ? 1 : 2) / ((root[a] + root[b]) * (root[a] + root[b]));
          gram = gram.plus(scale, q.mult(q.transpose()));
        }
      }
      return Math.sqrt(-SymmetricPencil.smallest(gram.negative()).value());
    }

    double attained() {
      BurnettModes modes = space.burnettModes();
      double best = 0;
      for (int i = 0; i < space.mixture().size(); i++) {
        for (int a = 0; a < modes.count(); a++) {
          if (2 * modes.n(a) + modes.l(a) <= 2) {
            SimpleMatrix start = new SimpleMatrix(size, 1);
            start.set(i * modes.count() + a, 1);
            best = Math.max(best, climb(start));
          }
        }
      }
      return best;
    }

    private double climb(SimpleMatrix start) {
      SimpleMatrix g = start;
      double before = 0;
      double t = 1;
      for (int step = 0; step < CLIMBS; step++) {
        SimpleMatrix columns = new SimpleMatrix(size, size);
        for (int b = 0; b < size; b++) {
          columns.insertIntoThis(0, b, image(g, vectors.getColumn(b)));
        }
        double plain = g.normF();
        double weighted = weighted(g);
        double[] against = new double[size];
        for (int b = 0; b < size; b++) {
          against[b] = (1 + t) * Math.pow(plain * root[b], 2) + (1 + 1 / t) * Math.pow(weighted, 2);
        }
        SimpleMatrix form = columns.transpose().mult(columns).negative();
        SimpleMatrix h =
            vectors.mult(SymmetricPencil.smallest(form, SimpleMatrix.diag(against)).vector());
        double first = plain * weighted(h);
        double second = weighted * h.normF();
        double value = image(g, h).normF() / (first + second);
        t = first / second; // the next pencil has the roles of g and h exchanged
        if (value <= before * (1 + STILL)) {
          return Math.max(value, before);
        }
        before = value;
        g = h;
      }
      return before;
    }

    /** ||f||_gamma. */
    private double weighted(SimpleMatrix f) {
      return SimpleMatrix.diag(root).mult(vectors.transpose()).mult(f).normF();
    }
  }
}
