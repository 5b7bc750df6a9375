/**
 * Appendix A of the paper: K^eps in Carleman's form, its kernels kappa1 to kappa3 as integrals over
 * planes and spheres ({@link org.knudsen.collision.carleman.CarlemanKernels}).
 */
package org.knudsen.collision.carleman;
