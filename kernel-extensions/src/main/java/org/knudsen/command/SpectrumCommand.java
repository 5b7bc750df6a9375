package org.knudsen.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.knudsen.collision.Gas;
import org.knudsen.collision.Spectrum;
import org.knudsen.report.ResultTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code knudsen spectrum STUDY}: the eigenvalues of -L.
 *
 * <p>JSON: {"degree","harmonics":[{"l","eigenvalues"}],"kernelDimension","spectralGap"}. With
 * {@code --harmonic l} that harmonic alone is built, and the kernel's dimension and the spectral
 * gap are those of it: zeros of harmonic l times 2l + 1, and its smallest non-zero eigenvalue. What
 * counts as zero is said at {@link Spectrum}.
 */
@Command(
    name = "spectrum",
    description = "Eigenvalues of -L, spectral gap and dimension of its kernel.",
    footer = {
      "",
      "With --harmonic, only that harmonic is built; kernel dimension and spectral gap are then those",
      "of that harmonic. An eigenvalue counts as zero up to 1e-12 of the largest of its harmonic."
    })
final class SpectrumCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private StudyOptions study;

  @Option(names = "--harmonic", paramLabel = "l", description = "This harmonic only.")
  private Integer harmonic;

  SpectrumCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Gas gas = study.gas(study.plugins().catalogue(console), console);
    if (harmonic != null && (harmonic < 0 || harmonic > gas.harmonics().largestHarmonic())) {
      throw new InputException(
          "--harmonic",
          "found " + harmonic,
          "0 to " + gas.harmonics().largestHarmonic() + " (" + study.file() + ")");
    }
    Spectrum spectrum =
        harmonic == null ? Spectrum.of(gas.harmonics()) : Spectrum.of(gas.harmonics(), harmonic);
    if (study.json()) {
      console.json(tree(spectrum));
      return 0;
    }
    console.table(ResultTables.spectrum(spectrum));
    if (harmonic != null) {
      console.table(ResultTables.eigenvalues(spectrum));
    }
    String where = harmonic == null ? "" : " in harmonic " + harmonic;
    console.out().println("kernel dimension" + where + ": " + spectrum.kernelDimension());
    console
        .out()
        .println(
            "spectral gap%s: %s"
                .formatted(
                    where,
                    spectrum.spectralGap().isPresent()
                        ? spectrum.spectralGap().getAsDouble()
                        : "none, all eigenvalues are zero"));
    return 0;
  }

  private static Map<String, Object> tree(Spectrum spectrum) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("degree", spectrum.degree());
    tree.put("harmonics", spectrum.harmonics().stream().map(SpectrumCommand::harmonic).toList());
    tree.put("kernelDimension", spectrum.kernelDimension());
    tree.put(
        "spectralGap",
        spectrum.spectralGap().isPresent() ? spectrum.spectralGap().getAsDouble() : Double.NaN);
    return tree;
  }

  private static Map<String, Object> harmonic(Spectrum.Harmonic harmonic) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("l", harmonic.l());
    entry.put("eigenvalues", harmonic.eigenvalues());
    return entry;
  }
}
