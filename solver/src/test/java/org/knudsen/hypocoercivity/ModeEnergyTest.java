package org.knudsen.hypocoercivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.collision.Gas;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;

/** The forms of an energy estimate on one mode. */
class ModeEnergyTest {

  private static final Gas GAS =
      Gas.of(
          Mixture.of(new Species("a", 1, 0.5), new Species("b", 4, 0.3)),
          CollisionKernel.symmetric(2, (i, j) -> new PairKernel(new PowerLaw(0.25, 1), s -> 1)),
          4);
  private static final LyapunovFunctional FUNCTIONAL = new LyapunovFunctional(10, 10, 2, 1);

  /**
   * With pseudo-inverses, which need no basis: D^+ P g attains 2 &lt;P f, g&gt; &lt;= &lt;f, D
   * f&gt; + &lt;P g, D^{-1} P g&gt;. On the wave 0 P and D are those of the parts outside the
   * kernel.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 2 * Math.PI})
  void formsAreThoseOfTheMatrices(double wave) {
    WaveOperator mode = new WaveOperator(GAS, 0, wave, 0.5);
    ModeEnergy energy = new ModeEnergy(FUNCTIONAL, mode);
    SimpleMatrix kernel =
        wave > 0
            ? new SimpleMatrix(mode.size(), mode.size())
            : mode.kernel().mult(mode.kernel().transpose());
    SimpleMatrix rest = SimpleMatrix.identity(mode.size()).minus(kernel);
    SimpleMatrix whole = FUNCTIONAL.form(mode);
    SimpleMatrix p = rest.mult(whole).mult(rest);
    SimpleMatrix d = rest.mult(FUNCTIONAL.dissipation(mode)).mult(rest);
    Random random = new Random(2);
    for (int trial = 0; trial < 5; trial++) {
      SimpleMatrix f = new SimpleMatrix(random.doubles(mode.size(), -1, 1).toArray());
      SimpleMatrix g = new SimpleMatrix(random.doubles(mode.size(), -1, 1).toArray());
      double[] at = f.getDDRM().data;
      double[] source = g.getDDRM().data;
      double size = f.dot(whole.mult(f));
      assertEquals(size, energy.whole(at), 1e-13 * size);
      assertEquals(f.dot(p.mult(f)), energy.energy(at), 1e-13 * size);
      assertEquals(f.dot(p.mult(g)), energy.product(at, source), 1e-13 * size);
      assertEquals(f.dot(d.mult(f)), energy.dissipation(at), 1e-12 * f.dot(d.mult(f)));
      double held = kernel.mult(f).dot(whole.mult(kernel.mult(f)));
      assertEquals(held, energy.kernel(at), 1e-13 * size);
      SimpleMatrix best = d.pseudoInverse().mult(p).mult(g);
      double dual = energy.dual(source);
      assertEquals(dual, energy.dissipation(best.getDDRM().data), 1e-10 * dual); // condition of D
      assertEquals(dual, energy.product(best.getDDRM().data, source), 1e-10 * dual);
    }
  }

  @Test
  void refusesFunctionalsThatDoNotDecay() {
    WaveOperator mode = new WaveOperator(GAS, 0, 1, 0.5);
    assertThrows(
        IllegalArgumentException.class,
        () -> new ModeEnergy(new LyapunovFunctional(1, 1, 0, 0), mode));
  }
}
