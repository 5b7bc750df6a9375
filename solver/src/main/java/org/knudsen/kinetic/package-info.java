/**
 * The kinetic equation (1.6) on the torus, in deviation form, as a semilinear equation for the time
 * integrators; and the local Maxwellian M^eps of a fluid solution, in the same layout. {@link
 * org.knudsen.kinetic.SourceTerm} is S^eps of (1.13), {@link org.knudsen.kinetic.SourceProjection}
 * its fluid part in closed form, {@link org.knudsen.kinetic.ChapmanEnskogCorrection} the
 * microscopic part of a solution that it drives.
 */
package org.knudsen.kinetic;
