/**
 * The collision operators of a mixture, from a kernel and a velocity space. Elements are integrals
 * of polynomials against Gaussians and are computed to round-off.
 *
 * <ul>
 *   <li>Q of (1.1) and L about mu: {@link org.knudsen.collision.BurnettCollision}; spectrum,
 *       eigenfunctions and transport coefficients from L's harmonics.
 *   <li>L^eps, nu^eps, K^eps of (1.12), (3.1), (3.2) about any local Maxwellian, as matrices:
 *       {@link org.knudsen.collision.OperatorsAboutMaxwellian}.
 *   <li>nu_ij(v) and the Carleman kernels of appendix A, as functions of velocities, from the
 *       kernel alone: {@link org.knudsen.collision.CollisionFrequency}, {@link
 *       org.knudsen.collision.carleman.CarlemanKernels}.
 * </ul>
 */
package org.knudsen.collision;
