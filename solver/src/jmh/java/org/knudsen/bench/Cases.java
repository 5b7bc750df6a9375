package org.knudsen.bench;

import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** What the benchmarks measure on: two gases of mass ratio 4, hard spheres of equal diameter. */
final class Cases {

  static final Mixture TWO_GASES =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));

  private Cases() {}

  static BurnettCollision operator(int degree, AxialSymmetry symmetry) {
    return new BurnettCollision(
        new BurnettSpace(TWO_GASES, degree, symmetry), hardSpheres(), TableCache.none());
  }

  private static CollisionKernel hardSpheres() {
    return new CollisionKernel() {
      @Override
      public int speciesCount() {
        return 2;
      }

      @Override
      public PairKernel pair(int i, int j) {
        return new PairKernel(new PowerLaw(0.25, 1), s -> 1);
      }
    };
  }
}
