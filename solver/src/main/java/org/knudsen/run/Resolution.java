package org.knudsen.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knudsen.fluid.FluidFields;
import org.knudsen.kinetic.LocalMaxwellianField;
import org.knudsen.mixture.Mixture;
import org.knudsen.run.Quantity.Summary;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.HarmonicModes;
import org.knudsen.velocity.MaxwellianTail;
import org.knudsen.velocity.VelocitySpace;
import org.knudsen.velocity.WeightedNorms;

/**
 * How well the velocity space holds a run: the part of M^eps that lies beyond it, ||(1 - P) M_i|| /
 * ||M_i|| in L^2_{x,v}(mu^{-1/2}) for each species, and the part of h that sits in the highest two
 * degrees. A distance to M^eps is no better than the first; the second says how fast the expansion
 * of F itself converges.
 *
 * <p>In Burnett functions the first is known in closed form ({@link MaxwellianTail}): with z =
 * max_i sqrt(m_i) eps |u_i|, 1.7 is 1% at degree 10. In another orthonormal basis it is the
 * difference of two squared norms, which resolves 1e-7, and the second is not known (NaN).
 */
public final class Resolution implements Measurement {

  /** A part beyond the space that a run warns of. */
  public static final double WARNED = 1e-3;

  /** A part beyond the space that a run is refused for. */
  public static final double REFUSED = 1e-1;

  static final String TAIL = "resolution/maxwellianTail";
  static final String TAIL_OF_SPECIES = "resolution/tailOfSpecies";
  static final String HIGHEST = "resolution/highestDegrees";

  @Override
  public Probe begin(RunState start) {
    Tails tails = new Tails(start.assembly(), start.knudsen(), degree(start.assembly().space()));
    Optional<BurnettModes> burnett = burnett(start.assembly().space());
    return Probe.of(
        List.of(
            new Quantity(TAIL, "part of M beyond the velocity space", Summary.LARGEST),
            new Quantity(
                TAIL_OF_SPECIES,
                "part of M beyond the velocity space",
                Summary.FIRST_AND_LARGEST,
                start.species()),
            new Quantity(HIGHEST, "part of h in the highest degrees", Summary.LARGEST)),
        (state, out) -> {
          tails.measure(state.fluid(), out[1]);
          out[0][0] = Arrays.stream(out[1]).max().orElseThrow();
          out[2][0] = burnett.map(modes -> highest(state, modes)).orElse(Double.NaN);
        });
  }

  /**
   * The largest part of M^eps beyond the space at the times of a run; NaN if it was not measured.
   */
  static double worst(RunResult run) {
    return run.has(TAIL) ? run.variable(TAIL).summary().get("sup")[0] : Double.NaN;
  }

  private static Optional<BurnettModes> burnett(VelocitySpace space) {
    return space instanceof HarmonicModes modes
        ? Optional.of(modes.burnettModes())
        : Optional.empty();
  }

  /** K, or 0 for another basis. */
  private static int degree(VelocitySpace space) {
    return burnett(space).map(BurnettModes::degree).orElse(0);
  }

  /**
   * ||h of degree K - 1 and K|| / ||h||; degrees 0 and 1, concentration and velocity, are never
   * counted as highest ones.
   */
  private static double highest(RunState state, BurnettModes modes) {
    double[] h = state.spectrum();
    int size = state.assembly().space().size();
    int lowest = Math.max(2, modes.degree() - 1);
    double whole = 0;
    double part = 0;
    for (int at = 0; at < h.length; at++) {
      int mode = at % size % modes.count();
      double square = (at < size ? 1 : 2) * h[at] * h[at]; // k and -k
      whole += square;
      part += 2 * modes.n(mode) + modes.l(mode) >= lowest ? square : 0;
    }
    return whole == 0 ? 0 : Math.sqrt(part / whole);
  }

