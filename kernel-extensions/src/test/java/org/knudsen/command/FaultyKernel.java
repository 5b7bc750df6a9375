package org.knudsen.command;

import org.knudsen.kernel.AngularPart;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.DescribedProvider;
import org.knudsen.plugin.ParameterValues;

/** Collision kernels with one fault each. */
abstract class FaultyKernel extends DescribedProvider implements CollisionKernelProvider {

  FaultyKernel(String id) {
    super(id, "stand-in", "none");
  }

  /** B_ij and B_ji differ. */
  public static final class Lopsided extends FaultyKernel {
    public Lopsided() {
      super("lopsided");
    }

    @Override
    public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
      return new CollisionKernel() {
        @Override
        public int speciesCount() {
          return mixture.size();
        }

        @Override
        public PairKernel pair(int i, int j) {
          return new PairKernel(new PowerLaw(i < j ? 2 : 1, 0), s -> 1);
        }
      };
    }
  }

  /** b calls itself. */
  public static final class Endless extends FaultyKernel {
    public Endless() {
      super("endless");
    }

    @Override
    public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
      AngularPart endless =
          new AngularPart() {
            @Override
            public double at(double s) {
              return 1 + at(s / 2);
            }
          };
      return CollisionKernel.symmetric(
          mixture.size(), (i, j) -> new PairKernel(new PowerLaw(1, 0), endless));
    }
  }

  /** b was compiled against another version of a library. */
  public static final class Outdated extends FaultyKernel {
    public Outdated() {
      super("outdated");
    }

    @Override
    public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
      AngularPart outdated =
          s -> {
            throw new NoSuchMethodError("double org.other.Library.b(double)");
          };
      return CollisionKernel.symmetric(
          mixture.size(), (i, j) -> new PairKernel(new PowerLaw(1, 0), outdated));
    }
  }
}
