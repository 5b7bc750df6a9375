package org.knudsen.fluid;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.mixture.Mixture;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.FourierModes;
import org.knudsen.torus.RealFourier;

/**
 * The conclusions of Theorem 2.1 measured along a solution (c, u) of a fluid limit, for an order s
 * of derivatives: positivity, the constraints (2.1), and the three norm bounds
 *
 * <ul>
 *   <li>|ct(t)| <= e^{-lambda t} |ct(0)|, norms of H^s weighted by c_infinity^{-1/2};
 *   <li>|ut(t)|_{H^{s-1}} <= C e^{-lambda t} |ct(0)|;
 *   <li>Int_0^t e^{2 lambda tau} |ut(tau)|^2_{H^s} dtau <= C' |ct(0)|^2.
 * </ul>
 *
 * <p>The third is printed with e^{2 lambda (t - tau)}. That cannot be meant: for ut = e^{-lambda
 * tau} it is e^{2 lambda t} (1 - e^{-4 lambda t}) / (4 lambda), which grows without bound. The
 * energy estimate d/dt |ct|^2 <= - 2 lambda |ct|^2 - |ut|^2 / C' integrates to the bound above.
 * {@link #printedConstant} measures the printed one.
 *
 * <p>Norms are sums over multi-indices |alpha| <= s of squared derivatives, exact on the Fourier
 * modes of the torus's grid. ut = (u - ubar) / eps loses |ubar| / (eps |ut|) of its digits where
 * there is a drift.
 */
public final class Relaxation {

  /**
   * What is measured at one time.
   *
   * @param time t
   * @param concentrationNorm |ct| in H^s(c_infinity^{-1/2})
   * @param velocityNorm |ut| in H^{s-1}
   * @param dissipationNorm |ut| in H^s
   * @param smallestConcentration of all c_i in all cells
   * @param sumDefect largest |sum_i ct_i|
   * @param fluxDefect largest component of |sum_i c_i ut_i|, zero by (2.1)
   * @param meanDefect largest mean of ct_i, zero by (2.1)
   */
  public record Point(
      double time,
      double concentrationNorm,
      double velocityNorm,
      double dissipationNorm,
      double smallestConcentration,
      double sumDefect,
      double fluxDefect,
      double meanDefect) {}

  private final Mixture mixture;
  private final double eps;
  private final int order;
  private final int dimension;
  private final FourierModes modes;
  private final RealFourier concentrations;
  private final RealFourier velocities;
  private final DriftField.OnGrid drift;
  private final double[] deviation;
  private final double[] velocity;
  private final double[] concentrationSpectrum;
  private final double[] velocitySpectrum;
  private final List<Point> points = new ArrayList<>();

  /**
   * @param setting of the solution
   * @param order s >= 1
   */
  public Relaxation(FluidSetting setting, int order) {
    if (order < 1) {
      throw new IllegalArgumentException(
          "order of derivatives is " + order + "; at least 1, velocities are measured in H^{s-1}");
    }
    this.mixture = setting.mixture();
    this.eps = setting.eps();
    this.order = order;
    this.dimension = setting.torus().dimension();
    this.modes = new FourierModes(setting.torus());
    int species = mixture.size();
    this.concentrations = new RealFourier(setting.torus(), species);
    this.velocities = new RealFourier(setting.torus(), species * dimension);
    this.drift = new DriftField(modes, setting.drift()).on(setting.torus().points());
    this.deviation = new double[setting.torus().cells() * species];
    this.velocity = new double[setting.torus().cells() * species * dimension];
    this.concentrationSpectrum = new double[concentrations.spectrumSize()];
    this.velocitySpectrum = new double[velocities.spectrumSize()];
  }

  /**
   * Solves a limit for its setting and measures it at time 0 and after every step.
   *
   * @throws FluidBreakdownException if the solution leaves the domain of the limit
   */
  public static Relaxation along(
      FluidLimit limit,
      FluidSetting setting,
      TimeIntegrator integrator,
      double dt,
      int steps,
      int order) {
    FluidEquation equation = limit.equation(setting);
    TimeIntegrator.Stepper stepper = integrator.stepper(equation, dt);
    Relaxation relaxation = new Relaxation(setting, order);
    FluidFields fields = new FluidFields(setting.torus().cells(), setting.mixture().size());
    double[] y = equation.initialState();
    for (int step = 0; step <= steps; step++) {
      if (step > 0) {
        stepper.step((step - 1) * dt, y);
        equation.check(step * dt, y);
      }
      equation.fields(step * dt, y, fields);
      relaxation.observe(step * dt, fields);
    }
    return relaxation;
  }

  /**
   * The rate that linear theory predicts, the largest lambda for small data and no drift: 4 pi^2
   * times the smallest diffusivity of Maxwell-Stefan.
   */
  public static double spectralRate(Mixture mixture, MaxwellStefanCoefficients coefficients) {
    double[] diffusivities = DiffusionMatrix.of(mixture, coefficients).diffusivities();
    return 4 * Math.PI * Math.PI * diffusivities[diffusivities.length - 1];
  }

