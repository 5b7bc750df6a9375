package org.knudsen.kernel;

import java.util.OptionalDouble;

/**
 * Phi(g) = C g^gamma of (H3): gamma = 0 Maxwell molecules, gamma = 1 hard spheres.
 *
 * @param coefficient C > 0
 * @param gamma in [0, 1]
 */
public record PowerLaw(double coefficient, double gamma) implements KineticPart {

  public PowerLaw {
    if (!(coefficient > 0) || Double.isInfinite(coefficient)) {
      throw new IllegalArgumentException(
          "coefficient C of the kinetic part is "
              + coefficient
              + "; a finite number > 0 is needed");
    }
    if (!(gamma >= 0 && gamma <= 1)) {
      throw new IllegalArgumentException(
          "exponent gamma of the kinetic part is " + gamma + "; (H3) asks for 0 <= gamma <= 1");
    }
  }

  @Override
  public double at(double g) {
    return coefficient * Math.pow(g, gamma);
  }

  @Override
  public OptionalDouble exponent() {
    return OptionalDouble.of(gamma);
  }
}
