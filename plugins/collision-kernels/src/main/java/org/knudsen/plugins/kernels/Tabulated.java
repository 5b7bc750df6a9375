package org.knudsen.plugins.kernels;

import java.util.Arrays;
import java.util.List;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.ParameterException;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.ParameterValues;

/**
 * A kernel from tables in the study file: b over s = cos theta in [-1, 1], and Phi over g >= 0,
 * times C_ij; one table for all pairs or one for each.
 *
 * <p>Between the rows both are {@link MonotoneCubic}, so that they stay positive. Beyond the last
 * row Phi is the power law through the last two rows, whose exponent must lie in [-4, 4]: a table
 * whose end is steeper is refused, not flattened.
 */
public final class Tabulated extends DescribedProvider implements CollisionKernelProvider {

  private static final double STEEPEST = 4;

  public Tabulated() {
    super(
        "tabulated",
        "b and Phi from tables in the study file",
        "Fritsch & Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300, for the interpolation",
        ParameterSpec.tablePerPair("b", "rows [cos theta, b] from -1 to 1")
            .withBounds(Bounds.atLeast(0)),
        ParameterSpec.tablePerPair("Phi", "rows [relative speed g, Phi] from g = 0 on")
            .withUnit("length^2 speed")
            .withBounds(Bounds.atLeast(0)),
        ParameterSpec.symmetricMatrix("C", "factors C_ij of Phi")
            .withBounds(Bounds.positive())
            .withDefault(1));
  }

  @Override
  public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
    double[][] c = parameters.matrix("C");
    return CollisionKernel.symmetric(
        mixture.size(),
        (i, j) -> {
          double[][] angular = parameters.table("b", i, j);
          double[][] kinetic = parameters.table("Phi", i, j);
          checkAngular(angular, path(parameters, "b", i, j));
          checkKinetic(kinetic, path(parameters, "Phi", i, j));
          return new PairKernel(
              new TabulatedKineticPart(c[i][j], kinetic), new MonotoneCubic(angular));
        });
  }

  private static void checkAngular(double[][] rows, List<Object> path) {
    double first = rows[0][0];
    double last = rows[rows.length - 1][0];
    if (first != -1 || last != 1) {
      throw new ParameterException(
          path, "found cos theta from " + first + " to " + last, "a table from -1 to 1");
    }
    if (Arrays.stream(rows).allMatch(row -> row[1] == 0)) {
      throw new ParameterException(path, "found b = 0 in every row", "some b > 0");
    }
  }

  private static void checkKinetic(double[][] rows, List<Object> path) {
    if (rows.length < 3 || rows[0][0] != 0) {
      throw new ParameterException(
          path,
          "found " + rows.length + " rows from g = " + rows[0][0] + " on",
          "at least three rows, from g = 0 on");
    }
    for (int r = 1; r < rows.length; r++) {
      if (!(rows[r][1] > 0)) {
        throw new ParameterException(
            path, "found Phi = " + rows[r][1] + " at g = " + rows[r][0], "Phi > 0 for g > 0");
      }
    }
    double exponent = TabulatedKineticPart.exponentBeyond(rows);
    if (!(Math.abs(exponent) <= STEEPEST)) {
      throw new ParameterException(
          path,
          "found last two rows that continue as g^" + exponent,
          "an exponent in [-4, 4] beyond the table");
    }
  }

  /** Where the table of a pair stands: one for all, or one of a matrix. */
  private static List<Object> path(ParameterValues parameters, String name, int i, int j) {
    List<?> first = (List<?>) ((List<?>) parameters.asMap().get(name)).get(0);
    return first.get(0) instanceof List<?> ? List.of(name, i, j) : List.of(name);
  }
}
