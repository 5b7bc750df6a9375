package org.knudsen.run;

import java.util.Arrays;
import org.knudsen.fluid.FluidDerivatives;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.kinetic.ChapmanEnskogCorrection;
import org.knudsen.norm.EquilibriumProjection;
import org.knudsen.norm.SobolevNorm;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.CollisionInvariants;
import org.knudsen.velocity.HarmonicModes;
import org.knudsen.velocity.VelocitySpace;

/** Makes f^in of an assembly at one Knudsen number. */
public final class PerturbationField {

  /**
   * Up to this part of a whole a norm is round-off, and no direction: that of sums over modes, each
   * exact to 1e-16.
   */
  private static final double ROUND_OFF = 1e-13;

  private final Assembly assembly;
  private final VelocitySpace space;
  private final FourierModes modes;
  private final double eps;

  public PerturbationField(Assembly assembly, double eps) {
    this.assembly = assembly;
    this.space = assembly.space();
    this.modes = new FourierModes(assembly.torus());
    this.eps = eps;
  }

  /** The most bytes in use, and dropped, while f^in is made, with an evaluator of Q of so many. */
  public static double bytes(
      InitialPerturbation perturbation, VelocitySpace space, Torus torus, double evaluator) {
    double spectra = 2 * Double.BYTES * FourierModes.size(torus, space.size());
    return !(perturbation instanceof InitialPerturbation.Prepared)
        ? spectra
        : spectra
            + FluidDerivatives.bytes(torus, space.mixture().size())
            + ChapmanEnskogCorrection.bytes(space, torus, evaluator)
            + RealFourier.bytes(torus, torus.points(), space.size());
  }

  /**
   * The Fourier coefficients of f^in in the modes of the space, laid out by {@link FourierModes}; a
   * new array.
   *
   * @throws IllegalArgumentException if the perturbation names a species, wave or mode that there
   *     is not, or is to be scaled and vanishes
   */
  public double[] spectrum(FluidEquation fluid) {
    InitialPerturbation perturbation = assembly.data().perturbation();
    if (perturbation instanceof InitialPerturbation.Given given) {
      return given(given);
    }
    if (perturbation instanceof InitialPerturbation.Prepared) {
      return prepared(fluid.data());
    }
    return new double[modes.size(space.size())];
  }

  private double[] prepared(FluidEquation fluid) {
    FluidDerivatives derivatives =
        new FluidDerivatives(fluid, assembly.torus(), assembly.mixture().size());
    derivatives.evaluate(0, fluid.initialState());
    double[] field = new double[assembly.torus().cells() * space.size()];
    new ChapmanEnskogCorrection(assembly.operator(), eps).evaluate(derivatives, field);
    double[] spectrum = new double[modes.size(space.size())];
    new RealFourier(modes, assembly.torus().points(), space.size()).toSpectrum(field, spectrum);
    return spectrum;
  }

  private double[] given(InitialPerturbation.Given given) {
    double[] all = waves(given);
    double[] equilibrium = new double[all.length];
    EquilibriumProjection projection = new EquilibriumProjection(space, modes);
    projection.apply(all, equilibrium);
    for (int a = 0; a < all.length; a++) {
      all[a] -= equilibrium[a];
    }
    double whole = new SobolevNorm(space, modes, 0, eps).of(all) + projection.norm(equilibrium);
    if (given.size().isPresent()) {
      scale(all, given.size().getAsDouble(), whole);
    }
    if (given.equilibrium().isPresent()) {
      double norm = projection.norm(equilibrium);
      if (norm <= ROUND_OFF * whole) {
        energy(equilibrium);
        norm = 1;
      }
      multiply(equilibrium, given.equilibrium().getAsDouble() / norm);
    }
    for (int a = 0; a < all.length; a++) {
      all[a] += equilibrium[a];
    }
    return all;
  }

  private double[] waves(InitialPerturbation.Given given) {
    BurnettModes harmonics = space.require(HarmonicModes.class).burnettModes();
    double[] sum = new double[modes.size(space.size())];
    for (PerturbationWave wave : given.waves()) {
      if (wave.species() >= assembly.mixture().size()) {
        throw new IllegalArgumentException(
            "perturbation is of species %s; 0 to %s"
                .formatted(wave.species(), assembly.mixture().size() - 1));
      }
      int component =
          wave.species() * space.modes() + harmonics.index(wave.n(), wave.l(), wave.m());
      int[] k = wave.wave().stream().mapToInt(Integer::intValue).toArray();
      modes.add(sum, space.size(), component, k, wave.cos(), wave.sin());
    }
    return sum;
  }

  private void scale(double[] f, double size, double whole) {
    if (new SobolevNorm(space, modes, 0, eps).of(f) <= ROUND_OFF * whole) {
      if (size == 0) {
        return;
      }
      throw new IllegalArgumentException(
          ("perturbation is to have size %s, and its waves have no part outside the equilibria that"
                  + " could be scaled to it")
              .formatted(size));
    }
    multiply(f, size / new SobolevNorm(space, modes, assembly.output().sobolev(), eps).of(f));
  }

  private static void multiply(double[] f, double factor) {
    for (int a = 0; a < f.length; a++) {
      f[a] *= factor;
    }
  }

  /** phi^(N+4) of (2.4), the last invariant, everywhere in space. */
  private void energy(double[] out) {
    CollisionInvariants invariants = space.require(CollisionInvariants.class);
    Arrays.fill(out, 0);
    int row = (invariants.invariantCount() - 1) * space.size();
    System.arraycopy(invariants.invariants(), row, out, 0, space.size());
  }
}
