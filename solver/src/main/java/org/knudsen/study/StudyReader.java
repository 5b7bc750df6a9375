package org.knudsen.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.norm.SobolevNorm;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.FluidLimitProvider;
import org.knudsen.plugin.ParameterException;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.PluginLookupException;
import org.knudsen.plugin.Provider;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.run.InitialData;
import org.knudsen.run.Output;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.VelocitySpace;

/**
 * Turns an unchecked tree into a study, or fails with the first thing that is wrong. A key, what it
 * may hold, and how it is read and written stand here, for waves in the readers of those.
 */
final class StudyReader {

  private static final int MOST_CELLS = 1 << 24; // more fit with no velocity space into memory

  private static final int MOST_SPECIES = 100;

  static final List<String> SPECIES = List.of("name", "mass", "concentration");
  private static final List<String> SCHEME = List.of("id", "dt");
  static final String NAME = "name";
  static final String KNUDSEN = "knudsen";
  static final String VARY = "vary";
  static final List<String> TORUS = List.of("dimension", "points");
  static final List<String> NORMS = List.of("sobolev");
  static final List<String> OUTPUT = List.of("every", "distribution");
  static final List<String> RESOLUTION = List.of("unresolved");

  /** All keys in the order of the file, and what each may hold. */
  private static final Map<String, String> KEYS = keys();

  /** The keys that a run needs besides those of a gas. */
  private static final List<String> RUN =
      List.of("timeIntegrator", "torus", "fluidLimit", "initial", "knudsen", "endTime");

  private final PluginCatalogue catalogue;
  private final StudyTree tree;
  private final Place root;
  private Object noted;
  private Mixture mixture;

  StudyReader(StudyTree tree, PluginCatalogue catalogue) {
    this.catalogue = catalogue;
    this.tree = tree;
    this.root = new Place(tree, List.of(), tree.root(), written -> noted = written);
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("name", "a text on one line");
    keys.put("mixture", Place.some(SPECIES));
    keys.put("collisionKernel", "{id, parameters of that kernel}");
    keys.put("velocityGrid", "{id, parameters of that grid}");
    keys.put("timeIntegrator", "{id, dt, parameters of that scheme}");
    keys.put("torus", Place.shape(TORUS));
    keys.put("fluidLimit", "{id, parameters of that limit}");
    keys.put("initial", Place.some(WaveReader.KEYS));
    keys.put("drift", DriftReader.ALLOWED);
    keys.put("perturbation", PerturbationReader.ALLOWED);
    keys.put("knudsen", "a list of at least one number > 0");
    keys.put("endTime", "a number > 0");
    keys.put("norms", Place.shape(NORMS));
    keys.put("output", Place.shape(OUTPUT));
    keys.put("resolution", Place.shape(RESOLUTION));
    keys.put(VARY, VaryReader.ALLOWED);
    return keys;
  }

  static List<String> keyNames() {
    return List.copyOf(KEYS.keySet());
  }

  static String allowedAtTop() {
    return "a mapping with the keys " + String.join(", ", keyNames());
  }

  /** The first key without which there is no run, of those that are not there. */
  static Optional<String> missing(Predicate<String> there) {
    return RUN.stream().filter(key -> !there.test(key)).findFirst();
  }

  static String allowed(String key) {
    return KEYS.get(key);
  }

  private Place top(String key) {
    return root.member(key, allowed(key));
  }

  private Optional<Place> find(String key) {
    return root.has(key) ? Optional.of(top(key)) : Optional.empty();
  }

