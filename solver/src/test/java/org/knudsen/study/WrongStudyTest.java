package org.knudsen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row changes one thing in a good study and expects the whole line that answers it. */
class WrongStudyTest {

  private static final String TOP =
      "name, mixture, collisionKernel, velocityGrid, timeIntegrator, torus, fluidLimit, initial,"
          + " drift, perturbation, knudsen, endTime, norms, output, resolution, vary";
  private static final String SPECIES = "a list of at least one {name, mass, concentration}";
  private static final String MATRIX = "a symmetric 2 x 2 matrix of numbers > 0";
  private static final String ZERO_SUM =
      "a sum of 0, to 1.0E-14 of the sum of the moduli (total concentration is constant)";

  private static Arguments row(String good, String bad, String message) {
    return Arguments.of(good, bad, message);
  }

  static Stream<Arguments> structure() {
    return Stream.of(
        row(
            "endTime:",
            "endtime:",
            ":15: endtime: unknown key; allowed: " + TOP + " (nearest: endTime)"),
        row(
            "mass: 1.0",
            "mas: 1.0",
            ":3: mixture[0].mas: unknown key; allowed: name, mass, concentration (nearest: mass)"),
        row(
            "gamma: 0.5",
            "gama: 0.5",
            ":5: collisionKernel.gama: unknown key; allowed: gamma, C (nearest: gamma)"),
        row(
            "dt: 0.005",
            "dt: 0.005, order: 2",
            ":7: timeIntegrator.order: unknown key; allowed: no parameters"),
        row(
            "points: 32",
            "points: 32, length: 1",
            ":8: torus.length: unknown key; allowed: dimension, points"),
        row(
            "cos: 0.1}",
            "cosine: 0.1}",
            ":11: initial[0].cosine: unknown key; allowed: species, wave, cos, sin"),
        row(
            "sobolev: 1",
            "sobolef: 1",
            ":16: norms.sobolef: unknown key; allowed: sobolev (nearest: sobolev)"),
        row(
            "endTime: 0.1",
            "endTime: 0.1\nendTime: 0.2",
            ":16: endTime: found the key twice, first on line 15; allowed: once"),
        row(
            "mass: 1.0",
            "mass: 1.0, mass: 2.0",
            ":3: mixture[0].mass: found the key twice, first on line 3; allowed: once"),
        row(
            "name: two-gases",
            "name: two-gases\n---\nname: other",
            ":3: study: found a second document; allowed: one document"),
        row(
            "torus: {dimension: 1, points: 32}",
            "torus: {dimension: 1, points: 32",
            ":9: YAML: while parsing a flow mapping, expected ',' or '}', but got :; allowed: well-formed YAML"),
        row(
            "name: two-gases",
            "name: !!java.net.URL x",
            ":1: name: found the YAML tag tag:yaml.org,2002:java.net.URL; allowed: plain values without tags"),
        row(
            "name: two-gases",
            "name: ' '",
            ":1: name: found the text ' '; allowed: a printable text on one line, not blank, at most 200 characters"),
        row(
            "name: two-gases",
            "name: 7",
            ":1: name: found 7; allowed: a printable text on one line, not blank, at most 200 characters"));
  }

  static Stream<Arguments> mixture() {
    return Stream.of(
        row("mass: 1.0", "mass: -1.0", ":3: mixture[0].mass: found -1.0; allowed: a number > 0"),
        row("mass: 4.0", "mass: 0", ":4: mixture[1].mass: found 0; allowed: a number > 0"),
        row("mass: 4.0", "mass: .nan", ":4: mixture[1].mass: found NaN; allowed: a number > 0"),
        row(
            "mass: 4.0",
            "mass: .inf",
            ":4: mixture[1].mass: found Infinity; allowed: a number > 0"),
        row(
            "mass: 4.0",
            "mass: '4.0'",
            ":4: mixture[1].mass: found the text '4.0'; allowed: a number > 0"),
        row(
            "mass: 4.0",
            "mass: 4,0",
            ":4: mixture[1].0: unknown key; allowed: name, mass, concentration"),
        row("mass: 4.0, ", "", ":4: mixture[1].mass: missing; allowed: a number > 0"),
        row(
            "concentration: 0.5}",
            "concentration: -0.5}",
            ":3: mixture[0].concentration: found -0.5; allowed: a number > 0"),
        row(
            "name: heavy",
            "name: light",
            ":4: mixture[1].name: found 'light' twice; allowed: distinct names of species"),
        row(
            "mixture:\n  - {name: light, mass: 1.0, concentration: 0.5}\n  - {name: heavy, mass: 4.0, concentration: 0.5}",
            "mixture: []",
            ":2: mixture: found a list of length 0; allowed: " + SPECIES),
        row(
            "mixture:\n  - {name: light, mass: 1.0, concentration: 0.5}\n  - {name: heavy, mass: 4.0, concentration: 0.5}",
            "mixture: argon",
            ":2: mixture: found the text 'argon'; allowed: " + SPECIES));
  }

