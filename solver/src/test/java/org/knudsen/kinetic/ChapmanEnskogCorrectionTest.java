package org.knudsen.kinetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.Gas;
import org.knudsen.collision.TableCache;
import org.knudsen.collision.TransportCoefficients;
import org.knudsen.fluid.ConcentrationWave;
import org.knudsen.fluid.FluidDerivatives;
import org.knudsen.fluid.FluidEquation;
import org.knudsen.fluid.FluidSetting;
import org.knudsen.fluid.MaxwellStefan;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.norm.FluidProjection;
import org.knudsen.torus.Torus;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.CollisionInvariants;
import org.knudsen.velocity.Streaming;
import org.knudsen.velocity.VelocitySpace;

class ChapmanEnskogCorrectionTest {

  private static final Mixture MIXTURE =
      Mixture.of(new Species("a", 1, 0.5), new Species("b", 4, 0.3), new Species("c", 20, 0.4));

  private static CollisionKernel kernel(double gamma) {
    return CollisionKernel.symmetric(
        3, (i, j) -> new PairKernel(new PowerLaw(0.2 + 0.1 * (i + j), gamma), s -> 1));
  }

  private static BurnettCollision operator(int degree, AxialSymmetry symmetry, double gamma) {
    return new BurnettCollision(
        new BurnettSpace(MIXTURE, degree, symmetry), kernel(gamma), TableCache.none());
  }

  /** The same operator in a space that does not say to which harmonics its modes belong. */
  private record Anonymous(CollisionOperator operator, BurnettSpace of)
      implements CollisionOperator, VelocitySpace, CollisionInvariants, Streaming {
    @Override
    public VelocitySpace space() {
      return this;
    }

    @Override
    public double[] linearized() {
      return operator.linearized();
    }

    @Override
    public Quadratic quadratic() {
      return operator.quadratic();
    }

    @Override
    public Mixture mixture() {
      return of.mixture();
    }

    @Override
    public int modes() {
      return of.modes();
    }

    @Override
    public String describe() {
      return "anonymous";
    }

    @Override
    public double[] invariants() {
      return of.invariants();
    }

    @Override
    public int invariantCount() {
      return of.invariantCount();
    }

    @Override
    public double[] multiplication(int species, int axis) {
      return of.multiplication(species, axis);
    }

    @Override
    public boolean odd(int mode) {
      return of.odd(mode);
    }
  }

  /**
   * L L^+ = 1 - pi_L and pi_L L^+ = 0, in every symmetry, block by block and dense. Round-off is
   * multiplied by the condition number of L, some hundreds here.
   */
  @ParameterizedTest
  @EnumSource
  void theInverseIsOneOnTheComplementOfTheKernel(AxialSymmetry symmetry) {
    BurnettCollision operator = operator(4, symmetry, 1);
    BurnettSpace space = operator.space();
    double[] f = new Random(5).doubles(space.size(), -1, 1).toArray();
    FluidProjection projection = new FluidProjection(space);
    double[] expected = new double[f.length];
    projection.complement(f, expected, 0);
    double[] dense = f.clone();
    new MicroscopicInverse(new Anonymous(operator, space)).apply(dense, 0);
    new MicroscopicInverse(operator).apply(f, 0);
    assertArrayEquals(f, dense, 1e-12);
    double[] coordinates = new double[projection.rank()];
    projection.coordinates(f, 0, coordinates);
    assertArrayEquals(new double[projection.rank()], coordinates, 1e-14);
    double[] l = operator.linearized();
    double[] applied = new double[f.length];
    for (int row = 0; row < f.length; row++) {
      for (int column = 0; column < f.length; column++) {
        applied[row] += l[row * f.length + column] * f[column];
      }
    }
    assertArrayEquals(expected, applied, 1e-12);
  }

  private static FluidDerivatives fluid(double gamma, double eps) {
    FluidEquation equation =
        new MaxwellStefan()
            .equation(
                new FluidSetting(
                    Gas.of(MIXTURE, kernel(gamma)),
                    new Torus(1, 16),
                    eps,
                    List.of(
                        new ConcentrationWave(0, List.of(1), 0.03, 0.01),
                        new ConcentrationWave(1, List.of(1), -0.02, 0),
                        new ConcentrationWave(2, List.of(1), -0.01, -0.01)),
                    List.of()));
    FluidDerivatives fluid = new FluidDerivatives(equation, new Torus(1, 16), 3);
    fluid.evaluate(0, equation.initialState());
    return fluid;
  }

