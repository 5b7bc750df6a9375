package org.knudsen.time;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the stepper of a scheme keeps, besides the equation and its linear part: read off the
 * tableau, before anything is built.
 *
 * @param states arrays of the length of a state
 * @param resolvents factored resolvents of the linear part
 * @param phiFunctions matrices of phi functions of the linear part
 * @param phiTogether how many of the latter are computed at once
 */
public record StepperMemory(int states, int resolvents, int phiFunctions, int phiTogether) {

  /** Of one of the schemes of this package; empty for any other, which may keep what it likes. */
  public static Optional<StepperMemory> of(TimeIntegrator scheme) {
    if (scheme instanceof ImplicitExplicitRungeKutta rungeKutta) {
      return Optional.of(of(rungeKutta.tableau()));
    }
    if (scheme instanceof ExponentialRungeKutta rungeKutta) {
      return Optional.of(of(rungeKutta.tableau()));
    }
    if (scheme instanceof ExplicitRungeKutta rungeKutta) {
      return Optional.of(new StepperMemory(rungeKutta.stages() + 2, 0, 0, 0));
    }
    return Optional.empty();
  }

  private static StepperMemory of(ImplicitExplicitTableau tableau) {
    int states = 2; // right-hand side and stage
    for (int stage = 0; stage < tableau.stages(); stage++) {
      states += ImplicitExplicitRungeKutta.slopeUsed(tableau, stage) ? 1 : 0;
      states += ImplicitExplicitRungeKutta.stiffUsed(tableau, stage) ? 1 : 0;
    }
    long resolvents =
        IntStream.range(0, tableau.stages())
            .mapToDouble(i -> tableau.implicit(i, i))
            .filter(diagonal -> diagonal != 0)
            .distinct()
            .count();
    return new StepperMemory(states, (int) resolvents, 0, 0);
  }

  private static StepperMemory of(ExponentialTableau tableau) {
    Stream<String> inTerms = tableau.terms().stream().map(term -> term.k() + " " + term.node());
    Stream<String> exponentials =
        IntStream.rangeClosed(0, tableau.stages())
            .mapToDouble(tableau::end)
            .filter(end -> end != 0)
            .mapToObj(end -> "0 " + end);
    long used = Stream.concat(inTerms, exponentials).distinct().count();
    return new StepperMemory(tableau.stages() + 3, 0, (int) used, tableau.largestPhi() + 1);
  }
}
