package org.knudsen.command;

import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.time.Schemes;
import org.knudsen.time.SemilinearEquation;
import org.knudsen.time.TimeIntegrator;

/** ARS(4,4,3) that takes 96 MiB in the middle of a run, and states nothing. */
public final class GreedyScheme implements TimeIntegratorProvider {

  /** From when on it has taken them. */
  static final double TIME = 0.05;

  @Override
  public String id() {
    return "greedy";
  }

  @Override
  public String description() {
    return "stand-in";
  }

  @Override
  public String reference() {
    return "none";
  }

  @Override
  public TimeIntegrator create(ParameterValues parameters) {
    TimeIntegrator modest = Schemes.ars443();
    return new TimeIntegrator() {
      @Override
      public String name() {
        return id();
      }

      @Override
      public int order() {
        return modest.order();
      }

      @Override
      public boolean unconditional() {
        return modest.unconditional();
      }

      @Override
      public Stepper stepper(SemilinearEquation equation, double dt) {
        Stepper stepper = modest.stepper(equation, dt);
        double[][] taken = new double[1][];
        return (t, y) -> {
          if (t >= TIME && taken[0] == null) {
            taken[0] = new double[12 << 20];
          }
          stepper.step(t, y);
        };
      }
    };
  }
}
