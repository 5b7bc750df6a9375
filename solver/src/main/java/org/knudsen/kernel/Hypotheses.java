package org.knudsen.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knudsen.mixture.Mixture;

/**
 * Hypotheses (H1)-(H4) on the kernels B_ij of a mixture, each as holds or fails, with the evidence.
 *
 * <ul>
 *   <li>H1, micro-reversibility: B_ij = B_ji, compared on a grid of relative speeds and angles.
 *   <li>H2, product form: true of every kernel here, since a {@link PairKernel} is a product.
 *   <li>H3, power law: Phi(g) = C g^gamma with gamma in [0, 1].
 *   <li>H4, the strong form of Grad's cutoff; {@link AngularCutoff} says how the printed line is
 *       read, and where it cannot be taken to the letter. The infimum is asked of b_ii, so it is a
 *       part of the pairs (i, i).
 * </ul>
 *
 * <p>Hard spheres and every other b that does not vanish with sin theta and cos theta fail H4 as
 * printed. What holds for them still is Grad's cutoff, b bounded and 2 pi Int b ds finite, and that
 * is said. Nothing in the library needs H4 to compute.
 *
 * @param pairs i &lt;= j, i ascending, then j
 */
public record Hypotheses(List<Pair> pairs) {

  private static final int SPEEDS = 60;
  private static final int ANGLES = 61;
  private static final double SAME = 1e-12; // relative: rounding of two formulas for one function
  private static final double POWER_LAW = 1e-10; // relative: rounding of a table's arithmetic

  /**
   * One hypothesis on one pair.
   *
   * @param evidence why, in one line: clauses parted by "; ", those that fail first
   * @param figures the numbers in the evidence, by name
   */
  public record Finding(boolean holds, String evidence, Map<String, Double> figures) {

    public Finding {
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
  }

  /** The hypotheses on B_ij, i &lt;= j. */
  public record Pair(int i, int j, Finding h1, Finding h2, Finding h3, Finding h4) {

    /** Whether all four hold. */
    public boolean hold() {
      return findings().values().stream().allMatch(Finding::holds);
    }

    /** By name: H1, H2, H3, H4, in that order. */
    public Map<String, Finding> findings() {
      return new TreeMap<>(Map.of("H1", h1, "H2", h2, "H3", h3, "H4", h4));
    }
  }

  public Hypotheses {
    pairs = List.copyOf(pairs);
  }

  /**
   * The hypotheses on a kernel.
   *
   * @param mixture sets the relative speeds at which kernels are compared, by its masses
   * @throws IllegalArgumentException if the kernel is made for another number of species
   */
  public static Hypotheses of(Mixture mixture, CollisionKernel kernel) {
    kernel.requireSpecies(mixture);
    Map<AngularPart, Finding> cutoffs = new LinkedHashMap<>();
    Map<AngularPart, Finding> cutoffsWithInfimum = new LinkedHashMap<>();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < mixture.size(); i++) {
      for (int j = i; j < mixture.size(); j++) {
        PairKernel pair = kernel.pair(i, j);
        double[] speeds = speeds(mixture.reducedMass(i, j));
        pairs.add(
            new Pair(
                i,
                j,
                i == j
                    ? new Finding(true, "B_ii is B_ii", Map.of("largestDifference", 0.0))
                    : microReversible(pair, kernel.pair(j, i), speeds),
                new Finding(true, "B = Phi b by construction", Map.of()),
                powerLaw(pair.kinetic(), speeds),
                i == j
                    ? cutoffsWithInfimum.computeIfAbsent(pair.angular(), b -> cutoff(b, true))
                    : cutoffs.computeIfAbsent(pair.angular(), b -> cutoff(b, false))));
      }
    }
    return new Hypotheses(pairs);
  }

  /** Whether every hypothesis holds for every pair. */
  public boolean hold() {
    return pairs.stream().allMatch(Pair::hold);
  }

