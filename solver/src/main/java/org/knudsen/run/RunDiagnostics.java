package org.knudsen.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.fluid.FluidFields;
import org.knudsen.kinetic.KineticState;
import org.knudsen.kinetic.LocalMaxwellianField;
import org.knudsen.mixture.Mixture;
import org.knudsen.norm.EquilibriumProjection;
import org.knudsen.norm.SobolevNorm;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.velocity.VelocitySpace;

/**
 * Measures a state: distances to M^eps, moments, entropy, conserved quantities. All in deviations
 * from mu, so that nothing is lost at small eps. Owns workspace: one thread at a time.
 */
final class RunDiagnostics {

  private final Mixture mixture;
  private final VelocitySpace space;
  private final double eps;
  private final KineticState layout;
  private final LocalMaxwellianField maxwellian;
  private final MomentFields moments;
  private final RelativeEntropy entropy;
  private final List<SobolevNorm> norms = new ArrayList<>();
  private final double[] field;
  private final double[] difference;
  private final double[] spectrum;
  private double[] start;

  RunDiagnostics(Assembly assembly, double eps) {
    this.mixture = assembly.mixture();
    this.space = assembly.space();
    this.eps = eps;
    FourierModes modes = new FourierModes(assembly.torus());
    this.layout =
        new KineticState(space, new RealFourier(modes, assembly.torus().points(), space.size()));
    this.maxwellian = new LocalMaxwellianField(space, assembly.torus(), eps);
    this.moments = new MomentFields(space, eps);
    this.entropy = new RelativeEntropy(space, eps);
    for (int order = 0; order <= assembly.output().sobolev(); order++) {
      norms.add(new SobolevNorm(space, modes, order, eps));
    }
    this.field = new double[layout.cells() * space.size()];
    this.difference = new double[layout.size()];
    this.spectrum = new double[layout.size()];
  }

  /** The state of M^eps. */
  double[] maxwellianState(FluidFields fluid) {
    double[] state = new double[layout.size()];
    maxwellian.state(fluid, state);
    return state;
  }

  /**
   * Adds a perturbation to a state.
   *
   * @param state modified
   * @param perturbation its Fourier coefficients, laid out by {@link FourierModes}; not modified
   * @return how large it is
   */
  PerturbationSize perturb(double[] state, double[] perturbation) {
    layout.ofSpectrum(perturbation, difference);
    for (int a = 0; a < state.length; a++) {
      state[a] += difference[a];
    }
    Map<String, Double> norm = new LinkedHashMap<>();
    norms.forEach(n -> norm.put(n.name(), n.of(perturbation)));
    return new PerturbationSize(
        norm, new EquilibriumProjection(space, layout.modes()).norm(perturbation));
  }

  /** The macroscopic fields of a state beside those of the fluid limit. */
  Profile profile(double time, double[] state, FluidFields fluid) {
    layout.toField(state, field);
    return moments.profile(time, field, fluid);
  }

  /**
   * What is measured of a state; the first call fixes the conserved quantities that later ones are
   * compared with.
   */
  Observation observe(int step, double time, double[] state, FluidFields fluid, Profile profile) {
    maxwellian.state(fluid, difference);
    for (int a = 0; a < difference.length; a++) {
      difference[a] = state[a] - difference[a];
    }
    layout.toSpectrum(difference, spectrum);
    Map<String, Double> distance = new LinkedHashMap<>();
    for (SobolevNorm norm : norms) {
      distance.put(norm.name(), eps * norm.of(spectrum));
    }
    layout.toSpectrum(state, spectrum);
    double[] conserved = moments.totals(spectrum);
    if (start == null) {
      start = conserved;
    }
    layout.toField(state, field);
    entropy.measure(field, layout.cells());
    double coldest = Double.POSITIVE_INFINITY;
    double hottest = Double.NEGATIVE_INFINITY;
    for (double temperature : profile.temperature()) {
      coldest = Math.min(coldest, temperature);
      hottest = Math.max(hottest, temperature);
    }
    return new Observation(
        step,
        time,
        distance,
        entropy.value(),
        entropy.smallestRatio(),
        hottest - coldest,
        drift(conserved));
  }

  /** The conserved quantities at time 0; null before the first {@link #observe}. */
  double[] conservedAtStart() {
    return start;
  }

  /** Goes on with the conserved quantities that another observer of the same run had at time 0. */
  void restore(double[] conservedAtStart) {
    start = conservedAtStart.clone();
  }

  private ConservationDrift drift(double[] now) {
    int species = mixture.size();
    List<Double> mass = new ArrayList<>();
    double speed = 0;
    for (int i = 0; i < species; i++) {
      mass.add(Math.abs(eps * (now[i] - start[i])) / mixture.concentration(i));
      speed += Math.sqrt(mixture.mass(i)) * mixture.concentration(i);
    }
    double momentum = 0;
    for (int axis = 0; axis < 3; axis++) {
      momentum =
          Math.max(momentum, Math.abs(eps * (now[species + axis] - start[species + axis])) / speed);
    }
    double energy =
        Math.abs(eps * (now[species + 3] - start[species + 3]))
            / (1.5 * mixture.totalConcentration());
    return new ConservationDrift(mass, momentum, energy);
  }
}
