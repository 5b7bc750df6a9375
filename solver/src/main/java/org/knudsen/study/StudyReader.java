package org.knudsen.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.norm.SobolevNorm;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.ParameterException;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.PluginLookupException;
import org.knudsen.plugin.Provider;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.VelocitySpace;

/** Turns an unchecked tree into a study, or fails with the first thing that is wrong. */
final class StudyReader {

  /** More cells would not fit into memory with any velocity space. */
  private static final int MOST_CELLS = 1 << 24;

  private final String source;
  private final String defaultName;
  private final PluginCatalogue catalogue;

  StudyReader(String source, String defaultName, PluginCatalogue catalogue) {
    this.source = source;
    this.defaultName = defaultName;
    this.catalogue = catalogue;
  }

  Study read(StudyNode tree) {
    Place root = new Place(source, "", tree);
    root.withKeys(StudyKeys.all(), StudyNode.allowedAtTop());
    String name = root.has("name") ? top(root, "name").text() : defaultName;
    Mixture mixture = mixture(top(root, "mixture"));
    PluginChoice kernel = kernel(top(root, "collisionKernel"), mixture);
    Optional<Torus> torus =
        root.has("torus") ? Optional.of(torus(top(root, "torus"))) : Optional.empty();
    PluginChoice grid = grid(top(root, "velocityGrid"), mixture, torus);
    Optional<TimeStepping> stepping =
        root.has("timeIntegrator")
            ? Optional.of(stepping(top(root, "timeIntegrator"), mixture))
            : Optional.empty();
    Optional<PluginChoice> limit =
        root.has("fluidLimit")
            ? Optional.of(limit(top(root, "fluidLimit"), mixture))
            : Optional.empty();
    List<Double> knudsen = root.has("knudsen") ? knudsen(top(root, "knudsen")) : List.of();
    OptionalDouble endTime =
        root.has("endTime")
            ? OptionalDouble.of(endTime(top(root, "endTime"), stepping))
            : OptionalDouble.empty();
    WaveReader waves = new WaveReader(mixture, torus, knudsen);
    DriftReader drift =
        new DriftReader(waves, torus, limit.map(choice -> () -> fluidLimit(choice)));
    return new Study(
        name,
        mixture,
        kernel,
        grid,
        stepping,
        torus,
        limit,
        root.has("initial") ? waves.initial(top(root, "initial")) : List.of(),
        root.has("drift") ? drift.read(top(root, "drift")) : List.of(),
        root.has("perturbation")
            ? new PerturbationReader(waves, space(mixture, grid, torus))
                .read(top(root, "perturbation"))
            : InitialPerturbation.none(),
        knudsen,
        endTime,
        root.has("norms") ? sobolev(top(root, "norms")) : 1);
  }

  /** As read, and every part that a sweep needs is there. */
  Study readForRun(StudyNode tree) {
    Study study = read(tree);
    Place root = new Place(source, "", tree);
    for (String key :
        List.of("timeIntegrator", "torus", "fluidLimit", "initial", "knudsen", "endTime")) {
      top(root, key);
    }
    return study;
  }

  private static Place top(Place root, String key) {
    return root.member(key, StudyKeys.allowed(key));
  }

  private static Mixture mixture(Place place) {
    List<Species> species = new ArrayList<>();
    Set<String> names = new HashSet<>();
    String allowed = StudyKeys.allowed("mixture");
    for (Place element : place.elements(allowed)) {
      element.withKeys(List.of("name", "mass", "concentration"), "{name, mass, concentration}");
      Place name = element.member("name", "a text on one line, not blank");
      if (!names.add(name.text())) {
        throw name.error("found '" + name.text() + "' twice", "distinct names of species");
      }
      species.add(
          new Species(
              name.text(),
              element.member("mass", "a number > 0").number(Bounds.positive()),
              element.member("concentration", "a number > 0").number(Bounds.positive())));
    }
    if (species.isEmpty()) {
      throw place.wrong(allowed);
    }
    return new Mixture(species);
  }

  private PluginChoice kernel(Place place, Mixture mixture) {
    PluginChoice choice = choice(PluginFamily.COLLISION_KERNELS, place, mixture, List.of("id"));
    make(
        place,
        () ->
            catalogue
                .find(PluginFamily.COLLISION_KERNELS, choice.id())
                .create(mixture, choice.parameters()));
    return choice;
  }

  private PluginChoice grid(Place place, Mixture mixture, Optional<Torus> torus) {
    PluginChoice choice = choice(PluginFamily.VELOCITY_GRIDS, place, mixture, List.of("id"));
    torus.ifPresent(
        t ->
            make(
                place,
                () ->
                    catalogue
                        .find(PluginFamily.VELOCITY_GRIDS, choice.id())
                        .space(mixture, t.dimension(), choice.parameters())));
    return choice;
  }

