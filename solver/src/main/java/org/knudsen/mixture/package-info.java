/**
 * What the gas is made of: species, the mixture, its global equilibrium mu (1.5) and the local
 * Maxwellians of (1.10), (2.2). Real gases, in SI units, become such a mixture by {@link
 * org.knudsen.mixture.RealMixture}. First step of a run; depends on nothing.
 */
package org.knudsen.mixture;
