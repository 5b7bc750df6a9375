package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.BurnettModes;

/** The table of Q's elements: the same numbers whatever the basis around them. */
class ReducedElementsTest {

  private static final Mixture MIXTURE = TestKernels.mixture(1, 3);

  private static ReducedElements elements(PairKernel kernel, int i, int j, int degree) {
    return new ReducedElements(MIXTURE, i, j, kernel, degree, TableCache.none());
  }

  /**
   * The elements of degree K are among those of degree K + 3, which are taken with three more
   * points in every direction: the quadrature of degree K is exact, up to a, b and c all of degree
   * K.
   */
  @ParameterizedTest
  @CsvSource({"5, 0", "6, 0.5", "6, 1", "7, 1"})
  void elementsDoNotDependOnTheDegreeOfTheBasis(int degree, double gamma) {
    PairKernel kernel = new PairKernel(new PowerLaw(1.4, gamma), TestKernels.FORWARD);
    for (int[] pair : new int[][] {{0, 1}, {1, 0}, {0, 0}}) {
      compare(
          elements(kernel, pair[0], pair[1], degree),
          elements(kernel, pair[0], pair[1], degree + 3));
    }
  }

  /** The same where Phi is no power law and the radial rule is built from its measure. */
  @Test
  void norForAnyOtherKineticPart() {
    PairKernel kernel = new PairKernel(g -> g / (1 + 0.1 * g * g), TestKernels.FORWARD);
    compare(elements(kernel, 0, 1, 6), elements(kernel, 0, 1, 9));
  }

  private static void compare(ReducedElements small, ReducedElements large) {
    BurnettModes modes = small.radial();
    double size = 0;
    for (int sweep = 0; sweep < 2; sweep++) {
      for (int a = 0; a < modes.count(); a++) {
        for (int b = 0; b < modes.count(); b++) {
          for (int c = 0; c < modes.count(); c++) {
            double one = small.get(a, b, c);
            double two =
                large.get(
                    within(modes, a, large), within(modes, b, large), within(modes, c, large));
            if (sweep == 0) {
              size = Math.max(size, Math.abs(two));
            } else {
              assertEquals(two, one, 1e-13 * size, a + ", " + b + " -> " + c);
            }
          }
        }
      }
    }
  }

  private static int within(BurnettModes modes, int a, ReducedElements large) {
    return large.radial().index(modes.n(a), modes.l(a), 0);
  }
}
