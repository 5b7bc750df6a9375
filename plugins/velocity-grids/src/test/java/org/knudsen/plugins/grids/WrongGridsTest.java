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
 * Grids whose collisions are of another basis than the rest fail the suite. Their Q and L are those
 * of Burnett functions with the last mode and another turned into each other, which hold no
 * invariant: they conserve, L is symmetric, dissipates, has the right kernel and is the derivative
 * of Q.
 */
class WrongGridsTest {

  private static final double ANGLE = 0.1;

  private static final class Grid extends ChangedGrid {

    private final boolean mixesParities;

    Grid(boolean mixesParities) {
      super(1);
      this.mixesParities = mixesParities;
    }

    @Override
    public String id() {
      return "wrong";
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

    private double[] turn(BurnettSpace burnett, double angle) {
      int modes = burnett.modes();
      double[] change = new double[modes * modes];
      for (int a = 0; a < modes; a++) {
        change[a * modes + a] = 1;
      }
      int last = modes - 1;
      int other = last - 1;
      while ((burnett.odd(other) == burnett.odd(last)) == mixesParities) {
        other--;
      }
      change[last * modes + last] = Math.cos(angle);
      change[other * modes + other] = Math.cos(angle);
      change[last * modes + other] = Math.sin(angle);
      change[other * modes + last] = -Math.sin(angle);
      return change;
    }
  }

  /** The suite on such a grid; nested, so that it does not run as a test of its own. */
  private static final class Suite extends VelocityGridContract {

    private final Grid grid;

    Suite(boolean mixesParities) {
      grid = new Grid(mixesParities);
    }

    @Override
    protected VelocityGridProvider provider() {
      return grid;
    }

    void parity() {
      theLinearisedOperatorKeepsParity(1);
    }

    void integrals() {
      itsCollisionsAreTheIntegrals(1);
    }
  }

  @Test
  void modesOfTwoParitiesThatAreMixedAreNamed() {
    Throwable failure = assertThrows(AssertionFailedError.class, new Suite(true)::parity);
    assertTrue(
        failure
            .getMessage()
            .matches("(?s)L couples mode \\d+ with mode \\d+, which is of the other parity.*"),
        failure.getMessage());
  }

  @Test
  void collisionsOfAnotherBasisAreSeenWithinAParityToo() {
    new Suite(false).parity();
    Throwable failure = assertThrows(AssertionFailedError.class, new Suite(false)::integrals);
    assertTrue(failure.getMessage().startsWith("L, species 0"), failure.getMessage());
  }
}
