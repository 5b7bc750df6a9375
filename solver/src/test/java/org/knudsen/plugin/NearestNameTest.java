package org.knudsen.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {

  private static final List<String> NAMES = List.of("hard-sphere", "maxwell", "vhs", "vss");

  @Test
  void countsEdits() {
    assertEquals(0, NearestName.distance("Maxwell", "maxwell"));
    assertEquals(3, NearestName.distance("kitten", "sitting"));
    assertEquals(1, NearestName.distance("mawxell", "maxwell"), "neighbours swapped");
    assertEquals(4, NearestName.distance("", "mass"));
  }

  @Test
  void proposesWhatIsNear() {
    assertEquals(Optional.of("hard-sphere"), NearestName.of("hardsphere", NAMES));
    assertEquals(Optional.of("maxwell"), NearestName.of("Maxwel", NAMES));
    assertEquals(Optional.of("vhs"), NearestName.of("vh", NAMES));
    assertEquals(Optional.empty(), NearestName.of("bgk", NAMES));
    assertEquals(Optional.empty(), NearestName.of("x", List.of()));
  }
}
