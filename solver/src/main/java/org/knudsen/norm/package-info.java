/**
 * What every run measures with: {@link org.knudsen.norm.SobolevNorm} is the norm of distances,
 * (3.28); {@link org.knudsen.norm.FluidProjection} is pi_L of (2.4), (2.5) and {@link
 * org.knudsen.norm.EquilibriumProjection} pi_T of (3.14).
 */
package org.knudsen.norm;
