package org.knudsen.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.Fick;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.Frozen;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.run.Assembly;
import org.knudsen.run.InitialData;
import org.knudsen.run.InitialPerturbation;
import org.knudsen.run.PerturbationWave;
import org.knudsen.run.ProgressListener;
import org.knudsen.run.Run;
import org.knudsen.run.RunResult;
import org.knudsen.run.Stepping;
import org.knudsen.time.Schemes;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** (1.11) as itself, against the run that a study makes. */
class PerturbedRunTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));
  private static final CollisionKernel KERNEL =
      CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(0.25, 1), s -> 1));
  private static final BurnettCollision OPERATOR =
      new BurnettCollision(
          new BurnettSpace(MIXTURE, 5, AxialSymmetry.SLAB), KERNEL, TableCache.none());

  private static Assembly assembly(FluidLimit limit, TimeIntegrator scheme, int steps) {
    return new Assembly(
        OPERATOR.gas(),
        OPERATOR,
        new Torus(1, 12),
        limit,
        new InitialData(
            List.of(
                new ConcentrationWave(0, List.of(1), 0.1, 0),
                new ConcentrationWave(1, List.of(1), -0.1, 0)),
            List.of(),
            InitialPerturbation.none()),
        new Stepping(scheme, 0.05 / steps, steps));
  }

  /** Its norm is that of the study's run, over eps, for every kind of data. */
  @Test
  void measuresWhatTheRunOfAStudyDoes() {
    double eps = 0.1;
    for (FluidLimit limit : List.of(new MaxwellStefan(), new Fick(), new Frozen())) {
      for (InitialPerturbation data :
          List.of(
              InitialPerturbation.none(),
              InitialPerturbation.prepared(),
              new InitialPerturbation.Given(
                  List.of(new PerturbationWave(0, List.of(1), 1, 1, 0, 0.2, 0.1))))) {
        Assembly assembly = assembly(limit, Schemes.etdRk4(), 8).with(data);
        List<PerturbedRun.Point> points = new PerturbedRun(assembly, eps).execute();
        RunResult observed = new Run(assembly, eps).execute();
        assertEquals(observed.times().length, points.size());
        for (int step = 0; step < points.size(); step++) {
          PerturbedRun.Point point = points.get(step);
          assertEquals(observed.times()[step], point.time());
          double size = observed.distance("H1eps")[step] / eps;
          // the same h: the two norms differ by no more than the two f, and round-off
          assertEquals(size, point.size(), point.difference() + 1e-13);
          assertEquals(0, point.difference(), 1e-5 * points.get(0).size() + 1e-6);
        }
      }
    }
  }

  /** The difference is the error of the scheme, here one of order two. */
  @Test
  void theDifferenceFallsWithTheOrderOfTheScheme() {
    double[] difference = new double[3];
    for (int level = 0; level < 3; level++) {
      Assembly assembly = assembly(new Fick(), Schemes.ars222(), 32 << level);
      List<PerturbedRun.Point> points = new PerturbedRun(assembly, 0.1).execute();
      difference[level] = points.get(points.size() - 1).difference();
    }
    double order = Math.log(difference[1] / difference[2]) / Math.log(2);
    double trend = 2 * order - Math.log(difference[0] / difference[1]) / Math.log(2);
    assertEquals(2, trend, 0.06, "order " + order);
  }

  @Test
  void stopsWhenAsked() {
    int[] asked = {0};
    List<PerturbedRun.Point> points =
        new PerturbedRun(assembly(new Fick(), Schemes.ars222(), 8), 0.1)
            .execute(ProgressListener.silent(), () -> ++asked[0] == 3); // asked after each step
    assertEquals(4, points.size());
    assertTrue(points.get(3).size() > 0);
  }
}
