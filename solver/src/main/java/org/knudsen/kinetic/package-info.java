/**
 * The kinetic equation on the torus as a semilinear equation for the time integrators, in two forms
 * of one problem:
 *
 * <ul>
 *   <li>{@link org.knudsen.kinetic.KineticEquation}: (1.6) in deviation form, for h = (F^eps - mu)
 *       / eps;
 *   <li>{@link org.knudsen.kinetic.PerturbedEquation}: (1.11), for f = (F^eps - M^eps) / eps,
 *       beside the fluid limit that M^eps is made of. {@link org.knudsen.kinetic.SourceTerm} is its
 *       S^eps of (1.13), {@link org.knudsen.kinetic.SourceProjection} the fluid part of that in
 *       closed form, {@link org.knudsen.kinetic.ChapmanEnskogCorrection} the microscopic part of a
 *       solution that it drives.
 * </ul>
 *
 * <p>Both lay out states by {@link org.knudsen.kinetic.KineticState} and share the linear part
 * T^eps = L / eps^2 - v.grad / eps and the evaluation of Q; so f = h - (M^eps - mu) / eps, with
 * {@link org.knudsen.kinetic.LocalMaxwellianField}, entry by entry.
 */
package org.knudsen.kinetic;
