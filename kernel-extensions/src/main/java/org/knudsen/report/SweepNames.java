package org.knudsen.report;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.knudsen.study.SweepResult;

/** Names that tell several sweeps apart in tables and legends. */
final class SweepNames {

  private SweepNames() {}

  /**
   * The ids of their collision kernels; where two are the same, the names of the studies; where
   * those are the same too, kernel and number.
   */
  static List<String> of(SweepResult... sweeps) {
    List<String> kernels = Arrays.stream(sweeps).map(SweepResult::collisionKernel).toList();
    List<String> studies = Arrays.stream(sweeps).map(SweepResult::study).toList();
    if (distinct(kernels) || distinct(studies)) {
      return distinct(kernels) ? kernels : studies;
    }
    return IntStream.rangeClosed(1, sweeps.length)
        .mapToObj(number -> kernels.get(number - 1) + " (" + number + ")")
        .toList();
  }

  private static boolean distinct(List<String> names) {
    return new HashSet<>(names).size() == names.size();
  }
}
