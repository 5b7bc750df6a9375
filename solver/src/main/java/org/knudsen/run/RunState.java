package org.knudsen.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidFields;
import org.knudsen.kinetic.KineticState;
import org.knudsen.kinetic.LocalMaxwellianField;
import org.knudsen.mixture.Species;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.VelocitySpace;

/**
 * Where a run has come to, in every form that a measurement may want; each is made when it is first
 * asked for at a time, and kept until the next. All in deviations from mu, F = mu + eps h, so that
 * nothing is lost at small eps.
 *
 * <p>The arrays are workspace: not to be modified, and overwritten by the next step. One thread at
 * a time.
 */
public final class RunState {

  private final Assembly assembly;
  private final double eps;
  private final FluidEquation fluidEquation;
  private final KineticState layout;
  private final LocalMaxwellianField maxwellian;
  private final MomentFields moments;
  private final double[] perturbation;
  private final FluidFields fluid;
  private final double[] kineticState;
  private final double[] fluidState;
  private final double[] field;
  private final double[] spectrum;
  private final double[] deviation;
  private final double[] work;
  private boolean fieldMade;
  private boolean spectrumMade;
  private boolean deviationMade;
  private int step;
  private double time;

  /** The state at time 0: the local Maxwellian of the fluid data and f^in. */
  RunState(Assembly assembly, double eps) {
    this.assembly = assembly;
    this.eps = eps;
    VelocitySpace space = assembly.space();
    Torus torus = assembly.torus();
    this.fluidEquation = assembly.fluidLimit().equation(assembly.fluidSetting(eps));
    this.layout = new KineticState(space, new RealFourier(torus, space.size()));
    this.maxwellian = new LocalMaxwellianField(space, torus, eps);
    this.moments = new MomentFields(space, torus.cells(), eps);
    this.fluid = new FluidFields(torus.cells(), assembly.mixture().size());
    this.kineticState = new double[layout.size()];
    this.field = new double[layout.cells() * space.size()];
    this.spectrum = new double[layout.size()];
    this.deviation = new double[layout.size()];
    this.work = new double[layout.size()];
    this.fluidState = fluidEquation.initialState();
    fluidEquation.initialFields(fluid);
    maxwellian.state(fluid, kineticState);
    this.perturbation = new PerturbationField(assembly, eps).spectrum(fluidEquation);
    layout.ofSpectrum(perturbation, work);
    for (int a = 0; a < work.length; a++) {
      kineticState[a] += work[a];
    }
    moved(0);
  }

  /** The bytes of the states, and of what is made of them. */
  static double bytes(VelocitySpace space, Torus torus) {
    int species = space.mixture().size();
    double fields = 8 * species + 2; // of both solutions, vectors with three components
    return 2 * KineticState.bytes(space, torus, torus.points()) // of the state, and of M^eps
        + 5 * Double.BYTES * FourierModes.size(torus, space.size())
        + Double.BYTES * Math.pow(torus.points(), torus.dimension()) * fields;
  }

  /** Says that the states hold another time, which the fluid equation has checked. */
  void moved(int newStep) {
    step = newStep;
    time = newStep * assembly.stepping().dt();
    fluidEquation.fields(time, fluidState, fluid);
    fieldMade = false;
    spectrumMade = false;
    deviationMade = false;
  }

  /** The parts of the run. */
  public Assembly assembly() {
    return assembly;
  }

  /** eps. */
  public double knudsen() {
    return eps;
  }

  /** Steps done. */
  public int step() {
    return step;
  }

  /** Diffusive time. */
  public double time() {
    return time;
  }

  /** h as the kinetic equation has it, laid out by {@link #layout}. */
  public double[] kineticState() {
    return kineticState;
  }

  /** How kinetic states are laid out. */
  public KineticState layout() {
    return layout;
  }

  /** The fluid equation. */
  public FluidEquation fluidEquation() {
    return fluidEquation;
  }

  /** The state of the fluid equation. */
  public double[] fluidState() {
    return fluidState;
  }

  /** The fields of the fluid limit. */
  public FluidFields fluid() {
    return fluid;
  }

  /** h over the cells, {@code (cell * species + i) * modes + mode}. */
  public double[] field() {
    if (!fieldMade) {
      layout.toField(kineticState, field);
      moments.evaluate(field);
      fieldMade = true;
    }
    return field;
  }

  /** The Fourier coefficients of h, laid out by {@link FourierModes}. */
  public double[] spectrum() {
    if (!spectrumMade) {
      layout.toSpectrum(kineticState, spectrum);
      spectrumMade = true;
    }
    return spectrum;
  }

  /** The Fourier coefficients of (F^eps - M^eps) / eps, laid out by {@link FourierModes}. */
  public double[] deviation() {
    if (!deviationMade) {
      maxwellian.state(fluid, work);
      for (int a = 0; a < work.length; a++) {
        work[a] = kineticState[a] - work[a];
      }
      layout.toSpectrum(work, deviation);
      deviationMade = true;
    }
    return deviation;
  }

  /** The Fourier coefficients of f^in, laid out by {@link FourierModes}. */
  public double[] perturbation() {
    return perturbation;
  }

  /** c_i of F, {@code cell * species + i}. */
  public double[] concentration() {
    field();
    return moments.concentration();
  }

  /** c_i u_i of F, (1/eps) Int v F_i dv, {@code (cell * species + i) * 3 + axis}. */
  public double[] flux() {
    field();
    return moments.flux();
  }

  /** The temperature of the mixture, a cell each. */
  public double[] temperature() {
    field();
    return moments.temperature();
  }

  /**
   * Concentration per species, momentum along three axes, energy: the totals of h over the torus.
   */
  double[] totals() {
    return moments.totals(spectrum());
  }

  /** The species, by name. */
  public Dimension species() {
    return Dimension.labelled(
        "species", assembly.mixture().species().stream().map(Species::name).toList());
  }

  /** The directions of the torus, by name. */
  public Dimension axes() {
    IntStream axes = IntStream.range(0, assembly.torus().dimension());
    return Dimension.labelled("axis", axes.mapToObj(Torus::axisName).toList());
  }

  /**
   * The dimensions of a field over cells, in the order in which {@link Torus} numbers them: the
   * last, x, runs fastest. Behind them come those of what a cell holds.
   */
  public Dimension[] cells(Dimension... inner) {
    List<Dimension> all = new ArrayList<>();
    for (int axis = assembly.torus().dimension() - 1; axis >= 0; axis--) {
      all.add(Dimension.of(Torus.axisName(axis), assembly.torus().coordinates()));
    }
    all.addAll(List.of(inner));
    return all.toArray(Dimension[]::new);
  }
}
