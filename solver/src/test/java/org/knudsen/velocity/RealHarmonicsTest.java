package org.knudsen.velocity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.knudsen.kernel.GaussRule;

/** Real spherical harmonics: orthonormal, with the stated axes and signs. */
class RealHarmonicsTest {

  private static final int TOP = 12;

  private static double[] randomDirection(Random random) {
    double x = random.nextGaussian();
    double y = random.nextGaussian();
    double z = random.nextGaussian();
    double r = Math.sqrt(x * x + y * y + z * z);
    return new double[] {x / r, y / r, z / r};
  }

  private static double[] values(double[] e) {
    double[] out = new double[(TOP + 2) * (TOP + 2)];
    RealHarmonics.values(TOP + 1, e[0], e[1], e[2], out);
    return out;
  }

  @Test
  void orthonormalOnTheSphere() {
    GaussRule polar = GaussRule.legendre(TOP + 1);
    int turns = 2 * TOP + 1; // the trapezoidal rule is exact below this azimuthal order
    int count = (TOP + 1) * (TOP + 1);
    double[] gram = new double[count * count];
    double[] y = new double[count];
    for (int q = 0; q < polar.size(); q++) {
      double s = polar.node(q);
      double sine = Math.sqrt(1 - s * s);
      for (int t = 0; t < turns; t++) {
        double phi = 2 * Math.PI * t / turns;
        RealHarmonics.values(TOP, s, sine * Math.cos(phi), sine * Math.sin(phi), y);
        for (int a = 0; a < count; a++) {
          for (int b = 0; b < count; b++) {
            gram[a * count + b] += polar.weight(q) * 2 * Math.PI / turns * y[a] * y[b];
          }
        }
      }
    }
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        assertEquals(a == b ? 1 : 0, gram[a * count + b], 2e-14); // sums of 325 terms of size 1
      }
    }
  }

  @Test
  void agreesWithTheDefinition() {
    Random random = new Random(1);
    for (int trial = 0; trial < 20; trial++) {
      double[] e = randomDirection(random);
      double[] y = values(e);
      for (int l = 0; l <= 8; l++) {
        for (int m = -l; m <= l; m++) {
          double exact =
              BurnettPolynomials.value(0, l, m, e[0], e[1], e[2]) / BurnettPolynomials.norm(0, l);
          assertEquals(exact, y[l * l + l + m], 1e-12);
        }
      }
    }
  }

  @Test
  void firstOrderIsTheComponentsOfTheVector() {
    double[] e = {0.36, 0.48, 0.8};
    double[] y = values(e);
    for (int axis = 0; axis < 3; axis++) {
      assertEquals(
          Math.sqrt(3 / (4 * Math.PI)) * e[axis], y[2 + RealHarmonics.azimuthOfAxis(axis)], 1e-15);
    }
  }

  @Test
  void parityAndAdditionTheorem() {
    Random random = new Random(2);
    for (int trial = 0; trial < 20; trial++) {
      double[] e = randomDirection(random);
      double[] f = randomDirection(random);
      double[] y = values(e);
      double[] opposite = values(new double[] {-e[0], -e[1], -e[2]});
      double[] other = values(f);
      double s = e[0] * f[0] + e[1] * f[1] + e[2] * f[2];
      double before = 1;
      double now = s;
      for (int l = 1; l <= TOP; l++) {
        double sum = 0;
        for (int a = l * l; a < (l + 1) * (l + 1); a++) {
          assertEquals((l & 1) == 0 ? y[a] : -y[a], opposite[a], 1e-14);
          sum += y[a] * other[a];
        }
        assertEquals((2 * l + 1) / (4 * Math.PI) * now, sum, 1e-13); // P_l(e.f)
        double next = ((2 * l + 1) * s * now - l * before) / (l + 1);
        before = now;
        now = next;
      }
    }
  }

  /** x_axis Y_lm = sum raise Y_{l+1,m'} + sum raise' Y_{l-1,m'} at random points, every (l, m). */
  @Test
  void raiseGivesTheProductWithAComponent() {
    Random random = new Random(3);
    for (int trial = 0; trial < 10; trial++) {
      double[] e = randomDirection(random);
      double[] y = values(e);
      for (int axis = 0; axis < 3; axis++) {
        for (int l = 0; l <= TOP; l++) {
          for (int m = -l; m <= l; m++) {
            double sum = 0;
            for (int m2 = -l - 1; m2 <= l + 1; m2++) {
              sum += RealHarmonics.raise(axis, l, m, m2) * y[(l + 1) * (l + 2) + m2];
            }
            for (int m2 = -l + 1; m2 <= l - 1; m2++) {
              sum += RealHarmonics.raise(axis, l - 1, m2, m) * y[(l - 1) * l + m2];
            }
            assertEquals(e[axis] * y[l * l + l + m], sum, 1e-14, axis + ": " + l + ", " + m);
          }
        }
      }
    }
  }

  @Test
  void poleHasNoAzimuth() {
    double[] y = values(new double[] {1, 0, 0});
    for (int l = 0; l <= TOP; l++) {
      for (int m = -l; m <= l; m++) {
        double exact = m == 0 ? Math.sqrt((2 * l + 1) / (4 * Math.PI)) : 0;
        assertEquals(exact, y[l * l + l + m], 1e-14);
      }
    }
  }
}
