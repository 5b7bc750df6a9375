/**
 * How molecules collide: the kernels B_ij = Phi_ij b_ij of (1.1) and hypotheses (H1)-(H4) on them.
 * A kernel is seen by the operators as a radial function and a table of Legendre deficits, nothing
 * else.
 */
package org.knudsen.kernel;
