/**
 * The norms and projections of the paper, and its hypocoercivity in numbers.
 *
 * <p>{@link org.knudsen.hypocoercivity.SobolevNorm} is what distances are measured in, (3.28);
 * {@link org.knudsen.hypocoercivity.FluidProjection} is pi_L of (2.4), (2.5) and {@link
 * org.knudsen.hypocoercivity.EquilibriumProjection} pi_T of (3.14).
 *
 * <p>The flow of a rate: {@link org.knudsen.hypocoercivity.WaveOperator} (T^eps on one wave, with
 * its decay rate) -> a {@link org.knudsen.hypocoercivity.LyapunovFunctional}, (2.6) of any order,
 * with the rate it proves -> its {@link org.knudsen.hypocoercivity.EquivalenceConstants} of (3.35).
 * Its constants come from {@link org.knudsen.hypocoercivity.LyapunovOptimum}, the best there are
 * for given waves and Knudsen numbers, or from {@link
 * org.knudsen.hypocoercivity.HypocoercivityRecipe}, those that the proof of Proposition 3.11 fixes
 * from the {@link org.knudsen.hypocoercivity.EnergyEstimates}; {@link
 * org.knudsen.hypocoercivity.DecayRates} puts what both prove beside the decay itself, and {@link
 * org.knudsen.hypocoercivity.StabilityRadius} is delta_B of Theorem 2.2 by the recipe. For small
 * eps both are known without a search: {@link org.knudsen.hypocoercivity.HydrodynamicRates} and
 * {@link org.knudsen.hypocoercivity.LyapunovLimit}.
 *
 * <p>The lemmas of section 3, each inequality with its best constant as an eigenvalue: {@link
 * org.knudsen.hypocoercivity.LemmaConstants} is the table of all. Behind it, by lemma: 3.2 {@link
 * org.knudsen.hypocoercivity.FrequencyBounds}; 3.2 and 3.5 {@link
 * org.knudsen.hypocoercivity.LocalCoercivity}, about mu with 3.9 {@link
 * org.knudsen.hypocoercivity.CoercivityConstants}; 3.3 {@link
 * org.knudsen.hypocoercivity.FrequencyDerivatives} and {@link
 * org.knudsen.hypocoercivity.FrequencyGradient}; 3.4 {@link
 * org.knudsen.hypocoercivity.CompactDerivatives} and {@link
 * org.knudsen.hypocoercivity.CompactGradient}; 3.6 {@link
 * org.knudsen.hypocoercivity.CollisionBound} with {@link
 * org.knudsen.hypocoercivity.SobolevAlgebra}; 3.7 {@link
 * org.knudsen.hypocoercivity.SourceConstants}; 3.10 {@link org.knudsen.hypocoercivity.MeanDrift}. A
 * constant over functions of degree K is monotone in K; each says to which side it errs.
 */
package org.knudsen.hypocoercivity;
