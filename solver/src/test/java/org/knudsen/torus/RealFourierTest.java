package org.knudsen.torus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knudsen.time.Allocation;

class RealFourierTest {

  @ParameterizedTest
  @CsvSource({
    "1, 4, 3",
    "1, 5, 1",
    "1, 32, 98",
    "1, 33, 2",
    "2, 8, 3",
    "2, 9, 70",
    "3, 4, 2",
    "3, 7, 5"
  })
  void roundTripOnBothGrids(int d, int points, int components) {
    FourierModes modes = new FourierModes(new Torus(d, points));
    assertEquals(modes.size(components), components * power(2 * ((points - 1) / 2) + 1, d));
    double[] spectrum = random(modes.size(components), 1);
    for (RealFourier fourier :
        new RealFourier[] {
          new RealFourier(modes.torus(), components), RealFourier.dealiased(modes, components)
        }) {
      double[] cells = new double[fourier.cells() * components];
      double[] back = new double[spectrum.length];
      fourier.toCells(spectrum, cells);
      fourier.toSpectrum(cells, back);
      // sums of up to 33 terms of size 1 an axis
      assertArrayEquals(spectrum, back, 3e-15);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void valuesAreTheFourierSum(int d) {
    Torus torus = new Torus(d, 6);
    FourierModes modes = new FourierModes(torus);
    RealFourier fourier = new RealFourier(modes, 7, 2);
    double[] spectrum = random(modes.size(2), 2);
    double[] cells = new double[fourier.cells() * 2];
    fourier.toCells(spectrum, cells);
    for (int cell = 0; cell < fourier.cells(); cell++) {
      double[] x = {cell % 7 / 7.0, cell / 7 % 7 / 7.0, cell / 49 / 7.0};
      for (int c = 0; c < 2; c++) {
        double sum = spectrum[c];
        for (int w = 1; w < modes.count(); w++) {
          double angle = 0;
          for (int axis = 0; axis < d; axis++) {
            angle += 2 * Math.PI * modes.wave(w, axis) * x[axis];
          }
          int at = modes.offset(w, 2) + c;
          sum += 2 * (spectrum[at] * Math.cos(angle) - spectrum[at + 2] * Math.sin(angle));
        }
        assertEquals(sum, cells[cell * 2 + c], 1e-13); // 125 terms of size 1 in the reference sum
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 16", "1, 17", "2, 8", "3, 6"})
  void productsOnTheFineGridAreExact(int d, int points) {
    FourierModes modes = new FourierModes(new Torus(d, points));
    RealFourier fourier = RealFourier.dealiased(modes, 1);
    RealFourier finer = new RealFourier(modes, 6 * points + 1, 1); // no aliasing whatever
    double[] f = random(modes.size(1), 3);
    double[] g = random(modes.size(1), 4);
    assertArrayEquals(square(finer, f, g), square(fourier, f, g), 2e-14);
  }

  @Test
  void aGridOnePointCoarserAliases() {
    FourierModes modes = new FourierModes(new Torus(1, 16));
    RealFourier coarse = new RealFourier(modes, 3 * 7, 1);
    double[] f = new double[modes.size(1)];
    modes.add(f, 1, 0, new int[] {7}, 1, 0);
    // cos^2(2 pi 7 x) = 1/2 + cos(2 pi 14 x)/2, and 14 is seen as -7 on 21 points
    assertEquals(0.25, square(coarse, f, f)[modes.offset(7, 1)], 1e-15);
    assertEquals(0, square(RealFourier.dealiased(modes, 1), f, f)[modes.offset(7, 1)], 1e-15);
  }

  @Test
  void wavesAreHalfOfAllAndFound() {
    for (int d = 1; d <= 3; d++) {
      FourierModes modes = new FourierModes(new Torus(d, 6));
      assertEquals((power(5, d) + 1) / 2, modes.count());
      for (int w = 0; w < modes.count(); w++) {
        int[] k = new int[d];
        int[] minus = new int[d];
        for (int axis = 0; axis < d; axis++) {
          k[axis] = modes.wave(w, axis);
          minus[axis] = -k[axis];
        }
        assertEquals(w, modes.indexOf(k));
        assertEquals(w, modes.indexOf(minus));
      }
      assertEquals(0, modes.squaredNorm(0));
    }
    assertEquals(3, new FourierModes(new Torus(1, 8)).wave(3, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new FourierModes(new Torus(1, 8)).indexOf(4));
  }

  @Test
  void derivativesAndAddedWaves() {
    FourierModes modes = new FourierModes(new Torus(2, 8));
    double[] f = new double[modes.size(1)];
    modes.add(f, 1, 0, new int[] {-2, 1}, 0.5, -0.25);
    modes.add(f, 1, 0, new int[] {0, 3}, 0, 2);
    double[] dy = new double[f.length];
    modes.derivative(f, 1, 1, dy);
    RealFourier fourier = new RealFourier(modes, 8, 1);
    double[] values = new double[64];
    double[] slopes = new double[64];
    fourier.toCells(f, values);
    fourier.toCells(dy, slopes);
    for (int cell = 0; cell < 64; cell++) {
      double p = 2 * Math.PI * (-2 * (cell % 8) + cell / 8) / 8;
      double q = 2 * Math.PI * 3 * (cell / 8) / 8;
      double value = 0.5 * Math.cos(p) - 0.25 * Math.sin(p) + 2 * Math.sin(q);
      double slope = 2 * Math.PI * (-0.5 * Math.sin(p) - 0.25 * Math.cos(p) + 6 * Math.cos(q));
      assertEquals(value, values[cell], 1e-14);
      assertEquals(slope, slopes[cell], 3e-13);
    }
  }

  @Test
  void transformsDoNotAllocate() {
    RealFourier fourier = RealFourier.dealiased(new FourierModes(new Torus(2, 8)), 3);
    double[] spectrum = random(fourier.spectrumSize(), 1);
    double[] cells = new double[fourier.cells() * 3];
    assertEquals(
        0,
        Allocation.of(
            () -> {
              fourier.toCells(spectrum, cells);
              fourier.toSpectrum(cells, spectrum);
            },
            200));
  }

  private static double[] square(RealFourier fourier, double[] f, double[] g) {
    double[] a = new double[fourier.cells()];
    double[] b = new double[fourier.cells()];
    fourier.toCells(f, a);
    fourier.toCells(g, b);
    for (int i = 0; i < a.length; i++) {
      a[i] *= b[i];
    }
    double[] product = new double[f.length];
    fourier.toSpectrum(a, product);
    return product;
  }

  private static int power(int base, int exponent) {
    int p = 1;
    for (int i = 0; i < exponent; i++) {
      p *= base;
    }
    return p;
  }

  private static double[] random(int n, long seed) {
    return new Random(seed).doubles(n, -1, 1).toArray();
  }
}
