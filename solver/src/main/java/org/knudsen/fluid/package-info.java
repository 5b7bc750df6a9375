/**
 * The macroscopic side: Maxwell-Stefan (1.7)-(1.9) and other fluid limits, which give the
 * concentrations and velocities of the local Maxwellian M^eps.
 */
package org.knudsen.fluid;
