package org.knudsen.plugins.grids;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.plugin.contract.VelocityGridContract;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.VelocitySpace;
import org.opentest4j.AssertionFailedError;

/**
 * A grid whose collisions mix the two parities fails the suite. Its Q and L are those of Burnett
 * functions with the two last modes of different parity turned into each other: they conserve, L is
 * symmetric, dissipates, has the right kernel and is the derivative of Q.
 */
class MixedParityTest {

  private static final double ANGLE = 0.1;

  private static final class Grid extends ChangedGrid {

    Grid() {
      super(1);
    }

    @Override
    public String id() {
      return "mixed-parity";
    }

    @Override
    double[] change(BurnettSpace burnett) {
      return turn(burnett, 0);
    }

    @Override
    public CollisionOperator operator(
        VelocitySpace space, CollisionKernel kernel, TableCache cache) {
      BurnettSpace burnett = ((ChangedSpace) space).burnett();
      VelocitySpace turned = new ChangedSpace(burnett, id(), turn(burnett, ANGLE));
      CollisionOperator wrong = super.operator(turned, kernel, cache);
      return new CollisionOperator() {
        @Override
        public VelocitySpace space() {
          return space;
        }

        @Override
        public double[] linearized() {
          return wrong.linearized();
        }

        @Override
        public Quadratic quadratic() {
          return wrong.quadratic();
        }
      };
    }

    private static double[] turn(BurnettSpace burnett, double angle) {
      int modes = burnett.modes();
      double[] change = new double[modes * modes];
      for (int a = 0; a < modes; a++) {
        change[a * modes + a] = 1;
      }
      int last = modes - 1;
      int other = last;
      while (burnett.odd(other) == burnett.odd(last)) {
        other--;
      }
      change[last * modes + last] = Math.cos(angle);
      change[other * modes + other] = Math.cos(angle);
      change[last * modes + other] = Math.sin(angle);
      change[other * modes + last] = -Math.sin(angle);
      return change;
    }
  }

  /** The suite on that grid; nested, so that it does not run as a test of its own. */
  private static final class Suite extends VelocityGridContract {

    @Override
    protected VelocityGridProvider provider() {
      return new Grid();
    }

    void parity() {
      theLinearisedOperatorKeepsParity(1);
    }
  }

  @Test
  void theSuiteNamesTheModesThatAreMixed() {
    AssertionFailedError failure =
        assertThrows(AssertionFailedError.class, () -> new Suite().parity());
    assertTrue(
        failure
            .getMessage()
            .matches("(?s)L couples mode \\d+ with mode \\d+, which is of the other.*"),
        failure.getMessage());
  }
}