  /** The study, by default of that name; for a run, every key that one needs must be there. */
  Study read(String defaultName, boolean forRun) {
    root.withKeys(KEYS.keySet(), allowedAtTop());
    Optional<Place> vary = find(VARY);
    if (vary.isPresent()) {
      List<Variation> variations = VaryReader.read(vary.get());
      if (forRun) {
        throw vary.get()
            .error("found a sweep", "nothing: one run varies nothing, knudsen sweep does");
      }
      SweepPoint first = Variation.combination(variations, 0);
      return read(tree, first, variations, catalogue, defaultName, false)
          .varying(variations, given());
    }
    String name = root.optional("name", defaultName).text();
    mixture = mixture(top("mixture"));
    Made<CollisionKernel> kernel =
        made(
            PluginFamily.COLLISION_KERNELS,
            top("collisionKernel"),
            (provider, parameters) -> provider.create(mixture, parameters));
    Optional<Torus> torus = find("torus").map(StudyReader::torus);
    Made<Optional<VelocitySpace>> grid =
        made(
            PluginFamily.VELOCITY_GRIDS,
            top("velocityGrid"),
            (provider, parameters) ->
                torus.map(t -> provider.space(mixture, t.dimension(), parameters)));
    Optional<Place> integrator = find("timeIntegrator");
    Optional<Made<TimeIntegrator>> scheme =
        integrator.map(
            place -> made(PluginFamily.TIME_INTEGRATORS, place, TimeIntegratorProvider::create));
    Optional<Double> dt = integrator.map(place -> place.number("dt", Bounds.positive()));
    Optional<Made<FluidLimit>> limit =
        find("fluidLimit")
            .map(place -> made(PluginFamily.FLUID_LIMITS, place, FluidLimitProvider::create));
    List<Double> knudsen = find("knudsen").map(StudyReader::knudsen).orElse(List.of());
    Optional<Double> endTime = find("endTime").map(place -> endTime(place, dt));
    WaveReader waves = new WaveReader(mixture, torus);
    InitialData data =
        new InitialData(
            find("initial").map(place -> waves.initial(place, knudsen)).orElse(List.of()),
            new DriftReader(waves, limit.map(Made::product))
                .read(root.optional("drift", List.of())),
            new PerturbationReader(waves, grid.product())
                .read(root.optional("perturbation", PerturbationReader.NONE)));
    Output output = output(endTime.map(end -> Bounds.closed(0, end)).orElse(Bounds.atLeast(0)));
    Optional<String> missing = missing(root::has);
    if (forRun) {
      missing.ifPresent(this::top);
    }
    return new Study(
        name,
        mixture,
        kernel.choice(),
        grid.choice(),
        torus.map(Torus::dimension).orElse(1),
        missing.isPresent()
            ? Optional.empty()
            : Optional.of(
                new RunPlan(
                    scheme.get().choice(),
                    dt.get(),
                    torus.get(),
                    limit.get().choice(),
                    data,
                    knudsen,
                    endTime.get(),
                    output)),
        List.of(),
        tree());
  }

  /**
   * Reads the study of a combination.
   *
   * @throws StudyException naming it
   */
  static Study read(
      StudyTree tree,
      SweepPoint combination,
      List<Variation> vary,
      PluginCatalogue catalogue,
      String defaultName,
      boolean forRun) {
    try {
      StudyTree one = tree.without(VARY);
      for (Variation variation : vary) {
        for (Variation.Key key : variation.keys()) {
          one = one.with(key, combination.values().get(key.name()));
        }
      }
      return new StudyReader(one, catalogue).read(defaultName, forRun);
    } catch (StudyException e) {
      throw vary.isEmpty() ? e : e.with(combination.toString());
    }
  }

  /** What was read, in the order of the file. */
  private Map<String, Object> tree() {
    return ordered((Map<?, ?>) noted);
  }

  /** The study as it was given, in the order of a file. */
  private Map<String, Object> given() {
    return ordered(root.members(allowedAtTop()));
  }

  private static Map<String, Object> ordered(Map<?, ?> all) {
    Map<String, Object> tree = new LinkedHashMap<>();
    KEYS.keySet().stream()
        .filter(all::containsKey)
        .forEach(key -> tree.put(key, frozen(all.get(key))));
    return Collections.unmodifiableMap(tree);
  }

