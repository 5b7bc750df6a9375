/**
 * The macroscopic side: fluid limits, which give the concentrations and velocities of the local
 * Maxwellian M^eps (2.2).
 *
 * <p>The flow: {@link org.knudsen.fluid.FluidSetting} (mixture, kernel, torus, eps, data, drift) ->
 * {@link org.knudsen.fluid.FluidLimit} -> {@link org.knudsen.fluid.FluidEquation}, solved like the
 * kinetic equation by a time integrator -> {@link org.knudsen.fluid.FluidFields}. The limits:
 * {@link org.knudsen.fluid.MaxwellStefan} of (1.7)-(1.9), with {@link
 * org.knudsen.fluid.MaxwellStefanCoefficients} from the kernel and a drift of {@link
 * org.knudsen.fluid.DriftWave}s ({@link org.knudsen.fluid.DriftFlows} has some ready); {@link
 * org.knudsen.fluid.Fick}, the true limit of the kinetic equation; {@link
 * org.knudsen.fluid.Frozen}, the global equilibrium.
 *
 * <p>{@link org.knudsen.fluid.DiffusionGap} says how far Maxwell-Stefan is from the kinetic
 * equation's diffusion, by comparing their {@link org.knudsen.fluid.DiffusionMatrix} matrices.
 */
package org.knudsen.fluid;
