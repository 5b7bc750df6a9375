package org.knudsen.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.fluid.DriftFlows;
import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.Frozen;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kinetic.KineticEquation;
import org.knudsen.time.Allocation;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;

class TimeLoopTest {

  private static final double EPS = 0.2;

  private static Assembly plane(FluidLimit limit, TimeIntegrator scheme) {
    Assembly assembly =
        TestRuns.assembly(
            TestRuns.twoGases(),
            TestRuns.kernel(2, 0.25, 1),
            3,
            new Torus(2, 6),
            TestRuns.wave(TestRuns.twoGases(), 0.1, 0.02, 1, 1),
            new Stepping(scheme, 0.002, 5));
    InitialData data =
        new InitialData(
            assembly.data().initial(),
            DriftFlows.taylorGreen(2, 1, 0.1).stream()
                .map(mode -> limit instanceof Fick ? mode : mode.swinging(30, 0.1))
                .toList(),
            InitialPerturbation.none());
    return new Assembly(
        assembly.gas(), assembly.operator(), assembly.torus(), limit, data, assembly.stepping());
  }

  /** The state and the fields of the fluid, bit by bit, at each step. */
  @ParameterizedTest
  @ValueSource(strings = {"maxwell-stefan", "fick", "frozen"})
  void aFluidAloneIsThatBesideTheKineticEquation(String name) {
    FluidLimit limit =
        switch (name) {
          case "fick" -> new Fick();
          case "frozen" -> new Frozen();
          default -> new MaxwellStefan();
        };
    Assembly assembly = plane(limit, Schemes.ars443());
    List<double[]> beside = new ArrayList<>();
    double[][] last = new double[1][];
    RunObserver observer =
        new RunObserver() {
          @Override
          public void reached(RunState state) {
            beside.add(state.fluid().concentrationDeviation.clone());
            beside.add(state.fluid().velocity.clone());
            beside.add(state.fluid().temperatureDeviation.clone());
            beside.add(new double[] {state.time()});
            last[0] = state.fluidState().clone();
          }
        };
    new Run(assembly, EPS)
        .unmeasured()
        .execute(List.of(observer), ProgressListener.silent(), Cancellation.never());
    List<double[]> alone = new ArrayList<>();
    double[] end =
        new FluidRun(limit, assembly.fluidSetting(EPS), assembly.stepping())
            .execute(
                (time, fields) -> {
                  alone.add(fields.concentrationDeviation.clone());
                  alone.add(fields.velocity.clone());
                  alone.add(fields.temperatureDeviation.clone());
                  alone.add(new double[] {time});
                });
    assertEquals(6 * 4, alone.size());
    assertEquals(alone.size(), beside.size());
    for (int a = 0; a < alone.size(); a++) {
      assertArrayEquals(beside.get(a), alone.get(a));
    }
    assertArrayEquals(last[0], end);
    if (!name.equals("frozen")) {
      assertNotEquals(alone.get(0)[0], alone.get(20)[0], "the fluid moves");
    }
  }

  /** Times are products, not sums; a loop goes on from a step, and ends where it is told to. */
  @Test
  void stepsAreCountedFromWhereTheStatesAre() {
    Assembly assembly = plane(new MaxwellStefan(), Schemes.ars222());
    FluidEquation fluid = assembly.fluidLimit().equation(assembly.fluidSetting(EPS));
    double[] whole = fluid.initialState();
    List<Integer> steps = new ArrayList<>();
    int done =
        new TimeLoop(assembly.stepping())
            .with(fluid, whole)
            .run(
                0,
                (step, time) -> {
                  steps.add(step);
                  assertEquals(step * 0.002, time);
                  return true;
                });
    assertEquals(5, done);
    assertEquals(List.of(1, 2, 3, 4, 5), steps);
    double[] parts = fluid.initialState();
    TimeLoop loop = new TimeLoop(assembly.stepping()).with(fluid, parts);
    assertEquals(2, loop.run(0, (step, time) -> step < 2));
    assertEquals(5, loop.run(2, (step, time) -> true));
    assertArrayEquals(whole, parts);
    assertEquals(5, loop.run(5, (step, time) -> true), "nothing is left to do");
    assertArrayEquals(whole, parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ars-443", "etd-rk4"})
  void theLoopAllocatesNothing(String scheme) {
    Assembly assembly =
        plane(new MaxwellStefan(), scheme.equals("ars-443") ? Schemes.ars443() : Schemes.etdRk4());
    FluidEquation fluid = assembly.fluidLimit().equation(assembly.fluidSetting(EPS));
    KineticEquation kinetic = new KineticEquation(assembly.operator(), assembly.torus(), EPS);
    TimeLoop loop =
        new TimeLoop(assembly.stepping())
            .with(fluid, fluid.initialState())
            .with(kinetic, new double[kinetic.size()]);
    TimeLoop.Observer observer = (step, time) -> true;
    long least = Long.MAX_VALUE;
    for (int turn = 0; turn < 5; turn++) { // a compiler at work may allocate in one of them
      least = Math.min(least, Allocation.of(() -> loop.run(0, observer), 20));
    }
    assertEquals(0, least);
  }
}
