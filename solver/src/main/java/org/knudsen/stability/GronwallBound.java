package org.knudsen.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knudsen.fluid.FluidDerivatives;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.hypocoercivity.LyapunovFunctional;
import org.knudsen.hypocoercivity.ModeEnergy;
import org.knudsen.hypocoercivity.WaveOperator;
import org.knudsen.kinetic.CollisionTerm;
import org.knudsen.kinetic.KineticState;
import org.knudsen.kinetic.LocalMaxwellianField;
import org.knudsen.kinetic.SourceTerm;
import org.knudsen.run.Assembly;
import org.knudsen.run.Cancellation;
import org.knudsen.run.KineticBreakdownException;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.Run;
import org.knudsen.run.RunObserver;
import org.knudsen.run.RunResult;
import org.knudsen.run.RunState;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/**
 * The Gronwall bound (3.36) along a run on the slab, beside the measured norm.
 *
 * <p>f = (F^eps - M^eps) / eps solves d_t f = T^eps f + R + S^eps, R = [Q(f, f) + Q(g, f) + Q(f,
 * g)] / eps with g = (M^eps - mu) / eps: (1.11) with L^eps written as L and what is left. In the
 * norm ||f||^2 = &lt;f, P f&gt; of a functional (2.6), with D = -(P T + T^T P) / 2 wave by wave,
 *
 * <p>d/dt ||f||^2 = -2 &lt;f, D f&gt; + 2 &lt;P f, R&gt; + 2 &lt;P f, S^eps&gt;.
 *
 * <p>Let |&lt;P f, R&gt;| &lt;= rho &lt;f, D f&gt;. Young's inequality with theta = 1 - rho in the
 * dual norm of D ({@link ModeEnergy}) and D >= lambda P give (3.36),
 *
 * <p>||f||^2 &lt;= ||f^in||^2 e^{-lambda_B t} + (C / lambda_B) (1 - e^{-lambda_B t}), lambda_B = (1
 * - rho) lambda, C = sup_t &lt;P S^eps, D^{-1} P S^eps&gt; / (1 - rho).
 *
 * <p>D vanishes on ker T^eps, so this is said of f - pi_T f, whose equation is that of f with pi_T
 * S^eps taken away, and ||pi_T f||, which (3.18) knows, is added to the root. C is the paper's
 * C^(s) delta_MS, computed from {@link SourceTerm} along the fluid solution and not estimated: of
 * S^eps = O(1/eps) the large part is orthogonal to ker L, where D^{-1} is O(eps^2), and C stays
 * bounded as eps -> 0. The paper makes rho small by the smallness of delta_B and delta_MS; here the
 * ratio is measured at each step, and where it stays below {@link #REST_SHARE} the bound is a
 * theorem about this run, up to the steps between which it is not looked at.
 *
 * <p>With the source of each time in place of its supremum the same argument bounds f by what
 * follows the fluid solution as it decays: the decay that Remark 3.13 expects for u-bar = 0.
 *
 * <p>One dimension of space: modes then have the wave as polar axis, and azimuth 0.
 */
public final class GronwallBound {

  /** rho. */
  public static final double REST_SHARE = 0.25;

  private final Assembly assembly;
  private final LyapunovFunctional functional;
  private final double rate;
  private final double eps;
  private final BurnettSpace space;
  private final FourierModes modes;
  private final List<ModeEnergy> energies = new ArrayList<>();

  /**
   * @param assembly of a slab, in a Burnett space
   * @param functional of any order, one for all eps
   * @param rate lambda > 0, at most the rate of the functional on the waves of the torus; see
   *     {@link #uniformRate}
   * @throws IllegalArgumentException if the run is not on a slab, or the functional does not decay
   *     at the rate
   */
  public GronwallBound(Assembly assembly, LyapunovFunctional functional, double rate, double eps) {
    this.assembly = assembly;
    this.functional = functional;
    this.rate = rate;
    this.eps = eps;
    this.space = slab(assembly);
    this.modes = new FourierModes(assembly.torus());
    for (WaveOperator mode : operators(assembly, eps)) {
      double own = functional.decayRate(mode);
      if (!(rate > 0) || !(rate <= own * (1 + 1e-9))) {
        throw new IllegalArgumentException(
            ("rate is %s; greater than 0 and at most that of the functional, which is %s on "
                    + "the wave %s at the Knudsen number %s")
                .formatted(rate, own, mode.wave(), eps));
      }
      energies.add(new ModeEnergy(functional, mode));
    }
  }

