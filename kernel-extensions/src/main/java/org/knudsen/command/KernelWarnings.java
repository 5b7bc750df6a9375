package org.knudsen.command;

import java.util.List;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.Hypotheses;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.study.Study;

/** What a command says, on err, of hypotheses that the collision kernel of a study fails. */
final class KernelWarnings {

  private KernelWarnings() {}

  /** Of every one: a run needs none of (H1)-(H4), the theorems that it illustrates do. */
  static void ofAll(Study study, PluginCatalogue catalogue, Console console) {
    CollisionKernel kernel = study.createCollisionKernel(catalogue);
    warn(Hypotheses.of(study.mixture(), kernel).failures(study.mixture()), console);
  }

  /** Of (H1) alone, B_ij = B_ji, without which no operator is that of a gas. */
  static void ofAsymmetry(Study study, PluginCatalogue catalogue, Console console) {
    CollisionKernel kernel = study.createCollisionKernel(catalogue);
    warn(Hypotheses.asymmetries(study.mixture(), kernel), console);
  }

  private static void warn(List<String> failures, Console console) {
    failures.forEach(
        failure -> console.note("warning: hypothesis " + failure + "; see knudsen hypotheses"));
  }
}