  static Stream<Arguments> plugins() {
    return Stream.of(
        row(
            "id: vhs",
            "id: vsh",
            ":5: collisionKernel.id: found unknown id 'vsh'; allowed: hard-sphere, vhs (nearest: vhs)"),
        row(
            "id: burnett",
            "id: cartesian",
            ":6: velocityGrid.id: found unknown id 'cartesian'; allowed: burnett"),
        row(
            "id: ars-443",
            "id: ars443",
            ":7: timeIntegrator.id: found unknown id 'ars443'; allowed: ars-443 (nearest: ars-443)"),
        row(
            "id: maxwell-stefan",
            "id: fick",
            ":9: fluidLimit.id: found unknown id 'fick'; allowed: maxwell-stefan"),
        row(
            "{id: burnett, degree: 10}",
            "{degree: 10}",
            ":6: velocityGrid.id: missing; allowed: {id, parameters of that grid}"),
        row(
            "{id: burnett, degree: 10}",
            "burnett",
            ":6: velocityGrid: found the text 'burnett'; allowed: {id, parameters of that grid}"),
        row(
            "gamma: 0.5",
            "gamma: 1.5",
            ":5: collisionKernel.gamma: found 1.5; allowed: a number in [0, 1]"),
        row("gamma: 0.5, ", "", ":5: collisionKernel.gamma: missing; allowed: a number in [0, 1]"),
        row(
            "[2.0, 3.0]]",
            "[2.5, 3.0]]",
            ":5: collisionKernel.C[1][0]: found 2.5, but entry [0][1] is 2.0; allowed: " + MATRIX),
        row(
            "{id: vhs, gamma: 0.5, C: [[1.0, 2.0], [2.0, 3.0]]}",
            "\n  id: vhs\n  gamma: 1\n  C:\n    - [1.0, 2.0]\n    - [2.0, -3.0]",
            ":10: collisionKernel.C[1][1]: found -3.0; allowed: " + MATRIX),
        row(
            "C: [[1.0, 2.0], [2.0, 3.0]]",
            "C: {a: 1}",
            ":5: collisionKernel.C: found a mapping; allowed: " + MATRIX),
        row(
            "degree: 10",
            "degree: 1",
            ":6: velocityGrid.degree: found 1; allowed: an integer in [2, 100]"),
        row(
            "degree: 10",
            "degree: 10.5",
            ":6: velocityGrid.degree: found 10.5; allowed: an integer in [2, 100]"),
        row(
            "{id: vhs, gamma: 0.5, C: [[1.0, 2.0], [2.0, 3.0]]}",
            "{id: hard-sphere, diameters: [1.0]}",
            ":5: collisionKernel.diameters: found a list of length 1; allowed: a list of 2 numbers > 0, one a species"),
        row(
            "{id: vhs, gamma: 0.5, C: [[1.0, 2.0], [2.0, 3.0]]}",
            "{id: hard-sphere, diameters: [500, 1]}",
            ":5: collisionKernel.diameters[0]: found 500.0; allowed: at most 100 times the last diameter"));
  }