  /**
   * Measures the fields at a time later than all before.
   *
   * @param fields not modified
   */
  public void observe(double time, FluidFields fields) {
    int species = mixture.size();
    double[] ubar = drift.at(time);
    double smallest = Double.POSITIVE_INFINITY;
    double sumDefect = 0;
    double fluxDefect = 0;
    for (int cell = 0; cell < fields.cells; cell++) {
      double sum = 0;
      for (int i = 0; i < species; i++) {
        double value = fields.concentrationDeviation[cell * species + i];
        deviation[cell * species + i] = value;
        smallest = Math.min(smallest, mixture.concentration(i) + eps * value);
        sum += value;
      }
      sumDefect = Math.max(sumDefect, Math.abs(sum));
      for (int axis = 0; axis < dimension; axis++) {
        double flux = 0;
        for (int i = 0; i < species; i++) {
          double value =
              (fields.velocity[(cell * species + i) * 3 + axis] - ubar[cell * dimension + axis])
                  / eps;
          velocity[(cell * species + i) * dimension + axis] = value;
          flux += (mixture.concentration(i) + eps * deviation[cell * species + i]) * value;
        }
        fluxDefect = Math.max(fluxDefect, Math.abs(flux));
      }
    }
    concentrations.toSpectrum(deviation, concentrationSpectrum);
    velocities.toSpectrum(velocity, velocitySpectrum);
    double meanDefect = 0;
    double concentration = 0;
    double low = 0;
    double high = 0;
    for (int i = 0; i < species; i++) {
      meanDefect = Math.max(meanDefect, Math.abs(concentrationSpectrum[i]));
      concentration +=
          squaredNorm(concentrationSpectrum, species, i, order) / mixture.concentration(i);
      for (int axis = 0; axis < dimension; axis++) {
        int component = i * dimension + axis;
        low += squaredNorm(velocitySpectrum, species * dimension, component, order - 1);
        high += squaredNorm(velocitySpectrum, species * dimension, component, order);
      }
    }
    points.add(
        new Point(
            time,
            Math.sqrt(concentration),
            Math.sqrt(low),
            Math.sqrt(high),
            smallest,
            sumDefect,
            fluxDefect,
            meanDefect));
  }

  /** The squared H^s norm of one component. */
  private double squaredNorm(double[] spectrum, int components, int component, int s) {
    double sum = spectrum[component] * spectrum[component];
    for (int w = 1; w < modes.count(); w++) {
      int at = modes.offset(w, components) + component;
      double re = spectrum[at];
      double im = spectrum[at + components];
      sum += 2 * weight(w, 0, s) * (re * re + im * im); // k and -k
    }
    return sum;
  }

  /** sum over |alpha| <= s of prod (2 pi k_axis)^{2 alpha_axis}, axes from {@code axis} on. */
  private double weight(int w, int axis, int s) {
    if (axis == dimension) {
      return 1;
    }
    double square = Math.pow(2 * Math.PI * modes.wave(w, axis), 2);
    double power = 1;
    double sum = 0;
    for (int a = 0; a <= s; a++) {
      sum += power * weight(w, axis + 1, s - a);
      power *= square;
    }
    return sum;
  }

  /** s. */
  public int order() {
    return order;
  }

  /** What was measured, in the order of time. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /**
   * The largest lambda for which the first bound held at every time measured; negative where the
   * norm has grown, as it may under a strong drift.
   */
  public double decayRate() {
    Point first = first();
    return points.stream()
        .filter(at -> at.time() > first.time())
        .mapToDouble(
            at ->
                Math.log(first.concentrationNorm() / at.concentrationNorm())
                    / (at.time() - first.time()))
        .min()
        .orElseThrow(() -> new IllegalStateException("a rate needs two times; found one"));
  }

  /** The rate between the last two times measured. */
  public double latestRate() {
    if (points.size() < 2) {
      throw new IllegalStateException("a rate needs two times; found " + points.size());
    }
    Point before = points.get(points.size() - 2);
    Point last = points.get(points.size() - 1);
    return Math.log(before.concentrationNorm() / last.concentrationNorm())
        / (last.time() - before.time());
  }

  /** The smallest C of the second bound with a rate lambda. */
  public double velocityConstant(double lambda) {
    Point first = first();
    return points.stream()
        .mapToDouble(
            at ->
                Math.exp(lambda * (at.time() - first.time()))
                    * at.velocityNorm()
                    / first.concentrationNorm())
        .max()
        .orElseThrow();
  }

  /** The smallest C' of the third bound with a rate lambda, by the trapezoidal rule in time. */
  public double dissipationConstant(double lambda) {
    return integrated(lambda) / Math.pow(first().concentrationNorm(), 2);
  }

  /** The smallest C' of the third bound as it is printed; it grows with the last time. */
  public double printedConstant(double lambda) {
    double end = points.get(points.size() - 1).time() - first().time();
    return Math.exp(2 * lambda * end)
        * integrated(-lambda)
        / Math.pow(first().concentrationNorm(), 2);
  }

  /** Int e^{2 lambda tau} |ut|^2. */
  private double integrated(double lambda) {
    double start = first().time();
    double sum = 0;
    for (int p = 1; p < points.size(); p++) {
      Point a = points.get(p - 1);
      Point b = points.get(p);
      sum +=
          (b.time() - a.time())
              / 2
              * (Math.exp(2 * lambda * (a.time() - start)) * Math.pow(a.dissipationNorm(), 2)
                  + Math.exp(2 * lambda * (b.time() - start)) * Math.pow(b.dissipationNorm(), 2));
    }
    return sum;
  }

  private Point first() {
    if (points.isEmpty()) {
      throw new IllegalStateException("nothing was measured yet");
    }
    return points.get(0);
  }
}