  /** The velocity space, where the torus says of which symmetry it is. */
  private Optional<VelocitySpace> space(Mixture mixture, PluginChoice grid, Optional<Torus> torus) {
    return torus.map(
        t ->
            catalogue
                .find(PluginFamily.VELOCITY_GRIDS, grid.id())
                .space(mixture, t.dimension(), grid.parameters()));
  }

  private TimeStepping stepping(Place place, Mixture mixture) {
    PluginChoice scheme =
        choice(PluginFamily.TIME_INTEGRATORS, place, mixture, List.of("id", "dt"));
    make(
        place,
        () ->
            catalogue.find(PluginFamily.TIME_INTEGRATORS, scheme.id()).create(scheme.parameters()));
    return new TimeStepping(scheme, place.member("dt", "a number > 0").number(Bounds.positive()));
  }

  private PluginChoice limit(Place place, Mixture mixture) {
    PluginChoice choice = choice(PluginFamily.FLUID_LIMITS, place, mixture, List.of("id"));
    make(place, () -> fluidLimit(choice));
    return choice;
  }

  private FluidLimit fluidLimit(PluginChoice choice) {
    return catalogue.find(PluginFamily.FLUID_LIMITS, choice.id()).create(choice.parameters());
  }

  private <P extends Provider> PluginChoice choice(
      PluginFamily<P> family, Place place, Mixture mixture, List<String> own) {
    String allowed = StudyKeys.allowed(family.key());
    Place id = place.member("id", allowed);
    P provider;
    try {
      provider = catalogue.find(family, id.text());
    } catch (PluginLookupException e) {
      throw id.error(e.found(), e.allowed());
    }
    try {
      return new PluginChoice(
          id.text(),
          ParameterValues.of(
              provider.parameters(), mixture.size(), place.rawWithout(own, allowed)));
    } catch (ParameterException e) {
      throw at(place, e);
    }
  }

  /** Makes a plugin's product once, to hear its objections while lines are known. */
  private static void make(Place place, Supplier<?> create) {
    try {
      Objects.requireNonNull(create.get(), "what the plugin made");
    } catch (ParameterException e) {
      throw at(place, e);
    } catch (IllegalArgumentException e) {
      throw place.error("found values that the plugin rejects", String.valueOf(e.getMessage()));
    }
  }

  private static StudyException at(Place place, ParameterException e) {
    Place exact = place.follow(e.path());
    String key = place.path() + "." + ParameterException.key(e.path());
    return new StudyException(place.source(), exact.node().line(), key, e.found(), e.allowed());
  }

  private static Torus torus(Place place) {
    place.withKeys(List.of("dimension", "points"), StudyKeys.allowed("torus"));
    int dimension = place.member("dimension", "1, 2 or 3").integer(Bounds.closed(1, 3));
    int most = (int) Math.floor(Math.pow(MOST_CELLS, 1.0 / dimension) * (1 + 1e-12));
    Bounds bounds = Bounds.closed(4, most);
    int points = place.member("points", "an integer " + bounds.describe()).integer(bounds);
    return new Torus(dimension, points);
  }

  private static List<Double> knudsen(Place place) {
    List<Double> values = new ArrayList<>();
    for (Place element : place.elements(StudyKeys.allowed("knudsen"))) {
      double eps = element.number(Bounds.positive());
      if (values.contains(eps)) {
        throw element.error("found " + eps + " twice", "distinct numbers > 0");
      }
      values.add(eps);
    }
    if (values.isEmpty()) {
      throw place.wrong(StudyKeys.allowed("knudsen"));
    }
    return values;
  }

  private static double endTime(Place place, Optional<TimeStepping> stepping) {
    double end = place.number(Bounds.positive());
    if (stepping.isEmpty() || RunSettings.wholeSteps(end, stepping.get().dt())) {
      return end;
    }
    double dt = stepping.get().dt();
    double below = Math.floor(end / dt);
    if (below >= Integer.MAX_VALUE) {
      throw place.error(
          "found " + end + ", which is " + below + " steps of dt " + dt,
          "at most " + Integer.MAX_VALUE + " steps");
    }
    throw place.error(
        "found " + end + ", which is " + (float) (end / dt) + " steps of dt " + dt,
        "a multiple of dt, for instance "
            + (below > 0 ? (float) (below * dt) + " or " : "")
            + (float) ((below + 1) * dt));
  }

  private static int sobolev(Place place) {
    place.withKeys(List.of("sobolev"), StudyKeys.allowed("norms"));
    return place
        .member("sobolev", "the number of derivatives, 0, 1, 2, ...")
        .integer(Bounds.closed(0, SobolevNorm.LARGEST_ORDER));
  }
}
