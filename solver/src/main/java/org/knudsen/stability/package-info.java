/**
 * Theorems 2.2 and 2.4 as experiments, clients of a run: {@link
 * org.knudsen.stability.GronwallBound} draws (3.36) beside the norm that it bounds, {@link
 * org.knudsen.stability.PerturbedRun} solves the perturbed equation (1.11) beside (1.6), {@link
 * org.knudsen.stability.PicardIteration} by (3.38). Nothing depends on this package; its tests have
 * delta_B of the proof.
 */
package org.knudsen.stability;
