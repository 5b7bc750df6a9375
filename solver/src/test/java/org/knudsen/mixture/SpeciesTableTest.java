package org.knudsen.mixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpeciesTableTest {

  private static final SpeciesTable TABLE = SpeciesTable.standard();

  static Stream<SpeciesData> all() {
    return TABLE.all().stream();
  }

  /** Bird (1994), equation 3.74: the viscosity of a variable soft sphere; alpha = 1 is VHS. */
  private static double bird(SpeciesData gas, double diameter, double alpha) {
    return 5
        * (alpha + 1)
        * (alpha + 2)
        * Math.sqrt(Math.PI * gas.molecularMass() * Scales.BOLTZMANN * gas.referenceTemperature())
        / (4
            * alpha
            * (5 - 2 * gas.omega())
            * (7 - 2 * gas.omega())
            * Math.PI
            * diameter
            * diameter);
  }

  /**
   * Three independent columns of the published tables fit one another: diameters have three digits,
   * which is up to 0.4% of the viscosity, and the masses of 1994 were rounded, too.
   */
  @ParameterizedTest
  @MethodSource("all")
  void diametersFitTheViscosity(SpeciesData gas) {
    assertEquals(1, bird(gas, gas.vhsDiameter(), 1) / gas.referenceViscosity(), 0.0075);
    assertEquals(1, bird(gas, gas.vssDiameter(), gas.alpha()) / gas.referenceViscosity(), 0.0075);
  }

  /**
   * Hard-sphere diameters in 10^-10 m as published for 273 K (those of the noble gases to three
   * digits in Bird 1994; argon at 273.15 K with seven: 3.657897), against those derived here.
   */
  @ParameterizedTest
  @CsvSource({"He, 2.19", "Ne, 2.60", "Ar, 3.658", "Kr, 4.20", "Xe, 4.94"})
  void hardSphereDiameters(String formula, double published) {
    assertEquals(published, TABLE.get(formula).hardSphereDiameter() * 1e10, 0.005);
  }

  /**
   * Viscosities at 300 K in micropascal seconds, Huber and Harvey in the CRC Handbook of Chemistry
   * and Physics (uncertain by up to 3%), against Bird's law.
   */
  @ParameterizedTest
  @CsvSource({
    "He, 19.9",
    "Ne, 31.9",
    "Ar, 22.7",
    "Kr, 25.5",
    "Xe, 23.2",
    "H2, 8.9",
    "N2, 17.9",
    "O2, 20.7",
    "CO2, 15.0"
  })
  void viscosityAtRoomTemperature(String formula, double published) {
    assertEquals(1, TABLE.get(formula).viscosity(300) * 1e6 / published, 0.02);
  }

  @Test
  void anUnknownGasIsAnsweredWithTheList() {
    assertEquals(
        "no gas 'He4' in the table; there are [He, Ne, Ar, Kr, Xe, H2, N2, O2, CO2]",
        assertThrows(IllegalArgumentException.class, () -> TABLE.get("He4")).getMessage());
  }

  /** Ammonia, omega 1.1 (Bird 1994): softer than Maxwell molecules, outside (H3). */
  @Test
  void aGasSofterThanMaxwellMoleculesIsRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new SpeciesData(
                        "NH3", "ammonia", 4, 2.83e-26, 273, 9.23e-6, 1.1, 6e-10, 6e-10, 1, "test"))
            .getMessage();
    assertTrue(message.startsWith("omega of NH3 is 1.1; (H3) asks for gamma"), message);
  }

  /** Argon at 273.15 K and one atmosphere: Loschmidt's number 2.6867774e25 (CODATA 2018). */
  @Test
  void unitsOfAnIdealGas() {
    SpeciesData argon = TABLE.get("Ar");
    Scales scales =
        Scales.ofIdealGas(
            argon.molecularMass(), Scales.ATMOSPHERE, 273.15, argon.hardSphereDiameter());
    assertEquals(1, scales.numberDensity() / 2.686780111e25, 1e-9);
    assertEquals(1, scales.pressure() / Scales.ATMOSPHERE, 4e-16);
    assertEquals(1, scales.crossSection() / Math.pow(argon.hardSphereDiameter(), 2), 4e-16);
    // viscosity over density is a diffusivity; conductivity over viscosity is k / m_0
    double density = scales.numberDensity() * scales.mass();
    assertEquals(1, scales.viscosity() / density / scales.diffusivity(), 4e-16);
    assertEquals(
        1, scales.conductivity() / scales.viscosity() * scales.mass() / Scales.BOLTZMANN, 4e-16);
    assertEquals(238.4, scales.speed(), 0.1); // sqrt(R T / M), M = 39.95 g/mol
    assertEquals(0.1, scales.knudsen(10 * scales.length()), 1e-16);
    assertThrows(IllegalArgumentException.class, () -> scales.knudsen(0));
    assertThrows(IllegalArgumentException.class, () -> new Scales(1, 1, -1, 1));
  }

  @Test
  void aMixtureIsChecked() {
    SpeciesData helium = TABLE.get("He");
    SpeciesData argon = TABLE.get("Ar");
    RealMixture good = RealMixture.binary(helium, argon, 0.25, 300, 1e5);
    assertEquals(1, good.mixture().mass(0));
    assertEquals(39.95 / 4.0026, good.mixture().mass(1), 1e-14);
    assertEquals(0.75, good.mixture().concentration(1));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> good.kernelParameters("maxwell"))
            .getMessage()
            .endsWith("there are for hard-sphere, vhs, vss"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RealMixture(List.of(helium, argon), List.of(0.5, 0.4), 300, 1e5));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RealMixture(List.of(helium), List.of(0.5, 0.5), 300, 1e5));
    assertThrows(
        IllegalArgumentException.class, () -> RealMixture.binary(helium, argon, 0, 300, 1e5));
    assertThrows(
        IllegalArgumentException.class, () -> RealMixture.binary(helium, argon, 0.5, -1, 1e5));
  }
}
