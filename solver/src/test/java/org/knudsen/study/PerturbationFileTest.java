package org.knudsen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.PerturbationWave;

/** f^in in the study file and in the builder. */
class PerturbationFileTest {

  private static final String GIVEN =
      "{kind: given, size: 0.1, equilibrium: 0.02, waves: ["
          + "{species: light, wave: [1], n: 1, l: 1, cos: 1.0, sin: 0.5},"
          + " {species: heavy, wave: [0], n: 0, l: 2, m: 0, cos: -2}]}";

  private static String with(String perturbation) {
    return StudyFileTest.GOOD + "perturbation: " + perturbation + "\n"; // on line 17
  }

  private static Study read(String text) {
    return StudyFile.readForRun(text, "two.yaml", StudyFileTest.CATALOGUE);
  }

  private static InitialPerturbation of(Study study) {
    return study.requireForRun().data().perturbation();
  }

  @Test
  void everyKindIsReadAndReachesTheRun() {
    assertEquals(InitialPerturbation.none(), of(read(StudyFileTest.GOOD)));
    assertEquals(InitialPerturbation.none(), of(read(with("{kind: none}"))));
    Study prepared = read(with("{kind: prepared}"));
    assertEquals(InitialPerturbation.prepared(), of(prepared));
    assertEquals(
        new InitialPerturbation.Given(
            OptionalDouble.of(0.1),
            OptionalDouble.of(0.02),
            List.of(
                new PerturbationWave(0, List.of(1), 1, 1, 0, 1, 0.5),
                new PerturbationWave(1, List.of(0), 0, 2, 0, -2, 0))),
        of(read(with(GIVEN))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: prepared}",
        GIVEN,
        "{kind: given, equilibrium: 0.1}",
        "{kind: given, size: 0, waves: [{species: light, wave: [0], n: 0, l: 0, cos: 1}]}",
        "{kind: given, waves: [{species: light, wave: [-3], n: 2, l: 6, sin: 0.30000000000000004}]}"
      })
  void writtenAndReadBackIsEqual(String perturbation) {
    Study study = read(with(perturbation));
    assertEquals(study, read(StudyFile.write(study)));
    assertEquals(study, StudyBuilder.from(study).build(StudyFileTest.CATALOGUE));
  }

  @Test
  void withoutOneTheFileHasNoWordAboutIt() {
    assertFalse(StudyFile.write(read(with("{kind: none}"))).contains("perturbation"));
  }

  /** Without a torus the symmetry of the space is not known; modes are checked when it is. */
  @Test
  void aStudyWithoutATorusKeepsItsModes() {
    String text = with(GIVEN).replace("torus: {dimension: 1, points: 32}\n", "");
    Study study = StudyFile.read(text, "two.yaml", StudyFileTest.CATALOGUE);
    assertEquals(
        study, StudyFile.read(StudyFile.write(study), "two.yaml", StudyFileTest.CATALOGUE));
    assertEquals(
        read(with(GIVEN)), StudyBuilder.from(study).torus(1, 32).build(StudyFileTest.CATALOGUE));
  }

  @Test
  void theBuilderSaysTheSame() {
    StudyBuilder plain = StudyBuilder.from(read(StudyFileTest.GOOD));
    assertEquals(
        read(with("{kind: prepared}")),
        plain.perturbation("prepared").build(StudyFileTest.CATALOGUE));
    Map<String, Object> flux =
        Map.of("species", "light", "wave", List.of(1), "n", 1, "l", 1, "cos", 1, "sin", 0.5);
    Map<String, Object> stress =
        Map.of("species", "heavy", "wave", List.of(0), "n", 0, "l", 2, "cos", -2);
    StudyBuilder given =
        plain.perturbation(
            "given", Map.of("size", 0.1, "equilibrium", 0.02, "waves", List.of(flux, stress)));
    assertEquals(read(with(GIVEN)), given.build(StudyFileTest.CATALOGUE));
    assertEquals(
        read(StudyFileTest.GOOD), given.perturbation("none").build(StudyFileTest.CATALOGUE));
    assertEquals(read(with(GIVEN)), given.build(StudyFileTest.CATALOGUE), "it is immutable");
    Map<String, Object> none =
        Map.of("species", "havy", "wave", List.of(1), "n", 0, "l", 0, "cos", 1);
    StudyException error =
        assertThrows(
            StudyException.class,
            () ->
                plain
                    .perturbation("given", Map.of("waves", List.of(none)))
                    .build(StudyFileTest.CATALOGUE));
    assertEquals(
        "study 'two-gases': perturbation.waves[0].species: found unknown species 'havy'; allowed: "
            + "light, heavy (nearest: heavy)",
        error.getMessage());
  }

