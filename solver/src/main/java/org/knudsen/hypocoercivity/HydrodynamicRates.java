package org.knudsen.hypocoercivity;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.lemma.SymmetricPencil;
import org.knudsen.mixture.Mixture;

/**
 * What the slow eigenvalues of T^eps on a wave of wave number kappa = 2 pi |k| tend to as eps -> 0,
 * by transport coefficients: N + 4 modes, as many as ker L has dimensions.
 *
 * <p>On h_i = mu_i (n_i / c_i + m_i v.u + (m_i |v|^2 / 2 - 3/2) theta) the transport term acts at
 * order 1 / eps through the pressure sum_i n_i + C_0 theta alone. That splits ker L:
 *
 * <ul>
 *   <li>two shear waves, u across k, with the rate nu kappa^2, nu = viscosity / mass density;
 *   <li>N modes at uniform pressure and u = 0, with gradients g_i = n_i / c_i + theta on v mu_i. In
 *       the coefficients K, T, H of {@link TransportCoefficients} their rates are the eigenvalues
 *       of kappa^2 (g^T K g + 2 theta T^T g + H theta^2) against sum_i n_i^2 / c_i + 3/2 C_0
 *       theta^2, the norm of h: diffusion and heat, coupled by thermal diffusion;
 *   <li>two sound waves, n_i = c_i s, theta = 2/3 s, u = +- s c / (5/3), of frequency c kappa /
 *       eps, c^2 = 5/3 C_0 / sum_i m_i c_i. Half of their norm is in u, and both halves dissipate:
 *       kappa^2 (5/6 sum_ij K_ij + 2/3 sum_i T_i + 2/15 H + 2/3 C_0 nu) / C_0.
 * </ul>
 *
 * <p>For one species T = K = 0 and H is the conductivity: the rates are nu kappa^2, 2/5 H kappa^2 /
 * C_0 and half of (4/3 nu + (5/3 - 1) 2/5 H / C_0) kappa^2, as in Navier-Stokes. Corrections are of
 * relative order (kappa eps)^2. Immutable.
 */
public final class HydrodynamicRates {

  private final double shear;
  private final double[] diffusive;
  private final double sound;
  private final double soundSpeed;

  public HydrodynamicRates(Gas gas) {
    Mixture mixture = gas.mixture();
    TransportCoefficients transport = new TransportCoefficients(gas);
    int n = mixture.size();
    double total = mixture.totalConcentration();
    shear = transport.viscosity() / mixture.massDensity();
    soundSpeed = Math.sqrt(5 * total / (3 * mixture.massDensity()));
    SimpleMatrix gradient = new SimpleMatrix(n + 1, n); // n -> (g, theta)
    SimpleMatrix response = new SimpleMatrix(n + 1, n + 1); // K, T, H
    SimpleMatrix norm = new SimpleMatrix(n, n);
    double onsager = 0;
    double thermal = 0;
    for (int i = 0; i < n; i++) {
      thermal += transport.thermalDiffusion(i);
      response.set(i, n, transport.thermalDiffusion(i));
      response.set(n, i, transport.thermalDiffusion(i));
      gradient.set(n, i, -1 / total);
      for (int j = 0; j < n; j++) {
        double own = i == j ? 1 / mixture.concentration(i) : 0;
        onsager += transport.onsager(i, j);
        response.set(i, j, transport.onsager(i, j));
        gradient.set(i, j, own - 1 / total);
        norm.set(i, j, own + 1.5 / total);
      }
    }
    response.set(n, n, transport.heatConduction());
    SimpleMatrix reduced = gradient.mult(SymmetricPencil.inverseRoot(norm));
    diffusive =
        SymmetricPencil.all(SymmetricPencil.restricted(response, reduced)).stream()
            .mapToDouble(SymmetricPencil.Pair::value)
            .toArray();
    sound =
        (5.0 / 6 * onsager + 2.0 / 3 * thermal + 2.0 / 15 * transport.heatConduction()) / total
            + 2.0 / 3 * shear;
  }

  /** The rate of the two shear waves; they have azimuthal number m = 1 and -1 about k. */
  public double shear(double wave) {
    return shear * wave * wave;
  }

  /** The rates of the N modes of diffusion and heat (m = 0), ascending, a new array. */
  public double[] diffusive(double wave) {
    return Arrays.stream(diffusive).map(rate -> rate * wave * wave).toArray();
  }

  /** The rate of the two sound waves (m = 0). */
  public double sound(double wave) {
    return sound * wave * wave;
  }

  /** The speed c of sound: eigenvalues are -sound(wave) +- i c wave / eps. */
  public double soundSpeed() {
    return soundSpeed;
  }

  /** The smallest of all these rates, to which that of T^eps on the wave tends. */
  public double smallest(double wave) {
    return Math.min(Math.min(shear, sound), diffusive[0]) * wave * wave;
  }
}
