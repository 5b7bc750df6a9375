package org.knudsen.run;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidFields;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.fluid.FluidSetting;

/** A fluid limit solved alone, by the loop that solves it beside the kinetic equation. */
public final class FluidRun {

  /** Told of time 0 and of each step. */
  @FunctionalInterface
  public interface Observer {

    /** The fields are those of the time reached; they are overwritten at the next. */
    void reached(double time, FluidFields fields);
  }

  private final FluidEquation equation;
  private final Stepping stepping;
  private final FluidFields fields;

  public FluidRun(FluidLimit limit, FluidSetting setting, Stepping stepping) {
    this.equation = limit.equation(setting);
    this.stepping = stepping;
    this.fields = new FluidFields(setting.torus().cells(), setting.mixture().size());
  }

  /** The equation, whose state {@link #execute} gives. */
  public FluidEquation equation() {
    return equation;
  }

  /** The fields of time 0 and of each step. */
  public List<FluidFields> fields() {
    List<FluidFields> all = new ArrayList<>();
    execute((time, reached) -> all.add(reached.copy()));
    return all;
  }

  /**
   * Solves from time 0 to the last step and gives the last state, a new array.
   *
   * @throws org.knudsen.fluid.FluidBreakdownException if the solution leaves the domain of the
   *     limit
   */
  public double[] execute(Observer observer) {
    double[] y = equation.initialState();
    equation.fields(0, y, fields);
    observer.reached(0, fields);
    new TimeLoop(stepping)
        .with(equation, y)
        .run(
            0,
            (step, time) -> {
              equation.check(time, y);
              equation.fields(time, y, fields);
              observer.reached(time, fields);
              return true;
            });
    return y;
  }
}
