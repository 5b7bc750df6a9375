package org.knudsen.collision;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.knudsen.mixture.Mixture;

/**
 * The transport coefficients of a mixture at rest, temperature 1, from the Chapman-Enskog problem
 * solved in a finite basis (degree K holds the Sonine approximation of order about K / 2).
 *
 * <p>With F = mu + h, stationary response to gradients is L h = v.grad mu, h orthogonal to ker L.
 * Harmonic 1 holds diffusion and heat conduction, harmonic 2 viscosity. Sources, in the orthonormal
 * Burnett modes of the component along the gradient:
 *
 * <ul>
 *   <li>grad c_j: sqrt(c_j / m_j) on (j; n = 0, l = 1), times grad c_j / c_j;
 *   <li>grad T / T at uniform pressure and composition: (|w|^2/2 - 5/2) v mu_j, that is -sqrt(5/2)
 *       sqrt(c_j / m_j) on (j; n = 1, l = 1);
 *   <li>shear: m_j v_x v_y mu_j, sqrt(c_j) on (j; n = 0, l = 2).
 * </ul>
 *
 * <p>Definitions. K_ij: c_i u_i = - sum_j K_ij grad c_j / c_j at uniform temperature in the frame
 * of zero mass-averaged velocity; symmetric, positive semi-definite, with null vector m (a gradient
 * of pressure alone drives no diffusion relative to its own acceleration). D (N = 2): u_1 - u_2 = -
 * D grad c_1 / (c_1 c_2) at uniform temperature and uniform c_1 + c_2, so that D is the
 * Maxwell-Stefan coefficient Delta_12 in the first Chapman-Enskog approximation (degree 1 in
 * harmonic 1); the usual binary coefficient is D / (c_1 + c_2). k_T (N = 2): u_1 - u_2 = - (D (c_1
 * + c_2) / (c_1 c_2)) (grad x_1 + k_T grad ln T) at uniform pressure, x_1 the mole fraction.
 * Viscosity eta: shear stress is -eta (du_x/dy + du_y/dx). Thermal conductivity lambda: heat flux
 * is -lambda grad T in the steady state without diffusion fluxes (Chapman and Cowling 1970,
 * chapters 8, 9).
 */
public final class TransportCoefficients {

  private final int degree;
  private final double[][] response;
  private final double[] onsager;
  private final double[] thermal;
  private final double heatConduction;
  private final OptionalDouble binaryDiffusion;
  private final OptionalDouble thermalDiffusionRatio;
  private final double viscosity;
  private final double thermalConductivity;
  private final int species;

  /**
   * Builds and solves harmonics 1 and 2, and no other, of degree 3 at least, where heat conduction
   * has a mode.
   */
  public TransportCoefficients(Gas gas) {
    Mixture mixture = gas.mixture();
    LinearizedHarmonics harmonics = gas.harmonics();
    degree = harmonics.degree();
    if (degree < 3) {
      throw new IllegalArgumentException(
          "degree is " + degree + "; heat conduction needs mode (1,1), so at least 3");
    }
    species = mixture.size();
    int n = species;
    int order = harmonics.order(1);
    int modes = order / n;
    double[][] sources = new double[n + 1][order];
    double[] momentum = new double[order];
    for (int i = 0; i < n; i++) {
      double root = Math.sqrt(mixture.concentration(i) / mixture.mass(i));
      sources[i][i * modes] = root;
      sources[n][i * modes + 1] = -Math.sqrt(2.5) * root;
      momentum[i * modes] =
          Math.sqrt(mixture.mass(i) * mixture.concentration(i) / mixture.massDensity());
    }
    response = respond(harmonics.block(1), momentum, sources);
    double[] all = new double[(n + 1) * (n + 1)];
    for (int a = 0; a <= n; a++) {
      for (int b = 0; b <= n; b++) {
        // symmetric: the average removes the last bit of asymmetry
        all[a * (n + 1) + b] = (dot(sources[a], response[b]) + dot(sources[b], response[a])) / 2;
      }
    }
    onsager = new double[n * n];
    thermal = new double[n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(all, i * (n + 1), onsager, i * n, n);
      thermal[i] = all[i * (n + 1) + n];
    }
    heatConduction = all[n * (n + 1) + n];
    thermalConductivity = heatConduction - dufour(mixture, onsager, thermal);
    if (n == 2) {
      double c1 = mixture.concentration(0);
      double c2 = mixture.concentration(1);
      double flux1 = onsager[0] / c1 - onsager[1] / c2; // c_1 u_1 for grad c_1 = -1
      double flux2 = onsager[2] / c1 - onsager[3] / c2;
      double d = (flux1 / c1 - flux2 / c2) * c1 * c2;
      binaryDiffusion = OptionalDouble.of(d);
      double slip = thermal[0] / c1 - thermal[1] / c2;
      thermalDiffusionRatio = OptionalDouble.of(slip * c1 * c2 / (d * (c1 + c2)));
    } else {
      binaryDiffusion = OptionalDouble.empty();
      thermalDiffusionRatio = OptionalDouble.empty();
    }
    viscosity = viscosity(mixture, harmonics);
  }

