package org.knudsen.stability;

import org.knudsen.fluid.FluidEquation;
import org.knudsen.kinetic.PerturbedEquation;
import org.knudsen.norm.SobolevNorm;
import org.knudsen.run.Assembly;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.PerturbationField;
import org.knudsen.torus.FourierModes;

/**
 * The perturbed equation (1.11) of an assembly at one Knudsen number, with its f^in and the norm of
 * the study's order. Owns workspace: one thread at a time.
 */
final class PerturbedProblem {

  private final Assembly assembly;
  private final double eps;
  private final PerturbedEquation equation;
  private final SobolevNorm norm;
  private final double[] spectrum;

  PerturbedProblem(Assembly assembly, double eps) {
    this.assembly = assembly;
    this.eps = eps;
    FluidEquation fluid = assembly.fluidLimit().equation(assembly.fluidSetting(eps));
    this.equation = new PerturbedEquation(assembly.operator(), assembly.torus(), eps, fluid);
    this.norm =
        new SobolevNorm(
            assembly.space(), new FourierModes(assembly.torus()), assembly.output().sobolev(), eps);
    this.spectrum = new double[equation.layout().size()];
  }

  PerturbedEquation equation() {
    return equation;
  }

  /** The name of the norm. */
  String norm() {
    return norm.name();
  }

  /** f^in in the layout of the equation; a new array. */
  double[] initial() {
    double[] initial = field(assembly.data().perturbation());
    double[] start = new double[initial.length];
    equation.perturbation(equation.initialState(), start);
    for (int a = 0; a < initial.length; a++) {
      initial[a] += start[a];
    }
    return initial;
  }

  /** What a perturbation stands for, in the layout of the equation; a new array. */
  double[] field(InitialPerturbation perturbation) {
    PerturbationField data = new PerturbationField(assembly.with(perturbation), eps);
    double[] f = new double[spectrum.length];
    equation.layout().ofSpectrum(data.spectrum(equation.fluid()), f);
    return f;
  }

  /**
   * The norm of a field.
   *
   * @param f in the layout of the equation; not modified
   */
  double norm(double[] f) {
    equation.layout().toSpectrum(f, spectrum);
    return norm.of(spectrum);
  }
}
