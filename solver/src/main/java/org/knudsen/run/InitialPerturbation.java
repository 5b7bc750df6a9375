package org.knudsen.run;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The initial perturbation f^in of Theorem 2.2: a run begins from F^{eps,in} = M^{eps,in} + eps
 * f^in.
 */
public sealed interface InitialPerturbation {

  /** The word for it in a study file. */
  String kind();

  /**
   * f^in = 0: the run begins from the local Maxwellian. Its microscopic part has an initial layer.
   */
  static InitialPerturbation none() {
    return new None();
  }

  /** The first Chapman-Enskog correction, {@link Prepared}. */
  static InitialPerturbation prepared() {
    return new Prepared();
  }

  /** f^in = 0. */
  record None() implements InitialPerturbation {
    @Override
    public String kind() {
      return "none";
    }
  }

  /**
   * f^in = - eps^2 L^{-1} (1 - pi_L) S^eps at time 0, the first Chapman-Enskog correction to the
   * local Maxwellian ({@link org.knudsen.kinetic.ChapmanEnskogCorrection}): the microscopic part
   * that the solution has after its initial layer, so that there is none.
   */
  record Prepared() implements InitialPerturbation {
    @Override
    public String kind() {
      return "prepared";
    }
  }

  /**
   * A given f^in. With g the sum of the waves,
   *
   * <p>f^in = size (1 - pi_T) g / ||(1 - pi_T) g|| + equilibrium pi_T g / ||pi_T g||,
   *
   * <p>the first norm being that of H^s_eps (3.28), s the order of the study, the second that of
   * L^2_{x,v}(mu^{-1/2}). Without {@code size} or {@code equilibrium} that part of g is taken as it
   * is. pi_T g, constant in space and in ker L, is the direction of the equilibrium part; where the
   * waves have none it is the energy, phi^(N+4) of (2.4).
   *
   * @param size the norm of (1 - pi_T) f^in in H^s_eps, >= 0
   * @param equilibrium ||pi_T f^in||, >= 0
   * @param waves may be empty where {@code equilibrium} is given and {@code size} is not
   */
  record Given(OptionalDouble size, OptionalDouble equilibrium, List<PerturbationWave> waves)
      implements InitialPerturbation {

    public Given {
      Objects.requireNonNull(size, "size");
      Objects.requireNonNull(equilibrium, "equilibrium");
      waves = List.copyOf(waves);
      require("size", size);
      require("equilibrium", equilibrium);
      if (waves.isEmpty() && (size.isPresent() || equilibrium.isEmpty())) {
        throw new IllegalArgumentException(
            "a given perturbation has no waves; at least one, or an equilibrium alone");
      }
    }

    /** The waves as they are. */
    public Given(List<PerturbationWave> waves) {
      this(OptionalDouble.empty(), OptionalDouble.empty(), waves);
    }

    private static void require(String name, OptionalDouble value) {
      if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() < 1.0 / 0)) {
        throw new IllegalArgumentException(
            name + " of the perturbation is " + value.getAsDouble() + "; a finite number >= 0");
      }
    }

    @Override
    public String kind() {
      return "given";
    }
  }
}
