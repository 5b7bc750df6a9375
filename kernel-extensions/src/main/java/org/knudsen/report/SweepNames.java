package org.knudsen.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.knudsen.study.SweepResult;

/** Names that tell several sweeps apart in tables and legends. */
final class SweepNames {

  private SweepNames() {}

  /**
   * The ids of their collision kernels; where two are the same, the names of the studies; where
   * those are the same too, kernel and number.
   */
  static List<String> of(SweepResult... sweeps) {
    List<String> kernels = new ArrayList<>();
    List<String> studies = new ArrayList<>();
    List<String> numbered = new ArrayList<>();
    for (SweepResult sweep : sweeps) {
      kernels.add(sweep.collisionKernel());
      studies.add(sweep.study());
      numbered.add(sweep.collisionKernel() + " (" + kernels.size() + ")");
    }
    return distinct(kernels) ? kernels : distinct(studies) ? studies : numbered;
  }

  private static boolean distinct(List<String> names) {
    return new HashSet<>(names).size() == names.size();
  }
}
