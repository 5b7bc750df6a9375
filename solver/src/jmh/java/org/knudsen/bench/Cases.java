package org.knudsen.bench;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.TableCache;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.kernel.PairKernel;
import org.knudsen.kernel.PowerLaw;
import org.knudsen.mixture.Mixture;
import org.knudsen.mixture.Species;
import org.knudsen.velocity.AxialSymmetry;
import org.knudsen.velocity.BurnettSpace;

/** What the benchmarks measure on: hard spheres of equal diameter, two gases of mass ratio 4. */
final class Cases {

  static final Mixture TWO_GASES =
      Mixture.of(new Species("light", 1, 0.5), new Species("heavy", 4, 0.5));

  private Cases() {}

  static BurnettCollision operator(int degree, AxialSymmetry symmetry) {
    return operator(TWO_GASES, degree, symmetry);
  }

  /** Gases of masses 1, 4, 7, ... */
  static BurnettCollision operator(int species, int degree, AxialSymmetry symmetry) {
    List<Species> gases = new ArrayList<>();
    for (int i = 0; i < species; i++) {
      gases.add(new Species("gas " + i, 1 + 3 * i, 1.0 / species));
    }
    return operator(new Mixture(gases), degree, symmetry);
  }

  private static BurnettCollision operator(Mixture gas, int degree, AxialSymmetry symmetry) {
    return new BurnettCollision(
        new BurnettSpace(gas, degree, symmetry), hardSpheres(gas.size()), TableCache.none());
  }

  private static CollisionKernel hardSpheres(int species) {
    return new CollisionKernel() {
      @Override
      public int speciesCount() {
        return species;
      }

      @Override
      public PairKernel pair(int i, int j) {
        return new PairKernel(new PowerLaw(0.25, 1), s -> 1);
      }
    };
  }
}
