package org.knudsen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.DriftWave;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.run.Output;
import org.knudsen.run.StandInPlugins;
import org.knudsen.torus.Torus;

class StudyFileTest {

  static final PluginCatalogue CATALOGUE = StandInPlugins.catalogue();

  static final String GOOD =
      """
      name: two-gases
      mixture:
        - {name: light, mass: 1.0, concentration: 0.5}
        - {name: heavy, mass: 4.0, concentration: 0.5}
      collisionKernel: {id: vhs, gamma: 0.5, C: [[1.0, 2.0], [2.0, 3.0]]}
      velocityGrid: {id: burnett, degree: 10}
      timeIntegrator: {id: ars-443, dt: 0.005}
      torus: {dimension: 1, points: 32}
      fluidLimit: {id: maxwell-stefan}
      initial:
        - {species: light, wave: [1], cos: 0.1}
        - {species: heavy, wave: [1], cos: -0.1}
      drift: []
      knudsen: [0.2, 0.1, 0.05]
      endTime: 0.1
      norms: {sobolev: 1}
      """;

  private static Study read(String text) {
    return StudyFile.read(text, "two.yaml", CATALOGUE);
  }

  @Test
  void readsEveryPart() {
    Study study = StudyFile.readForRun(GOOD, "two.yaml", CATALOGUE);
    RunPlan run = study.requireForRun();
    assertEquals("two-gases", study.name());
    assertEquals(
        Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5)), study.mixture());
    assertEquals("vhs", study.collisionKernel().id());
    assertEquals(
        Map.of("gamma", 0.5, "C", List.of(List.of(1.0, 2.0), List.of(2.0, 3.0))),
        study.collisionKernel().parameters().asMap());
    assertEquals(10, study.velocityGrid().parameters().integer("degree"));
    assertEquals(new Torus(1, 32), run.torus());
    assertEquals(
        List.of(
            new ConcentrationWave(0, List.of(1), 0.1, 0),
            new ConcentrationWave(1, List.of(1), -0.1, 0)),
        run.data().initial());
    assertEquals(List.of(0.2, 0.1, 0.05), run.knudsen());
    assertEquals(0.1, run.endTime());
    assertEquals(Output.of(1), run.output());
    assertEquals(0.005, run.dt());
    assertEquals(20, run.steps());
    assertEquals(0.005, run.step(), 1e-18);
    assertEquals(2.0, study.createCollisionKernel(CATALOGUE).pair(0, 1).at(1, 0));
    assertEquals(2 * 36, study.createVelocitySpace(CATALOGUE).size());
    assertEquals(3, study.createTimeIntegrator(CATALOGUE).order());
    assertEquals("maxwell-stefan", study.createFluidLimit(CATALOGUE).name());
  }

  @Test
  void jsonIsYaml() {
    String json =
        """
        {"mixture": [{"name": "a", "mass": 1, "concentration": 1e0}],
         "collisionKernel": {"id": "vhs", "gamma": 1},
         "velocityGrid": {"id": "burnett"}}
        """;
    Study study = StudyFile.read(json, "dir/one.json", CATALOGUE);
    assertEquals("one", study.name(), "a study without a name takes the file's");
    assertEquals(1.0, study.mixture().concentration(0));
    assertEquals(Optional.empty(), study.plan());
    assertEquals(10, study.velocityGrid().parameters().integer("degree"), "by default");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 10})
  void normsTakeAnyNumberOfDerivatives(int s) {
    assertEquals(
        s, read(GOOD.replace("sobolev: 1", "sobolev: " + s)).requireForRun().output().sobolev());
  }

  @Test
  void writtenAndReadBackIsEqual() {
    Study study = read(GOOD);
    assertEquals(study, read(StudyFile.write(study)));
    String text = StudyFile.write(study);
    assertEquals(text, StudyFile.write(read(text)));
    assertTrue(text.contains("- {name: light, mass: 1.0, concentration: 0.5}"), text);
  }

  @Test
  void everyDigitSurvives() {
    double awkward = 0.1 + 0.2;
    Study study =
        Study.builder()
            .name("1e-3: # not a comment")
            .species("yes", Math.PI * 1e-300, Math.nextUp(1.0))
            .species("12", 1e17 / 3, 1.0 / 3)
            .collisionKernel("vhs", Map.of("gamma", awkward))
            .velocityGrid("burnett", Map.of())
            .timeIntegrator("ars-443", awkward)
            .torus(2, 8)
            .fluidLimit("maxwell-stefan")
            .initial("yes", List.of(1, -2), 1e-5 / 7, -awkward / 10)
            .initial("12", List.of(-1, 2), -1e-5 / 7, -awkward / 10)
            .knudsen(Double.MIN_NORMAL, 1e-6, 1.0 / 3)
            .endTime(awkward * 3)
            .norms(0)
            .build(CATALOGUE);
    Study back = read(StudyFile.write(study));
    assertEquals(study, back);
    assertEquals(awkward, back.requireForRun().dt());
  }

  @Test
  void theBuilderMakesTheStudyOfTheFile() {
    StudyBuilder common =
        Study.builder()
            .name("two-gases")
            .species("light", 1.0, 0.5)
            .species("heavy", 4.0, 0.5)
            .velocityGrid("burnett", Map.of("degree", 10))
            .timeIntegrator("ars-443", 0.005)
            .torus(1, 32)
            .fluidLimit("maxwell-stefan")
            .initial("light", List.of(1), 0.1, 0)
            .initial("heavy", List.of(1), -0.1, 0)
            .knudsen(0.2, 0.1, 0.05)
            .endTime(0.1);
    List<List<Double>> c = List.of(List.of(1.0, 2.0), List.of(2.0, 3.0));
    assertEquals(
        read(GOOD), common.collisionKernel("vhs", Map.of("gamma", 0.5, "C", c)).build(CATALOGUE));
    Study spheres = common.collisionKernel("hard-sphere").build(CATALOGUE);
    assertEquals("hard-sphere", spheres.collisionKernel().id(), "the builder is immutable");
    assertEquals(
        read(GOOD).requireForRun().data(),
        StudyBuilder.from(spheres).endTime(0.2).build(CATALOGUE).requireForRun().data());
  }

  @Test
  void theBuilderComplainsLikeTheFileWithoutALine() {
    StudyBuilder builder =
        Study.builder().name("n").species("a", -1, 1).collisionKernel("vhs", Map.of("gamma", 1));
    StudyException error = assertThrows(StudyException.class, () -> builder.build(CATALOGUE));
    assertEquals(
        "study 'n': mixture[0].mass: found -1.0; allowed: a number > 0", error.getMessage());
    assertEquals(0, error.line());
  }

  @Test
  void aRunNeedsEveryPart() {
    String text =
        """
        mixture:
          - {name: a, mass: 1, concentration: 1}
        collisionKernel: {id: hard-sphere}
        velocityGrid: {id: burnett}
        timeIntegrator: {id: ars-443, dt: 0.1}
        """;
    Study study = read(text);
    assertEquals(
        "study 'two': torus: missing; allowed: {dimension, points}",
        assertThrows(StudyException.class, study::requireForRun).getMessage());
    assertEquals(
        "two.yaml:1: torus: missing; allowed: {dimension, points}",
        assertThrows(StudyException.class, () -> StudyFile.readForRun(text, "two.yaml", CATALOGUE))
            .getMessage());
    assertThrows(StudyException.class, () -> study.createFluidLimit(CATALOGUE));
  }

  @Test
  void aDriftMayBlowInTwoDimensions() {
    String text =
        GOOD.replace("dimension: 1", "dimension: 2")
            .replace("wave: [1]", "wave: [1, 0]")
            .replace("drift: []", "drift: [{wave: [1, 2], cos: [0.2, -0.1]}]");
    Study study = read(text);
    assertEquals(
        List.of(new DriftWave(List.of(1, 2), List.of(0.2, -0.1), List.of(0.0, 0.0))),
        study.requireForRun().data().drift());
    assertEquals(study, read(StudyFile.write(study)));
    assertEquals(study, StudyFile.readForRun(text, "two.yaml", CATALOGUE));
  }

  /** Ready-made flows are read as their modes, and written as those. */
  @Test
  void readyMadeFlowsAreTheirModes() {
    String plane =
        GOOD.replace("dimension: 1", "dimension: 2").replace("wave: [1]", "wave: [1, 0]");
    Study study =
        read(
            plane.replace(
                "drift: []",
                """
                drift:
                  - {flow: shear, axis: 0, across: 1, wave: 2, amplitude: 0.1}
                  - {flow: taylor-green, wave: 1, amplitude: 0.2, frequency: 1.5, phase: 0.25}
                  - {wave: [1, 0], sin: [0, 0.3], frequency: 2}"""));
    List<DriftWave> expected = new ArrayList<>(DriftFlows.shear(2, 0, 1, 2, 0.1));
    DriftFlows.taylorGreen(2, 1, 0.2).forEach(mode -> expected.add(mode.swinging(1.5, 0.25)));
    expected.add(new DriftWave(List.of(1, 0), List.of(0.0, 0.0), List.of(0.0, 0.3), 2, 0));
    assertEquals(expected, study.requireForRun().data().drift());
    assertEquals(study, read(StudyFile.write(study)));
    StudyBuilder still = StudyBuilder.from(read(plane));
    assertEquals(study, still.drift(study.requireForRun().data().drift()).build(CATALOGUE));
    String alone =
        """
        mixture: [{name: a, mass: 1, concentration: 1}]
        collisionKernel: {id: hard-sphere}
        velocityGrid: {id: burnett}
        drift: [{flow: taylor-green, wave: 1, amplitude: 1}]
        """;
    assertEquals(
        "two.yaml:4: drift[0].flow: found a flow in a study without a torus; allowed: a torus"
            + " beside it, or {wave, cos, sin}",
        assertThrows(StudyException.class, () -> read(alone)).getMessage());
  }

  /** 0.1 / 0.005 and the like are whole only to round-off; 0.3 / 0.1 is 2.9999999999999996. */
  @Test
  void stepsAreCountedToRoundOff() {
    String text = GOOD.replace("dt: 0.005", "dt: 0.1").replace("endTime: 0.1", "endTime: 0.3");
    assertEquals(3, read(text).requireForRun().steps());
    assertEquals(0.3 / 3, read(text).requireForRun().step());
  }

  @Test
  void oppositeWavesAreOne() {
    String text =
        GOOD.replace("wave: [1], cos: -0.1", "wave: [-1], cos: -0.1, sin: 0.05")
            .replace("wave: [1], cos: 0.1", "wave: [1], cos: 0.1, sin: 0.05");
    assertEquals(-1, read(text).requireForRun().data().initial().get(1).wave().get(0));
  }

  /** What is kept of a run, in the file and in the builder; without a word it is the default. */
  @Test
  void theOutputIsReadWrittenAndChecked() {
    assertEquals(Output.of(1), read(GOOD).requireForRun().output());
    String text =
        GOOD + "output: {every: 5, distribution: [0, 0.1]}\nresolution: {unresolved: accept}\n";
    Study study = read(text);
    assertEquals(new Output(1, 5, List.of(0.0, 0.1), true), study.requireForRun().output());
    assertEquals(study, read(StudyFile.write(study)));
    StudyBuilder plain = StudyBuilder.from(read(GOOD));
    assertEquals(study, plain.output(5, 0, 0.1).resolution("accept").build(CATALOGUE));
    assertEquals(read(GOOD), plain.output(1).resolution("refuse").norms(1).build(CATALOGUE));
  }

  /** A study without a plan keeps the keys that it has; the missing one is named. */
  @Test
  void anUnfinishedStudyIsKept() {
    for (String key :
        List.of("timeIntegrator", "torus", "fluidLimit", "initial", "knudsen", "endTime")) {
      Study study = read(GOOD.replaceAll("(?m)^" + key + ":.*\n(  - \\{species.*\n)*", ""));
      assertEquals(Optional.empty(), study.plan());
      assertEquals(key, assertThrows(StudyException.class, study::requireForRun).key());
      assertEquals(study, read(StudyFile.write(study)));
      assertNotEquals(study, read(GOOD));
    }
    Study plane =
        read(
            GOOD.replace("dimension: 1", "dimension: 2")
                .replace("wave: [1]", "wave: [1, 0]")
                .replace("endTime: 0.1\n", ""));
    assertEquals(2, plane.dimension());
    assertEquals(
        read(GOOD.replace("dimension: 1", "dimension: 2").replace("wave: [1]", "wave: [1, 0]")),
        StudyBuilder.from(plane).endTime(0.1).build(CATALOGUE));
  }

  @Test
  void theTreeOfAStudyCannotBeChanged() {
    Map<String, Object> tree = read(GOOD).tree();
    assertEquals(
        List.of(
            "name",
            "mixture",
            "collisionKernel",
            "velocityGrid",
            "timeIntegrator",
            "torus",
            "fluidLimit",
            "initial",
            "drift",
            "knudsen",
            "endTime",
            "norms",
            "output",
            "resolution"),
        List.copyOf(tree.keySet()),
        "in the order of the file");
    assertThrows(UnsupportedOperationException.class, () -> tree.put("name", "other"));
    Map<?, ?> torus = (Map<?, ?>) tree.get("torus");
    assertThrows(UnsupportedOperationException.class, () -> torus.remove("points"));
    List<?> waves = (List<?>) tree.get("initial");
    assertThrows(UnsupportedOperationException.class, () -> waves.set(0, null));
  }

  /** What a command finds wrong later has the line of its key, or of the nearest above it. */
  @Test
  void anErrorThatIsFoundLaterHasItsLine() {
    String file = "two.yaml";
    assertEquals(
        file + ":6: velocityGrid.degree: found 10; allowed: 2",
        StudyFile.error(GOOD, file, List.of("velocityGrid", "degree"), "found 10", "2")
            .getMessage());
    assertEquals(4, StudyFile.error(GOOD, file, List.of("mixture", 1, "mass"), "", "").line());
    assertEquals(8, StudyFile.error(GOOD, file, List.of("torus", "cells", 3), "", "").line());
  }

  @Test
  void readsFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("gases.yaml");
    Files.writeString(file, GOOD.replace("name: two-gases\n", ""));
    assertEquals("gases", StudyFile.read(file, CATALOGUE).name());
    Path none = folder.resolve("none.yaml");
    assertEquals(
        none + ": study: found no such file; allowed: a YAML file",
        assertThrows(StudyException.class, () -> StudyFile.read(none, CATALOGUE)).getMessage());
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xff});
    assertEquals(
        file + ": study: found bytes that are no UTF-8; allowed: a YAML file in UTF-8",
        assertThrows(StudyException.class, () -> StudyFile.read(file, CATALOGUE)).getMessage());
    assertThrows(StudyException.class, () -> StudyFile.read(folder, CATALOGUE));
  }

  @Test
  void studiesThatDifferAreNotEqual() {
    assertNotEquals(read(GOOD), read(GOOD.replace("gamma: 0.5", "gamma: 0.25")));
    assertNotEquals(read(GOOD), read(GOOD.replace("0.2, 0.1", "0.1, 0.2")));
    assertEquals(read(GOOD), read(GOOD.replace("cos: 0.1}", "cos: 0.1, sin: -0.0}")));
  }
}
