/**
 * The collision kernels that come with Knudsen, one provider a file: {@code hard-sphere}, {@code
 * maxwell}, {@code vhs}, {@code vss}, {@code grad-cutoff} and {@code tabulated}. All are in the
 * sigma-representation, B_ij = Phi_ij(g) b_ij(cos theta), of {@link
 * org.knudsen.kernel.CollisionKernel}.
 */
package org.knudsen.plugins.kernels;
