package org.knudsen.lemma;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.mixture.Species;

/**
 * The supremum over all velocities of a smooth function that varies on the scale of a local
 * Maxwellian and has a limit at infinity.
 *
 * <p>Deterministic: values along rays through the origin, out to some {@value #FARTHEST} thermal
 * speeds, and at the centres of the species, then a pattern search from the best of them, down to
 * steps at which a smooth function no longer changes in double precision. About a background at
 * rest the function is one of |v| and one ray is enough.
 */
final class VelocityExtremum {

  private static final int POINTS = 64;
  private static final double FARTHEST = 60;
  private static final int STARTS = 4;
  private static final double SMALLEST_STEP = 1e-8; // errs by its square, relative

  private VelocityExtremum() {}

  /** A function of velocity. */
  @FunctionalInterface
  interface Function {
    double at(double vx, double vy, double vz);
  }

  /** The supremum of f; {@code limit} is its limit at infinity. */
  static double supremum(Function f, LocalMaxwellian background, double limit) {
    List<Species> species = background.mixture().species();
    double scale = 1 / Math.sqrt(species.stream().mapToDouble(Species::mass).min().orElseThrow());
    List<double[]> rays = rays(background);
    List<double[]> best = new ArrayList<>(); // {value, x, y, z, step}
    for (double[] ray : rays) {
      double[] top = {Double.NEGATIVE_INFINITY, 0, 0, 0, 0};
      double before = 0;
      for (int p = 0; p < POINTS; p++) {
        double r = scale * FARTHEST * Math.pow(p / (double) (POINTS - 1), 3); // dense at thermal
        double x = r * ray[0];
        double y = r * ray[1];
        double z = r * ray[2];
        double value = f.at(x, y, z);
        if (value > top[0]) {
          top = new double[] {value, x, y, z, Math.max(r - before, 0.05 * scale)};
        }
        before = r;
      }
      best.add(top);
    }
    for (int j = 0; j < species.size() && !background.atRest(); j++) {
      double x = background.centre(j, 0);
      double y = background.centre(j, 1);
      double z = background.centre(j, 2);
      double width = 1 / Math.sqrt(background.mixture().mass(j));
      best.add(new double[] {f.at(x, y, z), x, y, z, width});
    }
    best.sort((a, b) -> Double.compare(b[0], a[0]));
    double top = limit;
    for (double[] start : best.subList(0, Math.min(STARTS, best.size()))) {
      top = Math.max(top, climb(f, start, rays.size() == 1 ? 1 : 3, scale * FARTHEST));
    }
    return top;
  }

  private static double climb(Function f, double[] start, int axes, double farthest) {
    double[] at = start.clone();
    double step = start[4];
    while (step > SMALLEST_STEP * (1 + Math.abs(at[1]) + Math.abs(at[2]) + Math.abs(at[3]))) {
      double[] next = at;
      for (int axis = 1; axis <= axes; axis++) {
        for (int sign = -1; sign <= 1; sign += 2) {
          double[] trial = at.clone();
          trial[axis] += sign * step;
          trial[0] = f.at(trial[1], trial[2], trial[3]);
          if (trial[0] > next[0] && Math.abs(trial[axis]) <= farthest) {
            next = trial;
          }
        }
      }
      if (next == at) {
        step /= 2;
      }
      at = next;
    }
    return at[0];
  }

  private static List<double[]> rays(LocalMaxwellian background) {
    List<double[]> out = new ArrayList<>();
    out.add(new double[] {1, 0, 0});
    if (background.atRest()) {
      return out;
    }
    for (int x = -1; x <= 1; x++) {
      for (int y = -1; y <= 1; y++) {
        for (int z = -1; z <= 1; z++) {
          double norm = Math.sqrt(x * x + y * y + z * z);
          if (norm > 0) {
            out.add(new double[] {x / norm, y / norm, z / norm});
          }
        }
      }
    }
    for (int i = 0; i < background.mixture().size(); i++) {
      double speed = background.distance(i, 0, 0, 0);
      for (int sign = -1; speed > 0 && sign <= 1; sign += 2) {
        out.add(
            new double[] {
              sign * background.centre(i, 0) / speed,
              sign * background.centre(i, 1) / speed,
              sign * background.centre(i, 2) / speed
            });
      }
    }
    return out;
  }
}
