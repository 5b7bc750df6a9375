/**
 * The hypocoercivity of the paper in numbers.
 *
 * <p>The flow of a rate: {@link org.knudsen.hypocoercivity.WaveOperator} (T^eps on one wave, with
 * its decay rate) -> a {@link org.knudsen.hypocoercivity.LyapunovFunctional}, (2.6) of any order,
 * with the rate it proves -> its {@link org.knudsen.hypocoercivity.EquivalenceConstants} of (3.35).
 * Its constants come from {@link org.knudsen.hypocoercivity.LyapunovOptimum}, the best there are
 * for given waves and Knudsen numbers, or from {@link
 * org.knudsen.hypocoercivity.HypocoercivityRecipe}, those that the proof of Proposition 3.11 fixes
 * from the {@link org.knudsen.hypocoercivity.EnergyEstimates}; {@link
 * org.knudsen.hypocoercivity.DecayRates} puts what both prove beside the decay itself. For small
 * eps both are known without a search: {@link org.knudsen.hypocoercivity.HydrodynamicRates} and
 * {@link org.knudsen.hypocoercivity.LyapunovLimit}.
 */
package org.knudsen.hypocoercivity;
