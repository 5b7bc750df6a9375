package org.knudsen.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.knudsen.norm.FluidProjection;
import org.knudsen.plugin.Bounds;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.PerturbationWave;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.CollisionInvariants;
import org.knudsen.velocity.HarmonicModes;
import org.knudsen.velocity.VelocitySpace;

/**
 * Reads f^in of a study.
 *
 * @param space empty if the study has no torus; then it is not checked which modes there are
 */
record PerturbationReader(WaveReader reader, Optional<VelocitySpace> space) {

  static final String ALLOWED =
      "{kind: none}, {kind: prepared} or {kind: given, size, equilibrium, waves}";

  static final Map<String, String> NONE = Map.of("kind", "none");

  private static final List<String> KINDS = List.of("none", "prepared", "given");
  private static final List<String> WAVE = List.of("species", "wave", "n", "l", "m", "cos", "sin");
  private static final double ROUND_OFF = 1e-13; // of a part of a sum of modes

  InitialPerturbation read(Place place) {
    String kind = place.member("kind", String.join(", ", KINDS)).oneOf("kind", KINDS);
    if (kind.equals("given")) {
      return given(place.withKeys(List.of("kind", "size", "equilibrium", "waves"), ALLOWED));
    }
    place.withKeys(NONE.keySet(), ALLOWED);
    if (kind.equals("prepared")) {
      return InitialPerturbation.prepared();
    }
    place.note(null);
    return InitialPerturbation.none();
  }

  private InitialPerturbation given(Place place) {
    OptionalDouble size = norm(place, "size");
    OptionalDouble equilibrium = norm(place, "equilibrium");
    if (!place.has("waves") && equilibrium.isPresent() && size.isEmpty()) {
      return new InitialPerturbation.Given(size, equilibrium, List.of());
    }
    List<PerturbationWave> waves =
        place.member("waves", Place.some(WAVE)).mappings(WAVE).stream().map(this::wave).toList();
    if (size.orElse(0) > 0 && space.isPresent() && onlyEquilibrium(waves)) {
      throw place
          .optional("size", 0)
          .error(
              "found " + size.getAsDouble() + " for waves that are equilibria only",
              "a wave that is not constant in space, or no collision invariant");
    }
    return new InitialPerturbation.Given(size, equilibrium, waves);
  }

  private static OptionalDouble norm(Place place, String key) {
    return place.has(key)
        ? OptionalDouble.of(place.number(key, Bounds.atLeast(0)))
        : OptionalDouble.empty();
  }

  private PerturbationWave wave(Place element) {
    int species = reader.species(element);
    List<Integer> k = reader.wave(element);
    int n = element.integer("n", Bounds.atLeast(0));
    int l = element.integer("l", Bounds.atLeast(0));
    int m = element.optional("m", 0).integer(Bounds.closed(-(double) l, l));
    checkMode(element, n, l, m);
    double sin = WaveReader.amplitude(element, "sin");
    if (sin != 0 && WaveReader.isZero(k)) {
      throw element
          .optional("sin", 0)
          .error("found " + sin + " for the zero wave " + k, "cos alone, since sin(0) = 0");
    }
    return new PerturbationWave(species, k, n, l, m, WaveReader.amplitude(element, "cos"), sin);
  }

  /** The mode must be one of the velocity space. */
  private void checkMode(Place element, int n, int l, int m) {
    if (space.isEmpty()) {
      return;
    }
    if (!(space.get() instanceof HarmonicModes harmonic)) {
      throw element.error(
          "found a mode (n, l, m) in a " + space.get().describe(),
          "kind none or prepared, or a velocity grid with such modes");
    }
    BurnettModes modes = harmonic.burnettModes();
    if (2L * n + l > modes.degree()) {
      throw element.error(
          "found n = " + n + ", l = " + l, "2 n + l <= " + modes.degree() + ", the degree");
    }
    if (!modes.symmetry().keeps(m)) {
      String allowed =
          modes.symmetry().keeps(1)
              ? "an integer in [0, " + l + "] on a torus of dimension 2"
              : "0 on a torus of dimension 1";
      throw element.optional("m", 0).error("found " + m, allowed);
    }
  }

  /** Whether nothing of the waves varies in space or is microscopic. */
  private boolean onlyEquilibrium(List<PerturbationWave> waves) {
    VelocitySpace velocity = space.orElseThrow();
    if (!(velocity instanceof CollisionInvariants)) {
      return false;
    }
    BurnettModes modes = velocity.require(HarmonicModes.class).burnettModes();
    double[] constant = new double[velocity.size()];
    double whole = 0;
    for (PerturbationWave wave : waves) {
      if (!WaveReader.isZero(wave.wave())) {
        if (wave.cos() != 0 || wave.sin() != 0) {
          return false;
        }
        continue;
      }
      int mode = modes.index(wave.n(), wave.l(), wave.m());
      constant[wave.species() * velocity.modes() + mode] += wave.cos();
      whole += Math.abs(wave.cos());
    }
    new FluidProjection(velocity).complement(constant, constant, 0);
    double microscopic = 0;
    for (double value : constant) {
      microscopic += value * value;
    }
    return Math.sqrt(microscopic) <= ROUND_OFF * whole;
  }
}