  /**
   * With it the fluxes are those of the Onsager matrix in place of Maxwell-Stefan's: eps times -
   * sum K_ij grad ct_j / c_j in the frame of no mass-averaged velocity, and there is the Dufour
   * heat flux, neither of which Maxwell-Stefan knows. Next order: eps times the amplitudes.
   */
  @Test
  void addsTheFluxesThatTheFluidLacks() {
    double eps = 1e-6;
    BurnettCollision operator = operator(8, AxialSymmetry.SLAB, 1);
    BurnettSpace space = operator.space();
    FluidDerivatives fluid = fluid(1, eps);
    double[] f = new double[fluid.fields().cells * space.size()];
    new ChapmanEnskogCorrection(operator, eps).evaluate(fluid, f);
    TransportCoefficients transport = new TransportCoefficients(operator.gas());
    int heatMode = space.burnettModes().index(1, 1, 0);
    double largest = 0;
    double worst = 0;
    for (int cell = 0; cell < fluid.fields().cells; cell++) {
      double momentum = 0;
      for (int i = 0; i < 3; i++) {
        momentum +=
            MIXTURE.mass(i)
                * MIXTURE.concentration(i)
                * fluid.fields().velocity[3 * (3 * cell + i)];
      }
      double heat = 0;
      double expectedHeat = 0;
      for (int i = 0; i < 3; i++) {
        double c = MIXTURE.concentration(i);
        double flux = 0;
        double[] functional = space.flux(i, 0);
        for (int a = 0; a < space.modes(); a++) {
          flux += functional[a] * f[cell * space.size() + i * space.modes() + a];
        }
        flux +=
            c * (fluid.fields().velocity[3 * (3 * cell + i)] - momentum / MIXTURE.massDensity());
        double expected = 0;
        for (int j = 0; j < 3; j++) {
          expected -=
              eps
                  * transport.onsager(i, j)
                  * fluid.concentrationGradient(cell, j, 0)
                  / MIXTURE.concentration(j);
        }
        worst = Math.max(worst, Math.abs(flux - expected));
        largest = Math.max(largest, Math.abs(expected));
        // (|w|^2/2 - 5/2) v mu_i = -sqrt(5/2) sqrt(c_i/m_i) psi_{i;110}
        heat -=
            Math.sqrt(2.5 * c / MIXTURE.mass(i))
                * f[cell * space.size() + i * space.modes() + heatMode];
        expectedHeat -=
            eps * transport.thermalDiffusion(i) * fluid.concentrationGradient(cell, i, 0) / c;
      }
      worst = Math.max(worst, Math.abs(heat - expectedHeat));
      largest = Math.max(largest, Math.abs(expectedHeat));
    }
    assertTrue(largest > 0.01 * eps, "fluxes are " + largest);
    assertEquals(0, worst, 1e-5 * largest);
  }

  /** Hard spheres: O(eps). Maxwell molecules, where Maxwell-Stefan is exact: O(eps^2). */
  @Test
  void itsOrderIsThatOfWhatTheFluidLacks() {
    for (int order = 1; order <= 2; order++) {
      double gamma = order == 1 ? 1 : 0;
      BurnettCollision operator = operator(6, AxialSymmetry.SLAB, gamma);
      double coarse = norm(operator, gamma, 1e-3);
      double fine = norm(operator, gamma, 5e-4);
      // the next term is one order higher, with amplitudes of 0.03
      assertEquals(order, Math.log(coarse / fine) / Math.log(2), 1e-3);
    }
  }

  private static double norm(BurnettCollision operator, double gamma, double eps) {
    FluidDerivatives fluid = fluid(gamma, eps);
    double[] f = new double[fluid.fields().cells * operator.space().size()];
    new ChapmanEnskogCorrection(operator, eps).evaluate(fluid, f);
    double sum = 0;
    for (double value : f) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
