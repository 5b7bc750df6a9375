package org.knudsen.collision;

import java.util.Optional;
import java.util.function.Supplier;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.MissingCapabilityException;
import org.knudsen.velocity.VelocitySpace;

/**
 * A gas: a mixture, how its species collide, and L in a velocity space, of which harmonics are made
 * when they are first asked for. Spectra, transport coefficients, fluid limits and the
 * hypocoercivity of the paper need no more.
 */
public final class Gas {

  private final Mixture mixture;
  private final CollisionKernel kernel;
  private final Optional<VelocitySpace> space;
  private final Supplier<Optional<LinearizedHarmonics>> make;
  private Optional<LinearizedHarmonics> made;

  private Gas(
      Mixture mixture,
      CollisionKernel kernel,
      Optional<VelocitySpace> space,
      Supplier<Optional<LinearizedHarmonics>> harmonics) {
    kernel.requireSpecies(mixture);
    this.mixture = mixture;
    this.kernel = kernel;
    this.space = space;
    this.make = harmonics;
  }

  /**
   * A gas in a velocity space.
   *
   * @param harmonics makes L by harmonics, once and when it is needed; empty where the space does
   *     not separate them
   */
  public Gas(
      CollisionKernel kernel,
      VelocitySpace space,
      Supplier<Optional<LinearizedHarmonics>> harmonics) {
    this(space.mixture(), kernel, Optional.of(space), harmonics);
  }

  /** A gas without a velocity space, and so without L: enough for Maxwell-Stefan. */
  public static Gas of(Mixture mixture, CollisionKernel kernel) {
    return new Gas(mixture, kernel, Optional.empty(), Optional::empty);
  }

  /** A gas with L in Burnett functions of all harmonics, at any degree K. */
  public static Gas of(Mixture mixture, CollisionKernel kernel, int degree) {
    return new Gas(
        mixture,
        kernel,
        Optional.empty(),
        () -> Optional.of(new BurnettLinearized(mixture, kernel, degree)));
  }

  public Mixture mixture() {
    return mixture;
  }

  public CollisionKernel kernel() {
    return kernel;
  }

  /** The velocity space; a gas made without one has none. */
  public VelocitySpace space() {
    return space.orElseThrow(
        () -> new IllegalStateException("gas has no velocity space; give one in its constructor"));
  }

  /** Whether {@link #harmonics} has an answer. */
  public boolean separatesHarmonics() {
    return made().isPresent();
  }

  /**
   * L by harmonics; where the velocity space does not separate them, a {@link
   * MissingCapabilityException} names it.
   */
  public LinearizedHarmonics harmonics() {
    String name = space.map(VelocitySpace::describe).orElse("none");
    return made()
        .orElseThrow(() -> new MissingCapabilityException(name, LinearizedHarmonics.class));
  }

  private synchronized Optional<LinearizedHarmonics> made() {
    if (made == null) {
      made = make.get();
    }
    return made;
  }
}
