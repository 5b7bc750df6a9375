/**
 * The macroscopic side: fluid limits, which give the concentrations and velocities of the local
 * Maxwellian M^eps (2.2).
 *
 * <p>The flow: {@link org.knudsen.fluid.FluidSetting} (mixture, kernel, torus, eps, data) -> {@link
 * org.knudsen.fluid.FluidLimit}, {@link org.knudsen.fluid.MaxwellStefan} of (1.7)-(1.9) for one,
 * with {@link org.knudsen.fluid.MaxwellStefanCoefficients} from the kernel -> {@link
 * org.knudsen.fluid.FluidEquation}, solved like the kinetic equation by a time integrator -> {@link
 * org.knudsen.fluid.FluidFields}.
 */
package org.knudsen.fluid;