  /**
   * One line for each hypothesis that fails and the first of its reasons, with the pairs that share
   * it: for a warning.
   */
  public List<String> failures(Mixture mixture) {
    Map<String, List<String>> where = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      pair.findings()
          .forEach((name, finding) -> add(name, finding, mixture, pair.i(), pair.j(), where));
    }
    return lines(where);
  }

  /** The lines of {@link #failures} on (H1), which alone is looked at: in no time. */
  public static List<String> asymmetries(Mixture mixture, CollisionKernel kernel) {
    kernel.requireSpecies(mixture);
    Map<String, List<String>> where = new LinkedHashMap<>();
    for (int i = 0; i < mixture.size(); i++) {
      for (int j = i + 1; j < mixture.size(); j++) {
        double[] speeds = speeds(mixture.reducedMass(i, j));
        Finding h1 = microReversible(kernel.pair(i, j), kernel.pair(j, i), speeds);
        add("H1", h1, mixture, i, j, where);
      }
    }
    return lines(where);
  }

  private static void add(
      String name,
      Finding finding,
      Mixture mixture,
      int i,
      int j,
      Map<String, List<String>> where) {
    if (!finding.holds()) {
      String why = name + " fails: " + finding.evidence().split("; ", 2)[0];
      where
          .computeIfAbsent(why, key -> new ArrayList<>())
          .add(mixture.species().get(i).name() + "-" + mixture.species().get(j).name());
    }
  }

  private static List<String> lines(Map<String, List<String>> where) {
    return where.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
        .toList();
  }

  /** 0.05 to 8 thermal relative speeds, evenly in the logarithm. */
  private static double[] speeds(double reducedMass) {
    double[] speeds = new double[SPEEDS];
    Arrays.setAll(speeds, k -> 0.05 * Math.pow(160, k / (SPEEDS - 1.0)) / Math.sqrt(reducedMass));
    return speeds;
  }

  private static Finding microReversible(PairKernel one, PairKernel other, double[] speeds) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("largestDifference", 0.0);
    if (one == other) {
      return new Finding(true, "one function is both B_ij and B_ji", figures);
    }
    double difference = 0;
    double size = 0;
    double atSpeed = 0;
    double atCosine = 0;
    for (double g : speeds) {
      for (int k = 0; k < ANGLES; k++) {
        double s = Math.cos(Math.PI * k / (ANGLES - 1));
        double here = Math.abs(one.at(g, s) - other.at(g, s));
        size = Math.max(size, Math.abs(one.at(g, s)));
        if (here > difference) {
          difference = here;
          atSpeed = g;
          atCosine = s;
        }
      }
    }
    if (difference == 0) {
      return new Finding(true, "B_ij = B_ji", figures);
    }
    figures.put("largestDifference", difference);
    figures.put("largestValue", size);
    figures.put("atSpeed", atSpeed);
    figures.put("atCosine", atCosine);
    return new Finding(
        difference <= SAME * size,
        ("largest |B_ij - B_ji| is %s, at |v - v*| = %s, cos theta = %s, where B is up to %s")
            .formatted(show(difference), show(atSpeed), show(atCosine), show(size)),
        figures);
  }

  private static Finding powerLaw(KineticPart kinetic, double[] speeds) {
    Map<String, Double> figures = new LinkedHashMap<>();
    if (kinetic.exponent().isPresent()) {
      double gamma = kinetic.exponent().getAsDouble();
      double c = kinetic.at(1);
      figures.put("gamma", gamma);
      figures.put("C", c);
      boolean holds = gamma >= 0 && gamma <= 1 && c > 0;
      return new Finding(
          holds,
          "Phi(g) = %s g^%s%s"
              .formatted(
                  show(c), show(gamma), holds ? "" : "; gamma in [0, 1] and C > 0 are asked for"),
          figures);
    }
    double[] fit = fit(kinetic, speeds);
    figures.put("gamma", fit[1]);
    figures.put("C", fit[0]);
    figures.put("largestDeviation", fit[2]);
    figures.put("atSpeed", fit[3]);
    return new Finding(
        fit[2] <= POWER_LAW && fit[1] >= 0 && fit[1] <= 1,
        ("Phi is within %s (relative) of the power law fitted to it, %s g^%s, for g "
                + "from %s to %s; farthest at g = %s")
            .formatted(
                show(fit[2]),
                show(fit[0]),
                show(fit[1]),
                show(speeds[0]),
                show(speeds[speeds.length - 1]),
                show(fit[3])),
        figures);
  }

  /** {C, gamma, largest relative deviation, where}: least squares in logarithms. */
  private static double[] fit(KineticPart kinetic, double[] speeds) {
    double meanX = 0;
    double meanY = 0;
    for (double g : speeds) {
      double phi = kinetic.at(g);
      if (!(phi > 0)) {
        return new double[] {Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, g};
      }
      meanX += Math.log(g) / speeds.length;
      meanY += Math.log(phi) / speeds.length;
    }
    double xx = 0;
    double xy = 0;
    for (double g : speeds) {
      xx += (Math.log(g) - meanX) * (Math.log(g) - meanX);
      xy += (Math.log(g) - meanX) * (Math.log(kinetic.at(g)) - meanY);
    }
    double gamma = xy / xx;
    double c = Math.exp(meanY - gamma * meanX);
    double[] result = {c, gamma, 0, speeds[0]};
    for (double g : speeds) {
      double deviation = Math.abs(kinetic.at(g) / (c * Math.pow(g, gamma)) - 1);
      if (deviation > result[2]) {
        result[2] = deviation;
        result[3] = g;
      }
    }
    return result;
  }

  private static Finding cutoff(AngularPart b, boolean withInfimum) {
    AngularCutoff cutoff = AngularCutoff.of(b);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("largestB", cutoff.largest());
    figures.put("integralOfB", cutoff.total());
    List<String> failing = new ArrayList<>();
    List<String> holding = new ArrayList<>();
    if (cutoff.unboundedAt().isEmpty()) {
      figures.put("ratioConstant", cutoff.ratio());
      figures.put("ratioAt", cutoff.ratioAt());
      holding.add(
          "b <= %s |sin theta| |cos theta|, attained at cos theta = %s"
              .formatted(show(cutoff.ratio()), show(cutoff.ratioAt())));
    } else {
      failing.add(
          "b / (|sin theta| |cos theta|) is unbounded at cos theta = %s (b there: %s)"
              .formatted(
                  shown(cutoff.unboundedAt().stream()),
                  shown(cutoff.unboundedAt().stream().map(b::at))));
    }
    OptionalDouble zero = cutoff.zeroAt();
    if (zero.isPresent()) {
      figures.put("zeroAt", zero.getAsDouble());
      failing.add("b = 0 at cos theta = " + show(zero.getAsDouble()));
    } else {
      holding.add("b > 0 off cos theta = -1, 0, 1");
    }
    figures.put("slopeAt", cutoff.slopeAt());
    if (Double.isInfinite(cutoff.slope())) {
      failing.add("b' is unbounded at cos theta = " + show(cutoff.slopeAt()));
    } else {
      figures.put("slopeConstant", cutoff.slope());
      holding.add(
          "b' <= "
              + show(cutoff.slope())
              + (cutoff.slope() == 0 ? "" : ", attained at cos theta = " + show(cutoff.slopeAt())));
    }
    if (withInfimum) {
      AngularOverlap overlap = AngularOverlap.of(b);
      figures.put("infimum", overlap.infimum());
      figures.put("infimumAngle", overlap.angle());
      boolean positive = overlap.infimum() > 1e-9 * cutoff.total();
      (positive ? holding : failing)
          .add(
              "inf Int min{b, b} = %s%s, at an angle of %s between sigma_1 and sigma_2"
                  .formatted(
                      show(overlap.infimum()),
                      positive ? "" : ", which is not > 0",
                      show(overlap.angle())));
    }
    boolean holds = failing.isEmpty();
    if (!holds && Double.isFinite(cutoff.largest()) && Double.isFinite(cutoff.total())) {
      holding.add(
          "Grad's cutoff holds: b <= %s, 2 pi Int b = %s"
              .formatted(show(cutoff.largest()), show(cutoff.total())));
    } else if (!holds) {
      failing.add("nor is b bounded and integrable");
    }
    failing.addAll(holding);
    return new Finding(holds, String.join("; ", failing), figures);
  }

  private static String shown(Stream<Double> values) {
    return values.map(Hypotheses::show).collect(Collectors.joining(", "));
  }

  /** Six significant digits, without trailing zeros. */
  private static String show(double value) {
    if (value == 0) {
      return "0";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e6) {
      return Long.toString((long) value);
    }
    String text = String.format(Locale.ROOT, "%.6g", value);
    return text.contains("e") ? text : text.replaceFirst("\\.?0+$", "");
  }
}
