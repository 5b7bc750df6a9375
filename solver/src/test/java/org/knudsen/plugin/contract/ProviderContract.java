package org.knudsen.plugin.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.ParameterException;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.Provider;

/** What every provider must do, of whatever family. */
abstract class ProviderContract<P extends Provider> {

  private final PluginFamily<P> family;

  ProviderContract(PluginFamily<P> family) {
    this.family = family;
  }

  /** The plugin under test. */
  protected abstract P provider();

  /**
   * Values for the parameters that have no default.
   *
   * @param speciesCount N
   */
  protected Map<String, Object> parameters(int speciesCount) {
    return Map.of();
  }

  final ParameterValues values(int speciesCount) {
    return ParameterValues.of(provider().parameters(), speciesCount, parameters(speciesCount));
  }

  /** Masses 1, 4, 9, ... and concentrations that differ. */
  static Mixture mixture(int speciesCount) {
    return new Mixture(
        java.util.stream.IntStream.range(0, speciesCount)
            .mapToObj(i -> new Species("s" + i, (i + 1) * (i + 1), 0.5 + 0.25 * i))
            .toList());
  }

  @Test
  void saysWhatItIs() {
    P provider = provider();
    assertTrue(
        provider.id().matches("[a-z0-9]+(-[a-z0-9]+)*"),
        "id '" + provider.id() + "': lower-case letters, digits and single hyphens");
    assertEquals(provider.id(), provider().id(), "the id never changes");
    for (String text : List.of(provider.description(), provider.reference())) {
      assertFalse(text.isBlank() || text.contains("\n"), "one line: '" + text + "'");
    }
    assertEquals(
        provider.parameters().size(),
        provider.parameters().stream().map(ParameterSpec::name).distinct().count(),
        "distinct names of parameters");
  }

  /** Written but not registered is the commonest fault of a plugin. */
  @Test
  void isFoundByItsId() {
    PluginCatalogue catalogue = PluginCatalogue.load(provider().getClass().getClassLoader());
    assertSame(provider().getClass(), catalogue.find(family, provider().id()).getClass());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsDefaultsAreAllowed(int speciesCount) {
    ParameterValues values = values(speciesCount);
    assertEquals(
        provider().parameters().stream().map(ParameterSpec::name).toList(),
        List.copyOf(values.asMap().keySet()));
    assertEquals(values, ParameterValues.of(provider().parameters(), speciesCount, values.asMap()));
  }

  @Test
  void anUnknownParameterIsAnError() {
    Map<String, Object> raw = new LinkedHashMap<>(Map.of("noSuchParameter", 1.0));
    raw.putAll(parameters(2));
    assertThrows(
        ParameterException.class, () -> ParameterValues.of(provider().parameters(), 2, raw));
  }
}
