package org.knudsen.run;

import java.util.List;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.CollisionOperator;
import org.knudsen.collision.TableCache;
import org.knudsen.fluid.FluidLimit;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.Bounds;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.FluidLimitProvider;
import org.knudsen.plugin.ParameterException;
import org.knudsen.plugin.ParameterSpec;
import org.knudsen.plugin.ParameterValues;
import org.knudsen.plugin.PluginCatalogue;
import org.knudsen.plugin.PluginFamily;
import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.time.SemilinearEquation;
import org.knudsen.time.TimeIntegrator;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;
import org.knudsen.velocity.VelocitySpace;

/**
 * Plugins with the ids and parameters of the real ones, which the solver does not see: enough to
 * read a study, not to run it.
 */
public final class StandInPlugins {

  private StandInPlugins() {}

  public static PluginCatalogue catalogue() {
    return PluginCatalogue.empty()
        .with(PluginFamily.COLLISION_KERNELS, new HardSphere())
        .with(PluginFamily.COLLISION_KERNELS, new Vhs())
        .with(PluginFamily.VELOCITY_GRIDS, new Burnett())
        .with(PluginFamily.TIME_INTEGRATORS, new Ars443())
        .with(PluginFamily.FLUID_LIMITS, new MaxwellStefan());
  }

  private record HardSphere() implements CollisionKernelProvider {
    @Override
    public String id() {
      return "hard-sphere";
    }

    @Override
    public String description() {
      return "stand-in";
    }

    @Override
    public String reference() {
      return "none";
    }

    @Override
    public List<ParameterSpec> parameters() {
      return List.of(
          ParameterSpec.perSpecies("diameters", "diameters")
              .withBounds(Bounds.positive())
              .withDefault(1));
    }

    /** Refuses values that are allowed one by one, as {@code tabulated} does with its tables. */
    @Override
    public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
      double[] d = parameters.perSpecies("diameters");
      if (d[0] > 100 * d[d.length - 1]) {
        throw new ParameterException(
            List.of("diameters", 0), "found " + d[0], "at most 100 times the last diameter");
      }
      return CollisionKernel.symmetric(
          mixture.size(), (i, j) -> new PairKernel(new PowerLaw(1, 1), s -> 1));
    }
  }

  private record Vhs() implements CollisionKernelProvider {
    @Override
    public String id() {
      return "vhs";
    }

    @Override
    public String description() {
      return "stand-in";
    }

    @Override
    public String reference() {
      return "none";
    }

    @Override
    public List<ParameterSpec> parameters() {
      return List.of(
          ParameterSpec.number("gamma", "exponent").withBounds(Bounds.closed(0, 1)),
          ParameterSpec.symmetricMatrix("C", "coefficients")
              .withBounds(Bounds.positive())
              .withDefault(1));
    }

    @Override
    public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
      return CollisionKernel.symmetric(
          mixture.size(),
          (i, j) ->
              new PairKernel(
                  new PowerLaw(parameters.matrix("C")[i][j], parameters.number("gamma")), s -> 1));
    }
  }

  private record Burnett() implements VelocityGridProvider {
    @Override
    public String id() {
      return "burnett";
    }

    @Override
    public String description() {
      return "stand-in";
    }

    @Override
    public String reference() {
      return "none";
    }

    @Override
    public List<ParameterSpec> parameters() {
      return List.of(
          ParameterSpec.integer("degree", "degree")
              .withBounds(Bounds.closed(2, 100))
              .withDefault(10));
    }

    @Override
    public VelocitySpace space(Mixture mixture, int d, ParameterValues parameters) {
      if (d == 3) {
        throw new IllegalArgumentException("dimension 1 or 2 of the torus");
      }
      return new BurnettSpace(mixture, parameters.integer("degree"), AxialSymmetry.ofDimension(d));
    }

    @Override
    public CollisionOperator operator(
        VelocitySpace space, CollisionKernel kernel, TableCache cache) {
      return new BurnettCollision((BurnettSpace) space, kernel, cache);
    }

    @Override
    public int tables(VelocitySpace space) {
      return BurnettCollision.tables((BurnettSpace) space);
    }
  }

  private record Ars443() implements TimeIntegratorProvider {
    @Override
    public String id() {
      return "ars-443";
    }

    @Override
    public String description() {
      return "stand-in";
    }

    @Override
    public String reference() {
      return "none";
    }

    @Override
    public TimeIntegrator create(ParameterValues parameters) {
      return new TimeIntegrator() {
        @Override
        public String name() {
          return id();
        }

        @Override
        public int order() {
          return 3;
        }

        @Override
        public boolean unconditional() {
          return true;
        }

        @Override
        public Stepper stepper(SemilinearEquation equation, double dt) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }

  private record MaxwellStefan() implements FluidLimitProvider {
    @Override
    public String id() {
      return "maxwell-stefan";
    }

    @Override
    public String description() {
      return "stand-in";
    }

    @Override
    public String reference() {
      return "none";
    }

    @Override
    public FluidLimit create(ParameterValues parameters) {
      return new FluidLimit() {
        @Override
        public String name() {
          return id();
        }

        @Override
        public org.knudsen.fluid.FluidEquation equation(org.knudsen.fluid.FluidSetting setting) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }
}