  static Stream<Arguments> timeAndSpace() {
    return Stream.of(
        row("dt: 0.005", "dt: 0", ":7: timeIntegrator.dt: found 0; allowed: a number > 0"),
        row("dt: 0.005", "dt: -1e-3", ":7: timeIntegrator.dt: found -0.001; allowed: a number > 0"),
        row(", dt: 0.005", "", ":7: timeIntegrator.dt: missing; allowed: a number > 0"),
        row(
            "dimension: 1",
            "dimension: 4",
            ":8: torus.dimension: found 4; allowed: an integer in [1, 3]"),
        row("dimension: 1, ", "", ":8: torus.dimension: missing; allowed: 1, 2 or 3"),
        row(
            "points: 32",
            "points: 3",
            ":8: torus.points: found 3; allowed: an integer in [4, 16777216]"),
        row(
            "dimension: 1, points: 32",
            "dimension: 2, points: 5000",
            ":8: torus.points: found 5000; allowed: an integer in [4, 4096]"),
        row(
            "dimension: 1",
            "dimension: 3",
            ":6: velocityGrid: found values that the plugin rejects; allowed: dimension 1 or 2 of the torus"),
        row(
            "[0.2, 0.1, 0.05]",
            "[0.2, 0, 0.05]",
            ":14: knudsen[1]: found 0; allowed: a number > 0"),
        row(
            "[0.2, 0.1, 0.05]",
            "[0.2, -0.1]",
            ":14: knudsen[1]: found -0.1; allowed: a number > 0"),
        row(
            "[0.2, 0.1, 0.05]",
            "[0.2, 0.2]",
            ":14: knudsen[1]: found 0.2 twice; allowed: distinct numbers > 0"),
        row(
            "[0.2, 0.1, 0.05]",
            "[]",
            ":14: knudsen: found a list of length 0; allowed: a list of at least one number > 0"),
        row(
            "[0.2, 0.1, 0.05]",
            "0.1",
            ":14: knudsen: found 0.1; allowed: a list of at least one number > 0"),
        row("endTime: 0.1", "endTime: 0", ":15: endTime: found 0; allowed: a number > 0"),
        row(
            "endTime: 0.1",
            "endTime: soon",
            ":15: endTime: found the text 'soon'; allowed: a number > 0"),
        row(
            "endTime: 0.1",
            "endTime: 0.1025",
            ":15: endTime: found 0.1025, which is 20.5 steps of dt 0.005; allowed: a multiple of dt, for instance 0.1 or 0.105"),
        row(
            "endTime: 0.1",
            "endTime: 0.001",
            ":15: endTime: found 0.001, which is 0.2 steps of dt 0.005; allowed: a multiple of dt, for instance 0.005"),
        row(
            "dt: 0.005",
            "dt: 0.0123456789",
            ":15: endTime: found 0.1, which is 8.1 steps of dt 0.0123456789; allowed: a multiple of dt, for instance 0.0987654312 or 0.1111111101"),
        row(
            "endTime: 0.1",
            "endTime: 1e9",
            ":15: endTime: found 1.0E9, which is 2.0E11 steps of dt 0.005; allowed: at most 2147483647 steps"),
        row(
            "sobolev: 1",
            "sobolev: 11",
            ":16: norms.sobolev: found 11; allowed: an integer in [0, 10]"),
        row(
            "norms:",
            "output: {every: 0}\nnorms:",
            ":16: output.every: found 0; allowed: an integer >= 1"),
        row(
            "norms:",
            "output: {every: 1.5}\nnorms:",
            ":16: output.every: found 1.5; allowed: an integer >= 1"),
        row(
            "norms:",
            "output: {distribution: [0.05, 0.2]}\nnorms:",
            ":16: output.distribution[1]: found 0.2; allowed: a number in [0, 0.1]"),
        row(
            "norms:",
            "output: {distribution: 0.05}\nnorms:",
            ":16: output.distribution: found 0.05; allowed: a list of numbers in [0, 0.1]"),
        row(
            "norms:",
            "output: {evry: 2}\nnorms:",
            ":16: output.evry: unknown key; allowed: every, distribution (nearest: every)"),
        row(
            "norms:",
            "resolution: {unresolved: acept}\nnorms:",
            ":16: resolution.unresolved: found unknown word 'acept'; allowed: refuse, accept (nearest: accept)"),
        row(
            "norms:",
            "resolution: accept\nnorms:",
            ":16: resolution: found the text 'accept'; allowed: {unresolved}"));
  }