  /** The drift of the builder is that of the file, and replaces the one before. */
  @Test
  void theBuilderTakesADrift() {
    String text =
        StudyFileTest.GOOD
            .replace("dimension: 1", "dimension: 2")
            .replace("wave: [1]", "wave: [1, 0]");
    Study still = read(text);
    Study stirred =
        StudyBuilder.from(still)
            .drift(DriftFlows.shear(2, 1, 0, 1, 0.5))
            .drift(DriftFlows.taylorGreen(2, 1, 0.25))
            .build(StudyFileTest.CATALOGUE);
    assertEquals(DriftFlows.taylorGreen(2, 1, 0.25), stirred.requireForRun().data().drift());
    assertEquals(stirred, read(StudyFile.write(stirred)));
    assertEquals(still, StudyBuilder.from(stirred).drift(List.of()).build(StudyFileTest.CATALOGUE));
    StudyBuilder slab = StudyBuilder.from(read(StudyFileTest.GOOD));
    assertEquals(
        "study 'two-gases': drift: found a list of length 2; allowed: [] for dimension 1, where a"
            + " divergence-free drift is constant",
        assertThrows(
                StudyException.class,
                () ->
                    slab.drift(DriftFlows.taylorGreen(2, 1, 0.25).subList(0, 2))
                        .build(StudyFileTest.CATALOGUE))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "prepared | perturbation: found the text 'prepared'; allowed: none, prepared, given",
        "{} | perturbation.kind: missing; allowed: none, prepared, given",
        "{kind: preparde} | perturbation.kind: found unknown kind 'preparde'; allowed: none,"
            + " prepared, given (nearest: prepared)",
        "{kind: prepared, size: 1} | perturbation.size: unknown key; allowed: kind",
        "{kind: given, sise: 1} | perturbation.sise: unknown key; allowed: kind, size, equilibrium,"
            + " waves (nearest: size)",
        "{kind: given} | perturbation.waves: missing; allowed: WAVES",
        "{kind: given, waves: []} | perturbation.waves: found a list of length 0; allowed: WAVES",
        "{kind: given, size: 0.1, equilibrium: 0.1} | perturbation.waves: missing; allowed: WAVES",
        "{kind: given, size: -1, waves: [WAVE]} | perturbation.size: found -1; allowed: a number"
            + " >= 0",
        "{kind: given, equilibrium: .inf, waves: [WAVE]} | perturbation.equilibrium: found Infinity;"
            + " allowed: a number >= 0",
        "{kind: given, size: 1, waves: [{species: light, wave: [0], n: 0, l: 0, cos: 1}]} |"
            + " perturbation.size: found 1.0 for waves that are equilibria only; allowed: a wave"
            + " that is not constant in space, or no collision invariant",
        "{kind: given, waves: [{species: light, wave: [1], l: 1, cos: 1}]} |"
            + " perturbation.waves[0].n: missing; allowed: an integer >= 0",
        "{kind: given, waves: [{species: light, wave: [1], n: -1, l: 1, cos: 1}]} |"
            + " perturbation.waves[0].n: found -1; allowed: an integer >= 0",
        "{kind: given, waves: [{species: light, wave: [1], n: 4, l: 3, cos: 1}]} |"
            + " perturbation.waves[0]: found n = 4, l = 3; allowed: 2 n + l <= 10, the degree",
        "{kind: given, waves: [{species: light, wave: [1], n: 0, l: 1, m: 2, cos: 1}]} |"
            + " perturbation.waves[0].m: found 2; allowed: an integer in [-1, 1]",
        "{kind: given, waves: [{species: light, wave: [1], n: 0, l: 1, m: 1, cos: 1}]} |"
            + " perturbation.waves[0].m: found 1; allowed: 0 on a torus of dimension 1",
        "{kind: given, waves: [{species: light, wave: [16], n: 0, l: 1, cos: 1}]} |"
            + " perturbation.waves[0].wave[0]: found 16, which 32 points cannot carry; allowed:"
            + " integers in [-15, 15]",
        "{kind: given, waves: [{species: light, wave: [1], n: 0, l: 1}]} | perturbation.waves[0]:"
            + " found neither cos nor sin; allowed: at least one of them, a number",
        "{kind: given, waves: [{species: light, wave: [0], n: 0, l: 2, sin: 1}]} |"
            + " perturbation.waves[0].sin: found 1.0 for the zero wave [0]; allowed: cos alone,"
            + " since sin(0) = 0"
      })
  void whatIsWrongIsAnsweredInOneLine(String perturbation, String message) {
    String text =
        with(perturbation.replace("WAVE", "{species: light, wave: [1], n: 1, l: 1, cos: 1}"));
    String expected =
        message.replace("WAVES", "a list of at least one {species, wave, n, l, m, cos, sin}");
    assertEquals(
        "two.yaml:17: " + expected,
        assertThrows(StudyException.class, () -> read(text)).getMessage());
  }

  @Test
  void aPlaneHasNoModesWithANegativeAzimuth() {
    String text =
        with("{kind: given, waves: [{species: light, wave: [1, 0], n: 0, l: 2, m: -1, cos: 1}]}")
            .replace("dimension: 1", "dimension: 2")
            .replace("wave: [1],", "wave: [1, 0],");
    assertEquals(
        "two.yaml:17: perturbation.waves[0].m: found -1; allowed: an integer in [0, 2] on a torus"
            + " of dimension 2",
        assertThrows(StudyException.class, () -> read(text)).getMessage());
  }

  @Test
  void aPerturbationMadeInCodeIsCheckedToo() {
    assertThrows(IllegalArgumentException.class, () -> new InitialPerturbation.Given(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new InitialPerturbation.Given(
                OptionalDouble.empty(), OptionalDouble.of(-1), List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new PerturbationWave(0, List.of(1), 0, 1, 2, 1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PerturbationWave(0, List.of(1), 0, 1, 0, Double.NaN, 0));
  }
}
