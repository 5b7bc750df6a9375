package org.knudsen.collision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;
import org.knudsen.velocity.BurnettModes;
import org.knudsen.velocity.BurnettSpace;

/**
 * Q and L in a Burnett space, for any mixture and any kernel, exact in the space up to round-off.
 *
 * <p>Q is a Galerkin projection: the degree-K part of Q(h, h). Its couplings are reduced elements
 * ({@link ReducedElements}) times Clebsch-Gordan coefficients. Components on the collision
 * invariants vanish up to round-off for any h; equations that must conserve exactly drop them.
 *
 * <p>L comes from {@link BurnettLinearized}, not from the couplings with mu: its closed form serves
 * any degree, and the agreement of the two is a test.
 */
public final class BurnettCollision implements CollisionOperator {

  private final BurnettSpace space;
  private final LinearizedHarmonics harmonics;
  private final Gas gas;
  private final List<CouplingTable> tables = new ArrayList<>();

  /**
   * Builds the tables, or takes them from the cache. Where they do not fit into memory, the message
   * names the degree that would.
   */
  public BurnettCollision(BurnettSpace space, CollisionKernel kernel, TableCache cache) {
    Mixture mixture = space.mixture();
    kernel.requireSpecies(mixture);
    require(space, OperatorMemory.free());
    this.space = space;
    this.harmonics = new BurnettLinearized(mixture, kernel, space.degree());
    this.gas = new Gas(kernel, space, () -> Optional.of(harmonics));
    for (int i = 0; i < mixture.size(); i++) {
      for (int j = i; j < mixture.size(); j++) {
        ReducedElements forward =
            new ReducedElements(mixture, i, j, kernel.pair(i, j), space.degree(), cache);
        ReducedElements backward =
            i == j
                ? forward
                : new ReducedElements(mixture, j, i, kernel.pair(j, i), space.degree(), cache);
        tables.add(new CouplingTableBuilder(space, i, j, forward, backward).build());
      }
    }
  }

  /** How many tables the operator of a space asks of its cache: one an ordered pair of species. */
  public static int tables(BurnettSpace space) {
    return space.mixture().size() * space.mixture().size();
  }

  /**
   * What the operator of a space takes of memory, before it is built. The couplings of one pair
   * exist twice while its table is built, in arrays that grow by doubling, beside two tables of
   * reduced elements.
   */
  public static OperatorMemory memory(BurnettSpace space) {
    BurnettModes modes = space.burnettModes();
    double species = space.mixture().size();
    double pairs = species * (species - 1) / 2;
    double kept =
        species * CouplingTable.bytes(modes, true)
            + pairs * CouplingTable.bytes(modes, false)
            + space.tableBytes();
    double building =
        2 * CouplingTable.COUPLING * CouplingTable.couplings(modes, species == 1)
            + 2 * ReducedElements.bytes(space.degree());
    return new OperatorMemory(kept, CouplingEvaluator.bytes(space.size()), kept + building);
  }

  @Override
  public Optional<OperatorMemory> memory() {
    return Optional.of(memory(space));
  }

  static void require(BurnettSpace space, double free) {
    Mixture mixture = space.mixture();
    int fits = space.degree();
    for (BurnettSpace lower = space; fits >= 2 && memory(lower).building() > free; ) {
      fits--;
      lower = fits < 2 ? lower : new BurnettSpace(mixture, fits, space.burnettModes().symmetry());
    }
    if (fits < space.degree()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the collision operator of degree %d for %d species needs %.0f MiB, the heap has"
                  + " %.0f MiB free; %s, or a larger heap (java -Xmx)",
              space.degree(),
              mixture.size(),
              memory(space).building() / (1 << 20),
              free / (1 << 20),
              fits < 2 ? "no degree fits" : "degree " + fits + " would fit"));
    }
  }

  @Override
  public BurnettSpace space() {
    return space;
  }

  /** The gas, with L by harmonics. */
  public Gas gas() {
    return gas;
  }

  /** L by harmonics. */
  public LinearizedHarmonics harmonics() {
    return harmonics;
  }

  /** The number of couplings that one evaluation of Q multiplies, all pairs together. */
  public long couplings() {
    return tables.stream().mapToLong(CouplingTable::size).sum();
  }

  @Override
  public double[] linearized() {
    BurnettModes modes = space.burnettModes();
    int size = space.size();
    int species = space.mixture().size();
    double[] matrix = new double[size * size];
    for (int l = 0; l <= space.degree(); l++) {
      double[] block = harmonics.block(l);
      int radial = modes.radialCount(l);
      int order = species * radial;
      for (int m = -l; m <= l; m++) {
        int start = modes.symmetry().keeps(m) ? modes.index(0, l, m) : -1;
        for (int row = 0; start >= 0 && row < order; row++) {
          int to = row / radial * modes.count() + start + row % radial;
          for (int column = 0; column < order; column++) {
            int from = column / radial * modes.count() + start + column % radial;
            matrix[to * size + from] = block[row * order + column];
          }
        }
      }
    }
    return matrix;
  }

  @Override
  public Quadratic quadratic() {
    return new CouplingEvaluator(space.size(), tables);
  }
}