  /**
   * Why a run must not go on from a state at time 0: the species, how much of its M^eps is beyond
   * the space, and what would hold it; empty if nothing is amiss.
   */
  static Optional<String> refusal(RunState start) {
    Assembly assembly = start.assembly();
    double eps = start.knudsen();
    int now = degree(assembly.space());
    FluidFields begin = initialFields(assembly, eps);
    double[] tails = tails(assembly, eps, now, begin);
    int worst = 0;
    for (int i = 1; i < tails.length; i++) {
      worst = tails[i] > tails[worst] ? i : worst;
    }
    if (!(tails[worst] > REFUSED)) {
      return Optional.empty();
    }
    String would =
        now > 0
            ? degree(assembly, eps, worst, now, begin) + knudsen(assembly, eps, worst)
            : "a finer velocity grid or a smaller Knudsen number is needed";
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%.2g of the local Maxwellian of species '%s' lies beyond the %s (at most %s is run);"
                + " %s; 'resolution: {unresolved: accept}' in the study runs it all the same",
            tails[worst],
            assembly.mixture().species().get(worst).name(),
            assembly.space().describe(),
            REFUSED,
            would));
  }

  /** What a run begins from, which a limit need not follow. */
  private static FluidFields initialFields(Assembly assembly, double eps) {
    FluidFields fields = new FluidFields(assembly.torus().cells(), assembly.mixture().size());
    assembly.fluidLimit().equation(assembly.fluidSetting(eps)).initialFields(fields);
    return fields;
  }

  private static double[] tails(Assembly assembly, double eps, int degree, FluidFields fields) {
    double[] tails = new double[assembly.mixture().size()];
    new Tails(assembly, eps, degree).measure(fields, tails);
    return tails;
  }

  private static String degree(
      Assembly assembly, double eps, int species, int now, FluidFields begin) {
    for (int degree = now + 1; degree <= BurnettModes.LARGEST_DEGREE; degree++) {
      if (tails(assembly, eps, degree, begin)[species] <= REFUSED) {
        return "degree " + degree + " would do";
      }
    }
    return "no degree up to " + BurnettModes.LARGEST_DEGREE + " would do";
  }

  /** The largest Knudsen number that would do, by bisection of the data, to two digits. */
  private static String knudsen(Assembly assembly, double eps, int species) {
    int degree = degree(assembly.space());
    double low = 0;
    double high = eps;
    while (high - low > 0.01 * high) {
      double middle = (low + high) / 2;
      double tail = tails(assembly, middle, degree, initialFields(assembly, middle))[species];
      if (tail <= REFUSED) {
        low = middle;
      } else {
        high = middle;
      }
      if (high < 1e-6 * eps) {
        return "";
      }
    }
    // cut off, not rounded: more would not do
    return ", or a Knudsen number of "
        + new BigDecimal(low).round(new MathContext(2, RoundingMode.DOWN));
  }

  /** Measures the parts of M^eps beyond a space. Owns workspace. */
  private static final class Tails {
    private final Assembly assembly;
    private final double eps;
    private final int degree; // of Burnett functions; 0 for another basis
    private final MaxwellianTail tail = new MaxwellianTail();
    private final LocalMaxwellianField expansion;
    private final double[] projected;

    Tails(Assembly assembly, double eps, int degree) {
      this.assembly = assembly;
      this.eps = eps;
      this.degree = degree;
      this.expansion =
          degree > 0 ? null : new LocalMaxwellianField(assembly.space(), assembly.torus(), eps);
      this.projected = new double[degree > 0 ? 0 : assembly.space().size()];
    }

    /** Overwrites out, one a species. */
    void measure(FluidFields fluid, double[] out) {
      Mixture mixture = assembly.mixture();
      for (int i = 0; i < mixture.size(); i++) {
        double beyond = 0;
        double whole = 0;
        for (int cell = 0; cell < fluid.cells; cell++) {
          int at = cell * mixture.size() + i;
          double square = 0;
          for (int axis = 0; axis < 3; axis++) {
            double z = Math.sqrt(mixture.mass(i)) * eps * fluid.velocity[3 * at + axis];
            square += z * z;
          }
          double tau = eps * fluid.temperatureDeviation[cell];
          tail.sum(square, tau, degree);
          double c = 1 + eps * fluid.concentrationDeviation[at] / mixture.concentration(i);
          double held = degree > 0 ? tail.whole() - tail.beyond() : held(fluid, cell, i, c);
          whole += c * c * tail.whole();
          beyond += degree > 0 ? c * c * tail.beyond() : Math.max(0, c * c * tail.whole() - held);
        }
        out[i] = Math.sqrt(beyond / whole);
      }
    }

    /** ||P M_i||^2 / c_{i,infinity} in a cell: with M = mu + eps g, 1 + 2 eps g0 + eps^2 |g|^2. */
    private double held(FluidFields fluid, int cell, int species, double c) {
      expansion.cell(fluid, cell, species, projected);
      double norm = assembly.space().require(WeightedNorms.class).squaredNorm(projected, 0);
      return 1 + 2 * (c - 1) + eps * eps * norm / assembly.mixture().concentration(species);
    }
  }
}
