package org.knudsen.velocity;

/**
 * Capability: quadrature over velocity space against mu, for nonlinear functionals of F / mu such
 * as the entropy.
 */
public interface VelocityQuadrature {

  /** Number of nodes, the same for every species. */
  int nodes();

  /**
   * Weight of node q: sum_q weight(q) g(v_q) is the mean of g over mu_i / c_i, exact where g is the
   * product of two ratios f / mu of the space; weights sum to 1.
   */
  double weight(int q);

  /** |w| at node q, the speed in units of the thermal speed of the species. */
  double speed(int q);

  /**
   * out[q] = f_i(v_q) / mu_i(v_q), nodes() entries, of the distribution that f holds from {@code
   * offset} on; f is not modified.
   */
  void ratios(double[] f, int offset, int species, double[] out);
}
