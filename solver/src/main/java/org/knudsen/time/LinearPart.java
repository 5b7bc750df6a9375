package org.knudsen.time;

/**
 * A linear operator A on states, with what time integrators need of it. Factors and exponentials
 * are made once per step size and then applied without allocation.
 */
public interface LinearPart {

  /** out = A y; y is not modified, and out, another array, is overwritten. */
  void apply(double[] y, double[] out);

  /**
   * The operator (I - tau A)^{-1}, tau >= 0, factored now. It does not amplify the components that
   * A leaves untouched: where a row of A is zero the solution equals the right-hand side to the
   * last bit.
   */
  StateMap resolvent(double tau);

  /**
   * The operators phi_k(tau A), k = 0..order, tau >= 0, with phi_0(z) = e^z and phi_{k+1}(z) =
   * (phi_k(z) - 1 / k!) / z, computed now. Entry k of the result applies phi_k.
   */
  StateMap[] phiFunctions(double tau, int order);
}
