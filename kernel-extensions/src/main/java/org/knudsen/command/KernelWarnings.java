package org.knudsen.command;

import java.util.function.Predicate;
import org.knudsen.kernel.Hypotheses;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.study.Study;

/** What a command says, on err, of hypotheses that the collision kernel of a study fails. */
final class KernelWarnings {

  private KernelWarnings() {}

  /** Of every one: a run needs none of (H1)-(H4), the theorems that it illustrates do. */
  static void ofAll(Study study, PluginCatalogue catalogue, Console console) {
    warn(study, catalogue, console, failure -> true);
  }

  /** Of (H1) alone, B_ij = B_ji, without which no operator is that of a gas. */
  static void ofAsymmetry(Study study, PluginCatalogue catalogue, Console console) {
    warn(study, catalogue, console, failure -> failure.startsWith("H1 "));
  }

  private static void warn(
      Study study, PluginCatalogue catalogue, Console console, Predicate<String> which) {
    Hypotheses.of(study.mixture(), study.createCollisionKernel(catalogue))
        .failures(study.mixture())
        .stream()
        .filter(which)
        .forEach(
            failure -> console.note("warning: hypothesis " + failure + "; see knudsen hypotheses"));
  }
}