  private static double viscosity(Mixture mixture, LinearizedHarmonics harmonics) {
    int order = harmonics.order(2);
    double[] source = new double[order];
    for (int i = 0; i < mixture.size(); i++) {
      source[i * (order / mixture.size())] = Math.sqrt(mixture.concentration(i));
    }
    return dot(source, respond(harmonics.block(2), new double[order], source)[0]);
  }

  /** thermal^T K^+ thermal: what the diffusion that a temperature gradient drives takes with it. */
  private static double dufour(Mixture mixture, double[] onsager, double[] thermal) {
    int n = thermal.length;
    if (n == 1) {
      return 0;
    }
    double norm = 0;
    double trace = 0;
    for (int i = 0; i < n; i++) {
      norm += mixture.mass(i) * mixture.mass(i);
      trace += onsager[i * n + i];
    }
    // respond() adds momentum^T momentum itself; scale it to the size of K
    double[] scaled = new double[n];
    for (int i = 0; i < n; i++) {
      scaled[i] = mixture.mass(i) / Math.sqrt(norm) * Math.sqrt(trace);
    }
    double[] matrix = Arrays.stream(onsager).map(k -> -k).toArray();
    return dot(thermal, respond(matrix, scaled, thermal)[0]);
  }

  /**
   * Solves (-block + null null^T) x = source for each source; null spans the kernel of the block.
   */
  private static double[][] respond(double[] block, double[] nullVector, double[]... sources) {
    int order = nullVector.length;
    DMatrixRMaj matrix = new DMatrixRMaj(order, order);
    for (int a = 0; a < order; a++) {
      for (int b = 0; b < order; b++) {
        matrix.set(a, b, nullVector[a] * nullVector[b] - block[a * order + b]);
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(order);
    if (!solver.setA(matrix)) {
      throw new ArithmeticException("-L is not positive definite off its kernel; is a C_ij zero?");
    }
    double[][] out = new double[sources.length][];
    DMatrixRMaj x = new DMatrixRMaj(order, 1);
    for (int s = 0; s < sources.length; s++) {
      double along = dot(nullVector, sources[s]) / Math.max(dot(nullVector, nullVector), 1e-300);
      DMatrixRMaj right = new DMatrixRMaj(order, 1);
      for (int a = 0; a < order; a++) {
        right.set(a, sources[s][a] - along * nullVector[a]);
      }
      solver.solve(right, x);
      out[s] = x.data.clone();
    }
    return out;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** K, the degree of the basis. */
  public int degree() {
    return degree;
  }

  /** K_ij. */
  public double onsager(int i, int j) {
    return onsager[i * species + j];
  }

  /**
   * T_i: c_i u_i = - T_i grad ln T at uniform pressure and composition, in the frame of K_ij. By
   * Onsager's symmetry a gradient of c_j alone carries - T_j grad c_j / c_j of heat.
   */
  public double thermalDiffusion(int i) {
    return thermal[i];
  }

  /** The heat flux, over - grad ln T, at uniform pressure and composition (diffusion going on). */
  public double heatConduction() {
    return heatConduction;
  }

  /**
   * The norm of what gradients leave in h beside a velocity of each species: of its part in the
   * modes with n >= 1, l = 1, which is in no Maxwellian.
   *
   * @param forces along one axis: grad p_j / p_j of each partial pressure, and grad T / T
   */
  public double heatModes(double... forces) {
    int modes = response[0].length / species;
    double sum = 0;
    for (int p = 0; p < response[0].length; p++) {
      double value = 0;
      for (int a = 0; a <= species; a++) {
        value += forces[a] * response[a][p];
      }
      sum += p % modes == 0 ? 0 : value * value;
    }
    return Math.sqrt(sum);
  }

  /** D; empty unless N = 2. */
  public OptionalDouble binaryDiffusion() {
    return binaryDiffusion;
  }

  /** k_T; empty unless N = 2. */
  public OptionalDouble thermalDiffusionRatio() {
    return thermalDiffusionRatio;
  }

  /** eta. */
  public double viscosity() {
    return viscosity;
  }

  /** lambda. */
  public double thermalConductivity() {
    return thermalConductivity;
  }
}