  private static Object frozen(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, member) -> copy.put(key, frozen(member)));
      return Collections.unmodifiableMap(copy);
    }
    return value instanceof List<?> list ? list.stream().map(StudyReader::frozen).toList() : value;
  }

  private static Mixture mixture(Place place) {
    List<Species> species = new ArrayList<>();
    List<Place> elements = place.mappings(SPECIES);
    if (elements.size() > MOST_SPECIES) {
      throw place.error(
          "found " + elements.size() + " species",
          "at most " + MOST_SPECIES + ", since pairs count");
    }
    for (Place element : elements) {
      Place name = element.member("name", Place.TEXT);
      if (species.stream().anyMatch(s -> s.name().equals(name.text()))) {
        throw name.error("found '" + name.text() + "' twice", "distinct names of species");
      }
      species.add(
          new Species(
              name.text(),
              element.number("mass", Bounds.positive()),
              element.number("concentration", Bounds.positive())));
    }
    return new Mixture(species);
  }

  /** A plugin with what it makes, which is made to hear its objections while lines are known. */
  private record Made<V>(PluginChoice choice, V product) {}

  private <P extends Provider, V> Made<V> made(
      PluginFamily<P> family, Place place, BiFunction<P, ParameterValues, V> make) {
    String allowed = allowed(family.key());
    Place id = place.member("id", allowed);
    String chosen = id.text();
    Map<String, Object> raw = place.members(allowed);
    raw.keySet().removeAll(family == PluginFamily.TIME_INTEGRATORS ? SCHEME : SCHEME.subList(0, 1));
    try {
      P provider = catalogue.find(family, chosen);
      ParameterValues parameters = ParameterValues.of(provider.parameters(), mixture.size(), raw);
      parameters.asMap().forEach((key, value) -> place.optional(key, null).note(value));
      V product = Objects.requireNonNull(make.apply(provider, parameters), "what the plugin made");
      return new Made<>(new PluginChoice(chosen, parameters), product);
    } catch (PluginLookupException e) {
      throw id.error(e.found(), e.allowed());
    } catch (ParameterException e) {
      throw place.error(e);
    } catch (IllegalArgumentException e) {
      throw place.error("found values that the plugin rejects", String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      throw place.failing(e);
    }
  }

  private static Torus torus(Place place) {
    place.withKeys(TORUS);
    int dimension = place.member("dimension", "1, 2 or 3").integer(Bounds.closed(1, 3));
    int most = (int) Math.floor(Math.pow(MOST_CELLS, 1.0 / dimension) * (1 + 1e-12));
    return new Torus(dimension, place.integer("points", Bounds.closed(4, most)));
  }

  private static List<Double> knudsen(Place place) {
    Set<Double> values = new LinkedHashSet<>();
    for (Place element : place.atLeastOne(allowed("knudsen"))) {
      double eps = element.number(Bounds.positive());
      if (!values.add(eps)) {
        throw element.error("found " + eps + " twice", "distinct numbers > 0");
      }
    }
    return List.copyOf(values);
  }

  private static double endTime(Place place, Optional<Double> step) {
    double end = place.number(Bounds.positive());
    if (step.isEmpty() || RunPlan.wholeSteps(end, step.get())) {
      return end;
    }
    double dt = step.get();
    double below = Math.floor(end / dt);
    if (below >= Integer.MAX_VALUE) {
      throw place.error(
          "found " + end + ", which is " + below + " steps of dt " + dt,
          "at most " + Integer.MAX_VALUE + " steps");
    }
    throw place.error(
        "found " + end + ", which is " + (float) (end / dt) + " steps of dt " + dt,
        "a multiple of dt, for instance "
            + (below > 0 ? times(dt, below) + " or " : "")
            + times(dt, below + 1));
  }

  /** A multiple of a decimal fraction, which it is still when it is read again. */
  private static double times(double dt, double steps) {
    return BigDecimal.valueOf(dt).multiply(BigDecimal.valueOf(steps)).doubleValue();
  }

  private Output output(Bounds times) {
    Place norms = root.optional("norms", Map.of()).withKeys(NORMS);
    Place output = root.optional("output", Map.of()).withKeys(OUTPUT);
    Place resolution = root.optional("resolution", Map.of()).withKeys(RESOLUTION);
    return new Output(
        norms.optional("sobolev", 1).integer(Bounds.closed(0, SobolevNorm.LARGEST_ORDER)),
        output.optional("every", 1).integer(Bounds.atLeast(1)),
        output
            .optional("distribution", List.of())
            .numbers("a list of numbers " + times.describe(), times),
        resolution
            .optional("unresolved", "refuse")
            .oneOf("word", List.of("refuse", "accept"))
            .equals("accept"));
  }
}
