package org.knudsen.plugins.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.contract.CollisionKernelContract;

class CutPowerLawContractTest extends CollisionKernelContract {

  @Override
  protected CollisionKernelProvider provider() {
    return new CutPowerLaw();
  }

  /**
   * With x = (1 - s) / 2 deficit 1 is -8 pi Int_x0^1 x^(-1/4) dx, 2 the same of x - x^2, times 3.
   */
  @Test
  void itsFirstDeficitsAreThoseInClosedForm() {
    double x = (1 - CutPowerLaw.CUT) / 2;
    double[] found = new CutPowerLaw.Cut().deficits(40);
    double first = -8 * Math.PI * (1 - Math.pow(x, 0.75)) / 0.75;
    double quadratic = -8 * Math.PI * (1 - Math.pow(x, 1.75)) / 1.75;
    assertEquals(first, found[1], 1e-14 * -first); // round-off of sums of one sign
    assertEquals(3 * (first - quadratic), found[2], 1e-13 * -first);
  }

  /**
   * 0.5 ms of processor time a call were measured. One rule of 336 points for the whole piece, and
   * those of 42, 84 and 168 before it, once took seconds, and did not settle.
   */
  @Test
  void itsDeficitsTakeAFractionOfASecond() {
    new CutPowerLaw.Cut().deficits(40); // compiles
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    new CutPowerLaw.Cut().deficits(40);
    double seconds = (threads.getCurrentThreadCpuTime() - before) * 1e-9;
    assertTrue(seconds < 0.1, seconds + " s");
  }
}
