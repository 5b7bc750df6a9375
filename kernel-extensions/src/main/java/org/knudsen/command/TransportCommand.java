package org.knudsen.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.fluid.MaxwellStefanCoefficients;
import org.knudsen.report.ResultTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code knudsen transport STUDY}: the transport coefficients at the study's degree. Harmonics 1
 * and 2 are built and no other.
 *
 * <p>JSON: {"degree","maxwellStefan":[[Delta_ij]],"onsager":[[K_ij]],"binaryDiffusion":D,
 * "thermalDiffusionRatio":k_T,"viscosity":eta,"thermalConductivity":lambda}; D and k_T are there
 * for two species only. Definitions stand at {@link TransportCoefficients} and {@link
 * MaxwellStefanCoefficients}.
 */
@Command(
    name = "transport",
    description =
        "Maxwell-Stefan coefficients, diffusion, thermal diffusion, viscosity and conductivity.")
final class TransportCommand implements Callable<Integer> {

  private static final int LEAST_DEGREE = 3;

  private final Console console;

  @Mixin private StudyOptions study;

  TransportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Gas gas = study.gas(study.plugins().catalogue(console), console);
    if (gas.harmonics().degree() < LEAST_DEGREE) {
      throw study.wrongGrid(
          "degree",
          "found " + gas.harmonics().degree(),
          "at least " + LEAST_DEGREE + ", the lowest with a mode of heat conduction");
    }
    MaxwellStefanCoefficients maxwellStefan =
        MaxwellStefanCoefficients.of(gas.mixture(), gas.kernel());
    TransportCoefficients transport = new TransportCoefficients(gas);
    if (study.json()) {
      console.json(tree(gas.mixture().size(), maxwellStefan, transport));
    } else {
      console.table(ResultTables.diffusion(gas.mixture(), maxwellStefan, transport));
      console.table(ResultTables.transport(transport));
    }
    return 0;
  }

  private static Map<String, Object> tree(
      int species, MaxwellStefanCoefficients maxwellStefan, TransportCoefficients transport) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("degree", transport.degree());
    tree.put("maxwellStefan", matrix(species, i -> j -> maxwellStefan.delta(i, j)));
    tree.put("onsager", matrix(species, i -> j -> transport.onsager(i, j)));
    transport.binaryDiffusion().ifPresent(d -> tree.put("binaryDiffusion", d));
    transport.thermalDiffusionRatio().ifPresent(k -> tree.put("thermalDiffusionRatio", k));
    tree.put("viscosity", transport.viscosity());
    tree.put("thermalConductivity", transport.thermalConductivity());
    return tree;
  }

  private static List<List<Double>> matrix(int n, IntFunction<IntFunction<Double>> entry) {
    return IntStream.range(0, n)
        .mapToObj(i -> IntStream.range(0, n).mapToObj(entry.apply(i)).toList())
        .toList();
  }
}
