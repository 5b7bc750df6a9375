package org.knudsen.command;

import java.util.Map;
import java.util.OptionalDouble;
import org.knudsen.archive.Json;
import org.knudsen.collision.Gas;
import org.knudsen.collision.Spectrum;
import org.knudsen.report.ResultTables;
import picocli.CommandLine.Command;
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
final class SpectrumCommand extends StudyCommand {

  @Option(names = "--harmonic", paramLabel = "l", description = "This harmonic only.")
  private Integer harmonic;

  SpectrumCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Gas gas = gas(catalogue());
    if (harmonic != null && (harmonic < 0 || harmonic > gas.harmonics().largestHarmonic())) {
      throw new InputException(
          "--harmonic",
          "found " + harmonic,
          "0 to " + gas.harmonics().largestHarmonic() + " (" + source() + ")");
    }
    Spectrum spectrum =
        harmonic == null ? Spectrum.of(gas.harmonics()) : Spectrum.of(gas.harmonics(), harmonic);
    if (json) {
      console.json(tree(spectrum));
      return 0;
    }
    console.table(ResultTables.spectrum(spectrum));
    if (harmonic != null) {
      console.table(ResultTables.eigenvalues(spectrum));
    }
    String where = harmonic == null ? "" : " in harmonic " + harmonic;
    console.line("kernel dimension" + where + ": " + spectrum.kernelDimension());
    OptionalDouble gap = spectrum.spectralGap();
    Object shown = gap.isPresent() ? gap.getAsDouble() : "none, all eigenvalues are zero";
    console.line("spectral gap" + where + ": " + shown);
    return 0;
  }

  private static Map<String, Object> tree(Spectrum spectrum) {
    return Json.object(
        "degree", spectrum.degree(),
        "harmonics", spectrum.harmonics().stream().map(SpectrumCommand::harmonic).toList(),
        "kernelDimension", spectrum.kernelDimension(),
        "spectralGap", spectrum.spectralGap().orElse(Double.NaN));
  }

  private static Map<String, Object> harmonic(Spectrum.Harmonic harmonic) {
    return Json.object("l", harmonic.l(), "eigenvalues", harmonic.eigenvalues());
  }
}
