/**
 * The collision operator: Q and L of (1.1), (1.12) from a kernel and a velocity space. Elements are
 * integrals of polynomials against Gaussians and are computed to round-off.
 */
package org.knudsen.collision;
