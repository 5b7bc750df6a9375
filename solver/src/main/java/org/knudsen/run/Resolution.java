package org.knudsen.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidFields;
import org.knudsen.kinetic.LocalMaxwellianField;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.HarmonicModes;
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
    Tails tails = new Tails(start.assembly(), start.knudsen());
    Optional<BurnettModes> burnett = burnett(start.assembly().space());
    return new Probe() {
      @Override
      public List<Quantity> quantities() {
        return List.of(
            new Quantity(TAIL, "part of M beyond the velocity space", Quantity.Summary.LARGEST),
            new Quantity(
                TAIL_OF_SPECIES,
                "part of M beyond the velocity space",
                Quantity.Summary.FIRST_AND_LARGEST,
                start.species()),
            new Quantity(HIGHEST, "part of h in the highest degrees", Quantity.Summary.LARGEST));
      }

      @Override
      public void measure(RunState state, double[][] out) {
        tails.measure(state.fluid(), out[1]);
        out[0][0] = Arrays.stream(out[1]).max().orElseThrow();
        out[2][0] = burnett.map(modes -> highest(state, modes)).orElse(Double.NaN);
      }
    };
  }

  private static Optional<BurnettModes> burnett(VelocitySpace space) {
    return space instanceof HarmonicModes modes
        ? Optional.of(modes.burnettModes())
        : Optional.empty();
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
   * Why a run must not go on: the species, how much of its M^eps is beyond the space, and what
   * would hold it; empty if nothing is amiss.
   *
   * @param start the state at time 0
   */
  static Optional<String> refusal(RunState start) {
    Assembly assembly = start.assembly();
    double[] tails = new double[assembly.mixture().size()];
    new Tails(assembly, start.knudsen()).measure(start.fluid(), tails);
    int worst = 0;
    for (int i = 1; i < tails.length; i++) {
      worst = tails[i] > tails[worst] ? i : worst;
    }
    if (!(tails[worst] > REFUSED)) {
      return Optional.empty();
    }
    int species = worst;
    String would =
        burnett(assembly.space())
            .map(
                modes ->
                    degree(start, species, modes.degree())
                        + knudsen(assembly, start.knudsen(), species))
            .orElse("a finer velocity grid or a smaller Knudsen number is needed");
    return Optional.of(
        String.format(
            java.util.Locale.ROOT,
            "%.2g of the local Maxwellian of species '%s' lies beyond the %s (at most %s is run);"
                + " %s; 'resolution: {unresolved: accept}' in the study runs it all the same",
            tails[worst],
            assembly.mixture().species().get(worst).name(),
            assembly.space().describe(),
            REFUSED,
            would));
  }

  private static String degree(RunState start, int species, int now) {
    IntToDoubleFunction tail =
        degree -> {
          double[] tails = new double[start.assembly().mixture().size()];
          new Tails(start.assembly(), start.knudsen(), degree).measure(start.fluid(), tails);
          return tails[species];
        };
    int degree = now + 1;
    while (degree < BurnettModes.LARGEST_DEGREE && tail.applyAsDouble(degree) > REFUSED) {
      degree++;
    }
    return tail.applyAsDouble(degree) > REFUSED
        ? "no degree up to " + BurnettModes.LARGEST_DEGREE + " would do"
        : "degree " + degree + " would do";
  }

  /** The largest Knudsen number that would do, to two digits, by bisection of the data. */
  private static String knudsen(Assembly assembly, double eps, int species) {
    double low = 0;
    double high = eps;
    while (high - low > 0.01 * high) {
      double middle = low == 0 ? high / 2 : (low + high) / 2;
      FluidFields fields = new FluidFields(assembly.torus().cells(), assembly.mixture().size());
      FluidEquation fluid = assembly.fluidLimit().equation(assembly.fluidSetting(middle));
      fluid.initialFields(fields);
      double[] tails = new double[assembly.mixture().size()];
      new Tails(assembly, middle).measure(fields, tails);
      if (tails[species] <= REFUSED) {
        low = middle;
      } else {
        high = middle;
      }
      if (high < 1e-6 * eps) {
        return "";
      }
    }
    return String.format(java.util.Locale.ROOT, ", or a Knudsen number of %.2g", low);
  }

  /** Measures the parts of M^eps beyond a space. Owns workspace. */
  private static final class Tails {
    private final Assembly assembly;
    private final double eps;
    private final int degree; // of Burnett functions; 0 for another basis
    private final MaxwellianTail tail = new MaxwellianTail();
    private final LocalMaxwellianField expansion;
    private final double[] projected;

    Tails(Assembly assembly, double eps) {
      this(assembly, eps, burnett(assembly.space()).map(BurnettModes::degree).orElse(0));
    }

    Tails(Assembly assembly, double eps, int degree) {
      this.assembly = assembly;
      this.eps = eps;
      this.degree = degree;
      this.expansion =
          degree > 0 ? null : new LocalMaxwellianField(assembly.space(), assembly.torus(), eps);
      this.projected = new double[degree > 0 ? 0 : assembly.space().size()];
    }

    /**
     * @param out one a species; overwritten
     */
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
