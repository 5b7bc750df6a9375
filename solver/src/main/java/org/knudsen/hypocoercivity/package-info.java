/**
 * The norms and projections of the paper, its source term and its hypocoercivity, in numbers.
 *
 * <p>{@link org.knudsen.hypocoercivity.SobolevNorm} is what distances are measured in, (3.28);
 * {@link org.knudsen.hypocoercivity.FluidProjection} is pi_L of (2.4), (2.5) and {@link
 * org.knudsen.hypocoercivity.EquilibriumProjection} pi_T of (3.14).
 */
package org.knudsen.hypocoercivity;
