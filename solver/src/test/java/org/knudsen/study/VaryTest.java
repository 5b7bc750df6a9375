package org.knudsen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaryTest {

  private static final String VARY =
      """
      vary:
        - {key: mixture.heavy.mass, values: [2.0, 4.0, 8.0]}
        - {key: 'velocityGrid.degree', from: 4, to: 8, count: 3}
      """;

  private static SweepPlan plan(String vary) {
    return StudyFile.readForSweep(StudyFileTest.GOOD + vary, "two.yaml", StudyFileTest.CATALOGUE);
  }

  private static String refused(String vary) {
    return assertThrows(StudyException.class, () -> plan(vary)).getMessage();
  }

  @Test
  void everyCombinationAtEveryKnudsenNumberIsATask() {
    SweepPlan plan = plan(VARY);
    assertEquals(List.of("mixture.heavy.mass", "velocityGrid.degree"), plan.keys());
    assertEquals(9, plan.combinations());
    assertEquals(27, plan.size());
    List<String> combinations = new ArrayList<>();
    for (int c = 0; c < 9; c++) {
      Study study = plan.study(c);
      combinations.add(
          study.mixture().species().get(1).mass()
              + " "
              + study.velocityGrid().parameters().integer("degree"));
      List<SweepTask> tasks = plan.tasks(c);
      assertEquals(
          List.of(3 * c, 3 * c + 1, 3 * c + 2), tasks.stream().map(SweepTask::index).toList());
      for (SweepTask task : tasks) {
        Study read = SweepTask.read(task.bytes(), StudyFileTest.CATALOGUE);
        assertEquals(List.of(task.knudsen()), read.requireForRun().knudsen());
        assertEquals(
            study,
            StudyBuilder.from(read)
                .name("two-gases")
                .knudsen(0.2, 0.1, 0.05)
                .build(StudyFileTest.CATALOGUE));
      }
    }
    assertEquals(
        List.of("2.0 4", "2.0 6", "2.0 8", "4.0 4", "4.0 6", "4.0 8", "8.0 4", "8.0 6", "8.0 8"),
        combinations);
    assertEquals(
        "mixture.heavy.mass = 4.0, velocityGrid.degree = 6", plan.combination(4).toString());
  }

  @Test
  void aStudyWithoutVariationsIsItsKnudsenNumbers() {
    SweepPlan plan = plan("");
    assertEquals(1, plan.combinations());
    assertEquals(3, plan.size());
    assertEquals(0.1, plan.tasks(0).get(1).knudsen());
    assertEquals("", plan.combination(0).toString());
  }

  /** What a key is given may replace a plugin whole, or be there in no study alone. */
  @Test
  void keysAreReachedAtAnyDepth() {
    SweepPlan plan =
        plan(
            """
            vary:
              - {key: collisionKernel, values: [{id: vhs, gamma: 0.5, C: [[1.0, 1.0], [1.0, 1.0]]}, {id: hard-sphere, diameters: [1.0, 2.0]}]}
              - {key: output.every, values: [2, 4]}
              - together:
                  - {key: initial.0.cos, values: [0.1, 0.2]}
                  - {key: 'initial[1].cos', values: [-0.1, -0.2]}
            """);
    assertEquals(8, plan.combinations());
    Study last = plan.study(7);
    assertEquals("hard-sphere", last.collisionKernel().id());
    assertEquals(4, last.requireForRun().output().every());
    assertEquals(-0.2, last.requireForRun().data().initial().get(1).cos());
    assertEquals(
        "collisionKernel = {id: hard-sphere, diameters: [1.0, 2.0]}, output.every = 4,"
            + " initial.0.cos = 0.2, initial[1].cos = -0.2",
        plan.combination(7).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{from: 0.1, to: 0.5, count: 5} | [0.1, 0.2, 0.3, 0.4, 0.5]",
        "{from: 1, to: 100, count: 3, spacing: log} | [1, 10, 100]",
        "{from: 2, to: 8, count: 4} | [2, 4, 6, 8]",
        "{from: 1, to: 2, count: 3} | [1, 1.5, 2]",
      })
  void rangesHaveTheirEndsAndPlainDecimals(String range, String values) {
    String key = range.replace("{", "{key: mixture.heavy.mass, ");
    assertEquals(
        values,
        SweepPoint.text(plan("vary: [" + key + "]").study().vary().get(0).keys().get(0).values()));
  }

  @Test
  void theBuilderSaysTheSame() {
    Study built =
        StudyBuilder.from(StudyFile.read(StudyFileTest.GOOD, "two.yaml", StudyFileTest.CATALOGUE))
            .vary("mixture.heavy.mass", 2.0, 4.0, 8.0)
            .together(Map.of("torus.points", List.of(8, 16)))
            .build(StudyFileTest.CATALOGUE);
    SweepPlan plan = SweepPlan.of(built, StudyFileTest.CATALOGUE);
    assertEquals(18, plan.size());
    assertEquals(16, plan.study(5).requireForRun().torus().points());
    assertEquals(
        built, StudyFile.read(StudyFile.write(built), "other.yaml", StudyFileTest.CATALOGUE));
    StudyException e = assertThrows(StudyException.class, built::requireForRun);
    assertEquals("vary", e.key());
    StudyException run =
        assertThrows(
            StudyException.class,
            () -> StudyFile.readForRun(StudyFile.write(built), "a.yaml", StudyFileTest.CATALOGUE));
    assertTrue(run.getMessage().contains("knudsen sweep"), run.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{key: mixture.heavy.mass, values: [1.0, -2.0]}]"
            + "|two.yaml:17: mixture[1].mass: with mixture.heavy.mass = -2.0: found -2.0",
        "[{key: mixture.havy.mass, values: [1.0]}]"
            + "|two.yaml:17: vary[0]: with mixture.havy.mass = 1.0: found 'mixture.havy.mass', and"
            + " no 'havy' there; allowed: light, heavy (nearest: heavy)",
        "[{key: velocityGrid.degre, values: [4]}]"
            + "|two.yaml:17: velocityGrid.degre: with velocityGrid.degre = 4: unknown key",
        "[{key: velocityGrid.degree, values: [four]}]"
            + "|velocityGrid.degree: with velocityGrid.degree = four: found the text 'four'",
        "[{key: knudsen, values: [[0.1]]}]|vary[0].key: found 'knudsen'",
        "[{key: mixtur.heavy.mass, values: [1.0]}]|(nearest: mixture)",
        "[{key: endTime.x, values: [1.0]}]|but endTime has no parts",
        "[{key: endTime, values: []}]|vary[0].values: found a list of length 0",
        "[{key: endTime, values: [0.1, 0.1]}]|vary[0]: found endTime = 0.1 twice",
        "[{key: endTime, values: [0.1]}, {key: endTime, values: [0.2]}]|found 'endTime' twice",
        "[{key: endTime, from: 0, to: 1, count: 3, spacing: log}]|vary[0].from: found 0",
        "[{key: endTime, from: 1, to: 1, count: 3}]|two different ends",
        "[{together: [{key: endTime, values: [0.1]}, {key: torus.points, values: [8, 16]}]}]"
            + "|vary[0].together[1]: found 2 values; allowed: 1, as for 'endTime'",
        "[{key: endTime, from: 1, to: 2, count: 1000000}, {key: torus.points, from: 4, to: 1003,"
            + " count: 1000}]|vary: found 3000000000 tasks; allowed: at most 1000000",
        "[]|vary: found a list of length 0",
      })
  void whatIsWrongIsNamedWithItsCombination(String vary, String message) {
    String refused = refused("vary: " + vary + "\n");
    assertTrue(refused.contains(message), refused);
  }
}