  /** The smallest rate of a functional over the waves of a slab and over Knudsen numbers. */
  public static double uniformRate(
      Assembly assembly, LyapunovFunctional functional, double... knudsen) {
    slab(assembly);
    return Arrays.stream(knudsen)
        .boxed()
        .flatMap(eps -> operators(assembly, eps).stream())
        .mapToDouble(functional::decayRate)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static BurnettSpace slab(Assembly assembly) {
    BurnettSpace space = assembly.space().require(BurnettSpace.class);
    if (assembly.torus().dimension() != 1
        || space.burnettModes().symmetry() != AxialSymmetry.SLAB) {
      throw new IllegalArgumentException(
          ("the Gronwall bound is computed on a slab, a torus of dimension 1; this one "
                  + "has dimension %s and a %s")
              .formatted(assembly.torus().dimension(), space.describe()));
    }
    return space;
  }

  private static List<WaveOperator> operators(Assembly assembly, double eps) {
    FourierModes modes = new FourierModes(assembly.torus());
    return IntStream.range(0, modes.count())
        .mapToObj(w -> new WaveOperator(assembly.gas(), 0, 2 * Math.PI * modes.wave(w, 0), eps))
        .toList();
  }

  /** The run of the assembly, with its f^in. */
  public GronwallCurve execute() {
    return execute(Cancellation.never());
  }

  /**
   * The same; a run that is stopped gives the curve until then.
   *
   * @throws KineticBreakdownException if a norm is not finite
   */
  public GronwallCurve execute(Cancellation cancellation) {
    return curve(terms(cancellation));
  }

  /** The terms of the energy estimate at every step. */
  List<Sums> terms(Cancellation cancellation) {
    Terms terms = new Terms();
    RunResult result =
        new Run(assembly, eps)
            .unmeasured()
            .execute(List.of(terms), ProgressListener.silent(), cancellation);
    if (result.ending() == RunResult.Ending.BROKEN) {
      throw new KineticBreakdownException(result.message());
    }
    return terms.sums;
  }

  private GronwallCurve curve(List<Sums> sums) {
    double decay = (1 - REST_SHARE) * rate;
    double source = sums.stream().mapToDouble(s -> s.dual).max().orElseThrow() / (1 - REST_SHARE);
    double begin = sums.get(0).energy;
    List<GronwallCurve.Point> points = new ArrayList<>();
    double following = begin;
    Sums before = sums.get(0);
    for (Sums s : sums) {
      double equilibrium = Math.sqrt(s.kernel);
      double square = grown(begin, source, s.time);
      double now = Math.max(before.dual, s.dual) / (1 - REST_SHARE);
      following = grown(following, now, s.time - before.time);
      points.add(
          new GronwallCurve.Point(
              s.time,
              Math.sqrt(s.whole),
              Math.sqrt(square) + equilibrium,
              Math.sqrt(following) + equilibrium,
              equilibrium,
              s.dissipation > 0 ? Math.abs(s.rest) / s.dissipation : 0,
              s.energy > 0 ? s.dissipation / s.energy : 0));
      before = s;
    }
    return new GronwallCurve(eps, functional, decay, source, points);
  }

  /** What d/dt x &lt;= - lambda_B x + source makes of x. */
  private double grown(double x, double source, double time) {
    double decay = (1 - REST_SHARE) * rate;
    return x * Math.exp(-decay * time) - source / decay * Math.expm1(-decay * time);
  }

  /** The terms of the energy estimate at one time, summed over waves. */
  static final class Sums {
    double time;
    double whole; // <f, P f>
    double energy; // the same of f - pi_T f
    double kernel; // the same of pi_T f
    double dissipation; // <f, D f>
    double rest; // <P f, R>
    double production; // <P f, S>
    double dual; // <P S, D^{-1} P S>
  }

  /** Evaluates the terms along a run. Owns workspace. */
  private final class Terms implements RunObserver {

    private final List<Sums> sums = new ArrayList<>();
    private final KineticState layout = KineticState.dealiased(space, assembly.torus());
    private final CollisionTerm collisions = new CollisionTerm(assembly.operator(), layout);
    private final LocalMaxwellianField maxwellian =
        new LocalMaxwellianField(space, assembly.torus(), eps);
    private final SourceTerm source = new SourceTerm(assembly.operator(), eps);
    private final RealFourier fourier =
        new RealFourier(modes, assembly.torus().points(), space.size());
    private final double[] m = new double[layout.size()];
    private final double[] f = new double[layout.size()];
    private final double[] work = new double[layout.size()];
    private final double[] rest = new double[layout.size()];
    private final double[] sourceField = new double[assembly.torus().cells() * space.size()];
    private final double[] spectrumF = new double[layout.size()];
    private final double[] spectrumR = new double[layout.size()];
    private final double[] spectrumS = new double[layout.size()];
    private FluidDerivatives derivatives;

    @Override
    public void reached(RunState state) {
      if (derivatives == null) {
        FluidEquation fluid = state.fluidEquation();
        derivatives = new FluidDerivatives(fluid, assembly.torus(), assembly.mixture().size());
      }
      sums.add(at(state.time(), state.fluidState(), state.kineticState()));
    }

    private Sums at(double time, double[] c, double[] h) {
      derivatives.evaluate(time, c);
      maxwellian.state(derivatives.fields(), m);
      collisions.quadratic(eps, h, rest);
      collisions.quadratic(eps, m, work);
      for (int a = 0; a < f.length; a++) {
        f[a] = h[a] - m[a];
        rest[a] -= work[a];
      }
      layout.toSpectrum(f, spectrumF);
      layout.toSpectrum(rest, spectrumR);
      source.evaluate(derivatives, sourceField);
      fourier.toSpectrum(sourceField, spectrumS);
      Sums sums = new Sums();
      sums.time = time;
      for (int w = 0; w < modes.count(); w++) {
        ModeEnergy energy = energies.get(w);
        for (int part = 0; part < (w == 0 ? 1 : 2); part++) {
          double[] one = column(spectrumF, w, part);
          double[] r = column(spectrumR, w, part);
          double[] s = column(spectrumS, w, part);
          double weight = w == 0 ? 1 : 2; // k and -k
          sums.whole += weight * energy.whole(one);
          sums.energy += weight * energy.energy(one);
          sums.kernel += weight * energy.kernel(one);
          sums.dissipation += weight * energy.dissipation(one);
          sums.rest += weight * energy.product(one, r);
          sums.production += weight * energy.product(one, s);
          sums.dual += weight * energy.dual(s);
        }
      }
      if (!Double.isFinite(sums.whole)) {
        throw new KineticBreakdownException(
            "eps = " + eps + ": the norm of f at time " + time + " is " + sums.whole);
      }
      return sums;
    }

    /**
     * The real or imaginary part of a wave, coefficients of odd l divided by i. On the wave 0 the
     * coefficients are real and odd ones are not coupled with even ones: left as they are.
     */
    private double[] column(double[] spectrum, int w, int part) {
      int size = space.size();
      double[] out = new double[size];
      int at = modes.offset(w, size);
      for (int a = 0; a < size; a++) {
        boolean odd = w > 0 && space.odd(a % space.modes());
        double sign = odd && part == 1 ? -1 : 1;
        out[a] = sign * spectrum[at + (odd ? 1 - part : part) * size + a];
      }
      return out;
    }
  }
}
