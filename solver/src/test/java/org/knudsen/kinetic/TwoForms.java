package org.knudsen.kinetic;

import java.util.List;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftWave;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/**
 * One problem in both forms: f by (1.11), and h - (M^eps - mu) / eps by (1.6) beside the fluid.
 *
 * @param torus one whose dimension the operator's space serves
 */
record TwoForms(
    BurnettCollision operator,
    CollisionKernel kernel,
    FluidLimit limit,
    Torus torus,
    List<ConcentrationWave> waves,
    List<DriftWave> drift) {

  static final Mixture PAIR =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));
  static final Mixture TRIPLE =
      Mixture.of(
          new Species("light", 1, 0.3),
          new Species("middle", 2, 0.3),
          new Species("heavy", 4, 0.4));

  /** gamma 0: Maxwell molecules, 1: hard spheres. */
  static BurnettCollision operator(Mixture mixture, int degree, double gamma, int dimension) {
    return new BurnettCollision(
        new BurnettSpace(mixture, degree, AxialSymmetry.ofDimension(dimension)),
        kernel(mixture, gamma),
        TableCache.none());
  }

  static CollisionKernel kernel(Mixture mixture, double gamma) {
    return CollisionKernel.symmetric(
        mixture.size(),
        (i, j) -> new PairKernel(new PowerLaw(0.2 + 0.05 * (i + j), gamma), s -> 1));
  }

  /** A cosine of amplitude 0.1 along the first axis, in the first species against the last. */
  static TwoForms of(
      BurnettCollision operator,
      double gamma,
      FluidLimit limit,
      Torus torus,
      List<DriftWave> drift) {
    Mixture mixture = operator.space().mixture();
    List<Integer> k = torus.dimension() == 1 ? List.of(1) : List.of(1, 0);
    return new TwoForms(
        operator,
        kernel(mixture, gamma),
        limit,
        torus,
        List.of(
            new ConcentrationWave(0, k, 0.1, 0),
            new ConcentrationWave(mixture.size() - 1, k, -0.1, 0)),
        drift);
  }

  FluidEquation fluid(double eps) {
    return limit.equation(new FluidSetting(operator.gas(), torus, eps, waves, drift));
  }

  PerturbedEquation perturbed(double eps) {
    return new PerturbedEquation(operator, torus, eps, fluid(eps));
  }

  /** f of (1.11) less f of the deviation form, at the end. */
  double[] difference(double eps, TimeIntegrator scheme, double end, int steps) {
    PerturbedEquation equation = perturbed(eps);
    double dt = end / steps;
    double[] y = equation.initialState();
    double[] f = new double[equation.layout().size()];
    double[] h = new double[f.length];
    equation.maxwellian(0, y, h);
    equation.perturbation(y, f);
    for (int a = 0; a < h.length; a++) {
      h[a] += f[a];
    }
    TimeIntegrator.Stepper perturbed = scheme.stepper(equation, dt);
    TimeIntegrator.Stepper deviation =
        scheme.stepper(new KineticEquation(operator, torus, eps), dt);
    for (int step = 0; step < steps; step++) {
      perturbed.step(step * dt, y);
      deviation.step(step * dt, h);
    }
    double[] difference = new double[f.length];
    equation.maxwellian(end, y, difference);
    equation.perturbation(y, f);
    for (int a = 0; a < f.length; a++) {
      difference[a] = f[a] + difference[a] - h[a];
    }
    return difference;
  }

  static double norm(double[] f) {
    double sum = 0;
    for (double value : f) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