  static Stream<Arguments> waves() {
    return Stream.of(
        row(
            "species: heavy",
            "species: hevy",
            ":12: initial[1].species: found unknown species 'hevy'; allowed: light, heavy (nearest: heavy)"),
        row(
            "cos: -0.1",
            "cos: -0.05",
            ":11: initial[0]: found cos amplitudes of wave [1] that sum to 0.05 over species; allowed: "
                + ZERO_SUM),
        row(
            "cos: -0.1",
            "cos: -0.1, sin: 0.01",
            ":11: initial[0]: found sin amplitudes of wave [1] that sum to 0.01 over species; allowed: "
                + ZERO_SUM),
        row(
            "wave: [1], cos: -0.1",
            "wave: [2], cos: -0.1",
            ":11: initial[0]: found cos amplitudes of wave [1] that sum to 0.1 over species; allowed: "
                + ZERO_SUM),
        row(
            "wave: [1], cos: 0.1",
            "wave: [0], cos: 0.1",
            ":11: initial[0].wave: found the zero wave [0]; allowed: a list of 1 integer in [-15, 15], not all zero (zero mean)"),
        row(
            "wave: [1], cos: 0.1",
            "wave: [16], cos: 0.1",
            ":11: initial[0].wave[0]: found 16, which 32 points cannot carry; allowed: integers in [-15, 15]"),
        row(
            "wave: [1], cos: 0.1",
            "wave: [-2147483648], cos: 0.1",
            ":11: initial[0].wave[0]: found -2147483648, which 32 points cannot carry; allowed: integers in [-15, 15]"),
        row(
            "wave: [1], cos: 0.1",
            "wave: [1, 0], cos: 0.1",
            ":11: initial[0].wave: found a list of length 2; allowed: a list of 1 integer in [-15, 15]"),
        row(
            "wave: [1], cos: 0.1",
            "wave: 1, cos: 0.1",
            ":11: initial[0].wave: found 1; allowed: a list of 1 integer in [-15, 15]"),
        row(
            "wave: [1], cos: 0.1",
            "wave: [0.5], cos: 0.1",
            ":11: initial[0].wave[0]: found 0.5; allowed: an integer that is finite"),
        row(
            "cos: 0.1}",
            "cos: .nan}",
            ":11: initial[0].cos: found NaN; allowed: a number that is finite"),
        row(
            ", cos: 0.1}",
            "}",
            ":11: initial[0]: found neither cos nor sin; allowed: at least one of them, a number"),
        row(
            "species: light, ",
            "",
            ":11: initial[0].species: missing; allowed: the name of a species"),
        row(
            "initial:\n  - {species: light, wave: [1], cos: 0.1}\n  - {species: heavy, wave: [1], cos: -0.1}",
            "initial: []",
            ":10: initial: found a list of length 0; allowed: a list of at least one {species, wave, cos, sin}"),
        row(
            "  - {species: light, wave: [1], cos: 0.1}\n  - {species: heavy, wave: [1], cos: -0.1}",
            "  - {species: light, wave: [1], cos: 4}\n  - {species: heavy, wave: [1], cos: -4}",
            ":11: initial[0]: found concentration -0.30000000000000004 of species 'light' at x = [0.5] for knudsen 0.2; allowed: concentration + knudsen * (cos and sin waves) > 0 at every grid point"),
        row(
            "drift: []",
            "drift: [{wave: [1], cos: [1]}]",
            ":13: drift: found a list of length 1; allowed: [] for dimension 1, where a divergence-free drift is constant"));
  }

