/**
 * How molecules collide: the kernels B_ij = Phi_ij b_ij of (1.1) and hypotheses (H1)-(H4) on them.
 * A kernel is seen by the operators as a radial function and a table of Legendre deficits, nothing
 * else.
 *
 * <p>Here too is the quadrature that everything later uses: {@link org.knudsen.kernel.GaussRule}
 * and {@link org.knudsen.kernel.GradedPanels}.
 */
package org.knudsen.kernel;
