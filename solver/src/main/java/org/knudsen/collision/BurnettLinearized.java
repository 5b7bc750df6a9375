package org.knudsen.collision;

import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.BurnettFunctions;

/**
 * The blocks of L in the Burnett basis, any mixture, any kernel, to round-off.
 *
 * <p>For one pair (i, j), expand the two one-particle functions in centre-of-mass and relative
 * velocities ({@link CentreOfMassBrackets}). A collision leaves W alone and multiplies relative
 * harmonics of order lambda by Phi(|g|) times the Legendre deficit d_lambda. Therefore
 *
 * <p>&lt;psi, L psi'&gt; = sum over (N, L, lambda, nu, nu') of B(N, L, nu, lambda) d_lambda
 * R^lambda_{nu nu'} B'(N, L, nu', lambda),
 *
 * <p>with the radial integrals R^lambda_{nu nu'} = Int rho_nu,lambda rho_nu',lambda Phi: a Gram
 * form with d_lambda &lt;= 0, so L is symmetric and negative semi-definite term by term. Mass:
 * lambda = 0 has d = 0. Momentum and energy cancel between the two particles of a pair.
 */
public final class BurnettLinearized implements LinearizedHarmonics {

  private final Mixture mixture;
  private final CollisionKernel kernel;
  private final int degree;
  private final Pair[] pairs; // made when first needed, [i * N + j]

  public BurnettLinearized(Mixture mixture, CollisionKernel kernel, int degree) {
    this.mixture = mixture;
    this.kernel = kernel;
    this.degree = degree;
    this.pairs = new Pair[mixture.size() * mixture.size()];
  }

  /** What all harmonics need of a pair: deficits by quadrature may take a tenth of a second. */
  private record Pair(
      int[] species,
      double[][] scale,
      double[] deficits,
      RelativeSpeedRule rule,
      CentreOfMassBrackets[] brackets) {}

  private synchronized Pair pair(int i, int j) {
    int at = i * mixture.size() + j;
    if (pairs[at] == null) {
      PairKernel pair = kernel.pair(i, j);
      double total = mixture.mass(i) + mixture.mass(j);
      double cosine = Math.sqrt(mixture.mass(i) / total);
      double sine = Math.sqrt(mixture.mass(j) / total);
      double ci = mixture.concentration(i);
      double cj = mixture.concentration(j);
      pairs[at] =
          new Pair(
              new int[] {i, j},
              // For i = j each particle is both "i" and "j" of the pair: one row, all four
              // products.
              new double[][] {{cj, Math.sqrt(ci * cj)}, {Math.sqrt(ci * cj), ci}},
              pair.angular().deficits(degree),
              RelativeSpeedRule.of(pair.kinetic(), mixture.reducedMass(i, j), degree + 1),
              new CentreOfMassBrackets[] {
                new CentreOfMassBrackets(degree, cosine, sine),
                new CentreOfMassBrackets(degree, sine, -cosine)
              });
    }
    return pairs[at];
  }

  @Override
  public int degree() {
    return degree;
  }

  private int radialModes(int l) {
    return (degree - l) / 2 + 1;
  }

  @Override
  public int order(int l) {
    if (l < 0 || l > degree) {
      throw new IllegalArgumentException(
          "harmonic l = " + l + "; 0.." + degree + " at this degree");
    }
    return mixture.size() * radialModes(l);
  }

  @Override
  public double[] block(int l) {
    double[] block = new double[order(l) * order(l)];
    for (int i = 0; i < mixture.size(); i++) {
      for (int j = i; j < mixture.size(); j++) {
        addPair(l, pair(i, j), block);
      }
    }
    return block;
  }

  private void addPair(int l, Pair pair, double[] block) {
    for (int lambda = 1; lambda <= degree; lambda++) {
      double[] gram = radialGram(pair.rule(), lambda);
      for (int bigL = Math.abs(l - lambda);
          bigL <= Math.min(degree - lambda, l + lambda);
          bigL += 2) {
        for (int bigN = 0; 2 * bigN + bigL + lambda <= degree; bigN++) {
          addChannel(l, lambda, bigL, bigN, pair, gram, block);
        }
      }
    }
  }

  /** R^lambda_{nu nu'}, row-major radial x radial. */
  private double[] radialGram(RelativeSpeedRule rule, int lambda) {
    int radial = radialModes(lambda);
    double[] gram = new double[radial * radial];
    double[] rho = new double[radial];
    for (int q = 0; q < rule.size(); q++) {
      BurnettFunctions.radial(lambda, rule.speed(q), radial, rho, 0);
      for (int a = 0; a < radial; a++) {
        double left = rule.weight(q) * rho[a];
        for (int b = 0; b <= a; b++) {
          gram[a * radial + b] += left * rho[b];
        }
      }
    }
    for (int a = 0; a < radial; a++) {
      for (int b = 0; b < a; b++) {
        gram[b * radial + a] = gram[a * radial + b];
      }
    }
    return gram;
  }

  /** One (lambda, L, N): nu follows from n, since the degree is conserved by the expansion. */
  private void addChannel(
      int l, int lambda, int bigL, int bigN, Pair pair, double[] gram, double[] block) {
    int modes = radialModes(l);
    int shift = bigN + (bigL + lambda - l) / 2; // nu = n - shift
    int first = Math.max(0, shift);

    int radial = radialModes(lambda);
    int[] species = pair.species();
    double half = species[0] == species[1] ? 0.5 : 1; // (i, i) counts both orders of the pair once
    double zeros = ClebschGordan.zeros(bigL, lambda, l);
    double[][] value = new double[2][modes];
    for (int particle = 0; particle < 2; particle++) {
      for (int n = first; n < modes; n++) {
        value[particle][n] =
            pair.brackets()[particle].value(n, l, bigN, bigL, n - shift, lambda, zeros);
      }
    }
    for (int p = 0; p < 2; p++) {
      for (int q = 0; q < 2; q++) {
        double factor = pair.deficits()[lambda] * half * pair.scale()[p][q];
        for (int n = first; n < modes; n++) {
          int row = (species[p] * modes + n) * order(l) + species[q] * modes;
          double left = factor * value[p][n];
          for (int n2 = first; n2 < modes; n2++) {
            block[row + n2] += left * gram[(n - shift) * radial + n2 - shift] * value[q][n2];
          }
        }
      }
    }
  }
}