  static Stream<Arguments> drift() {
    return Stream.of(
        row(
            "drift: []",
            "drift: [{wave: [1, 0], cos: [1, 0]}]",
            ":13: drift[0].cos: found k.cos = 1.0; allowed: 0 to round-off, a divergence-free drift"),
        row(
            "drift: []",
            "drift: [{wave: [1, 0], sin: [0]}]",
            ":13: drift[0].sin: found a list of length 1; allowed: a list of 2 numbers that are finite, one a direction"),
        row(
            "drift: []",
            "drift: [{wave: [1, 16], sin: [0, 0]}]",
            ":13: drift[0].wave[1]: found 16, which 32 points cannot carry; allowed: integers in [-15, 15]"),
        row(
            "drift: []",
            "drift: [{wave: [1, 0], sin: [0, 1], frequency: -2}]",
            ":13: drift[0].frequency: found -2; allowed: a number >= 0"),
        row(
            "drift: []",
            "drift: [{wave: [1, 0], sin: [0, 1], period: 2}]",
            ":13: drift[0].period: unknown key; allowed: wave, cos, sin, frequency, phase"),
        row(
            "drift: []",
            "drift: [{flow: shera, axis: 0, across: 1, wave: 1, amplitude: 1}]",
            ":13: drift[0].flow: found unknown flow 'shera'; allowed: shear, taylor-green (nearest: shear)"),
        row(
            "drift: []",
            "drift: [{flow: shear, axis: 0, across: 2, wave: 1, amplitude: 1}]",
            ":13: drift[0].across: found 2; allowed: an integer in [0, 1]"),
        row(
            "drift: []",
            "drift: [{flow: shear, axis: 1, across: 1, wave: 1, amplitude: 1}]",
            ":13: drift[0].across: found 1, the axis itself; allowed: an integer in [0, 1], another than axis"),
        row(
            "drift: []",
            "drift: [{flow: shear, axis: 1, wave: 1, amplitude: 1}]",
            ":13: drift[0].across: missing; allowed: an integer in [0, 1], another than axis"),
        row(
            "drift: []",
            "drift: [{flow: taylor-green, wave: 16, amplitude: 1}]",
            ":13: drift[0].wave: found 16; allowed: an integer other than 0 in [-15, 15]"),
        row(
            "drift: []",
            "drift: [{flow: taylor-green, wave: 1, across: 1}]",
            ":13: drift[0].across: unknown key; allowed: flow, wave, amplitude, frequency, phase"),
        row(
            "drift: []",
            "drift: [{flow: taylor-green, wave: 1}]",
            ":13: drift[0].amplitude: missing; allowed: a number"));
  }

  @ParameterizedTest
  @MethodSource({"structure", "mixture", "plugins", "timeAndSpace", "waves"})
  void isAnsweredInOneLine(String good, String bad, String message) {
    expect(StudyFileTest.GOOD, good, bad, message);
  }

  @ParameterizedTest
  @MethodSource("drift")
  void isAnsweredInOneLineInTwoDimensions(String good, String bad, String message) {
    String plane =
        StudyFileTest.GOOD
            .replace("dimension: 1", "dimension: 2")
            .replace("wave: [1]", "wave: [1, 0]");
    expect(plane, good, bad, message);
  }

  private static void expect(String study, String good, String bad, String message) {
    int at = study.indexOf(good);
    assertNotEquals(-1, at, "the row does not fit the study: " + good);
    String text = study.substring(0, at) + bad + study.substring(at + good.length());
    StudyException error =
        assertThrows(
            StudyException.class,
            () -> StudyFile.readForRun(text, "two.yaml", StudyFileTest.CATALOGUE));
    assertEquals("two.yaml" + message, error.getMessage());
    assertFalse(error.getMessage().contains("\n"));
  }

  @Test
  void anEmptyFileIsNoStudy() {
    for (String text : new String[] {"", "# only a comment\n", "[]", "just words"}) {
      StudyException error =
          assertThrows(
              StudyException.class,
              () -> StudyFile.read(text, "two.yaml", StudyFileTest.CATALOGUE));
      assertEquals("study", error.key(), error.getMessage());
    }
  }

  @Test
  void aFileThatContainsItselfIsRefused() {
    StudyException error =
        assertThrows(
            StudyException.class,
            () -> StudyFile.read("mixture: &m [*m]", "two.yaml", StudyFileTest.CATALOGUE));
    assertEquals(1, error.line());
  }
}
