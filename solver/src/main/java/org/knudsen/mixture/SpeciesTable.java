package org.knudsen.mixture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The real gases that come with the library: masses and parameters of Bird's sphere models at 273 K
 * (G. A. Bird, Molecular Gas Dynamics and the Direct Simulation of Gas Flows, Oxford 1994, appendix
 * A). Immutable. A gas that is not in it is a {@link SpeciesData} of one's own.
 */
public final class SpeciesTable {

  private static final String RESOURCE = "species.csv";
  private static final double REFERENCE_TEMPERATURE = 273;
  private static final String SOURCE =
      "Bird (1994), Molecular Gas Dynamics, tables A2, A3; masses IUPAC (2021)";

  private final Map<String, SpeciesData> species;

  private SpeciesTable(Map<String, SpeciesData> species) {
    this.species = Collections.unmodifiableMap(species);
  }

  /** Reads the table that is in the jar. */
  public static SpeciesTable standard() {
    Map<String, SpeciesData> species = new LinkedHashMap<>();
    try (InputStream in = SpeciesTable.class.getResourceAsStream(RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          SpeciesData data = parse(line);
          species.put(data.formula(), data);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + RESOURCE + " cannot be read", e);
    }
    return new SpeciesTable(species);
  }

  private static SpeciesData parse(String line) {
    String[] field = line.split(",", -1);
    return new SpeciesData(
        field[0],
        field[1],
        Integer.parseInt(field[2]),
        Double.parseDouble(field[3]) * Scales.ATOMIC_MASS,
        REFERENCE_TEMPERATURE,
        Double.parseDouble(field[4]),
        Double.parseDouble(field[5]),
        Double.parseDouble(field[6]),
        Double.parseDouble(field[7]),
        Double.parseDouble(field[8]),
        SOURCE);
  }

  /** All gases: noble gases, then molecules, each by mass. */
  public List<SpeciesData> all() {
    return List.copyOf(species.values());
  }

  /** The gas of a formula; if there is none, the message lists those there are. */
  public SpeciesData get(String formula) {
    SpeciesData data = species.get(formula);
    if (data == null) {
      throw new IllegalArgumentException(
          "no gas '" + formula + "' in the table; there are " + species.keySet());
    }
    return data;
  }
}
