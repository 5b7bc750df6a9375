package org.knudsen.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Eigenvalues of blocks that are known, and what counts as zero. */
class SpectrumTest {

  /** Harmonics 0 and 1 with given blocks; says which were built. */
  private static final class Blocks implements LinearizedHarmonics {
    private final double[][] blocks;
    private final List<Integer> built = new ArrayList<>();

    Blocks(double[]... blocks) {
      this.blocks = blocks;
    }

    @Override
    public int degree() {
      return 7;
    }

    @Override
    public int largestHarmonic() {
      return blocks.length - 1;
    }

    @Override
    public int order(int l) {
      return (int) Math.round(Math.sqrt(blocks[l].length));
    }

    @Override
    public double[] block(int l) {
      built.add(l);
      return blocks[l].clone();
    }
  }

  /** -L = 2 v v^T with v = (1, -1): eigenvalues 0 and 4. */
  private static final double[] RANK_ONE = {-2, 2, 2, -2};

  private static final double[] DIAGONAL = {-3, 0, 0, -0.5};

  @Test
  void eigenvaluesAreThoseOfMinusL() {
    Spectrum spectrum = Spectrum.of(new Blocks(RANK_ONE, DIAGONAL));
    assertEquals(7, spectrum.degree());
    // symmetric eigenvalues are right to round-off of the norm
    assertEquals(0, spectrum.harmonics().get(0).eigenvalues().get(0), 1e-15);
    assertEquals(4, spectrum.harmonics().get(0).eigenvalues().get(1), 1e-14);
    assertEquals(List.of(0.5, 3.0), spectrum.harmonics().get(1).eigenvalues());
    assertEquals(1, spectrum.kernelDimension());
    assertEquals(0.5, spectrum.spectralGap().getAsDouble());
  }

  @Test
  void zerosOfHarmonicLCountTwiceLPlusOneTimes() {
    Spectrum spectrum = Spectrum.of(new Blocks(RANK_ONE, RANK_ONE));
    assertEquals(1 + 3, spectrum.kernelDimension());
    assertEquals(4, spectrum.spectralGap().getAsDouble(), 1e-14);
  }

  @Test
  void roundOffIsZeroAndASmallRateIsNot() {
    Spectrum spectrum = Spectrum.of(new Blocks(new double[] {-1, 0, 0, -3e-15}));
    assertEquals(1, spectrum.harmonics().get(0).zeros());
    Spectrum slow = Spectrum.of(new Blocks(new double[] {-1, 0, 0, -1e-8}));
    assertEquals(0, slow.harmonics().get(0).zeros());
    assertEquals(1e-8, slow.spectralGap().getAsDouble(), 1e-16);
  }

  @Test
  void oneHarmonicBuildsNoOther() {
    Blocks blocks = new Blocks(RANK_ONE, DIAGONAL);
    Spectrum spectrum = Spectrum.of(blocks, 1);
    assertEquals(List.of(1), blocks.built);
    assertEquals(1, spectrum.harmonics().size());
    assertEquals(0, spectrum.kernelDimension());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Spectrum.of(blocks, 2));
    assertTrue(refused.getMessage().contains("0 to 1"), refused.getMessage());
  }
}
