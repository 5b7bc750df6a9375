/**
 * The norms and projections of the paper, and its hypocoercivity in numbers.
 *
 * <p>{@link org.knudsen.hypocoercivity.SobolevNorm} is what distances are measured in, (3.28);
 * {@link org.knudsen.hypocoercivity.FluidProjection} is pi_L of (2.4), (2.5) and {@link
 * org.knudsen.hypocoercivity.EquilibriumProjection} pi_T of (3.14).
 *
 * <p>The flow of a rate: {@link org.knudsen.hypocoercivity.WaveOperator} (T^eps on one wave, with
 * its decay rate) -> {@link org.knudsen.hypocoercivity.LyapunovOptimum} -> {@link
 * org.knudsen.hypocoercivity.LyapunovFunctional}, (2.6) of order 1 with the rate it proves and the
 * constants of (3.35). {@link org.knudsen.hypocoercivity.CoercivityConstants} are the best
 * constants of the lemmas on L.
 */
package org.knudsen.hypocoercivity;
