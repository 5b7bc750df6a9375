package org.knudsen.plugin;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The likeliest meaning of a misspelt name. */
public final class NearestName {

  private NearestName() {}

  /**
   * The name nearest to the given one in edit distance (case apart), if no more than about a third
   * of it would have to change.
   */
  public static Optional<String> of(String wrong, Collection<String> names) {
    return names.stream()
        .filter(n -> Math.abs(wrong.length() - n.length()) <= most(wrong, n))
        .min(Comparator.comparingInt((String n) -> distance(wrong, n)).thenComparing(n -> n))
        .filter(n -> distance(wrong, n) <= most(wrong, n));
  }

  private static int most(String wrong, String name) {
    return Math.max(1, (Math.max(wrong.length(), name.length()) + 1) / 3);
  }

  /** " (nearest: x)", or nothing. */
  public static String hint(String wrong, Collection<String> names) {
    return of(wrong, names).map(n -> " (nearest: " + n + ")").orElse("");
  }

  /** Edit distance with insertions, deletions, substitutions and swaps of neighbours. */
  static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
