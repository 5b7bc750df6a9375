/**
 * The kinetic equation (1.6) on the torus, in deviation form, as a semilinear equation for the time
 * integrators; and the local Maxwellian M^eps of a fluid solution, in the same layout.
 */
package org.knudsen.kinetic;
