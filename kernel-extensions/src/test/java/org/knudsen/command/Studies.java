package org.knudsen.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small study for tests, and changes to it. */
final class Studies {

  /** Two gases at degree 5 on 8 points: a run takes well under a second. */
  static final String SMALL =
      """
      name: small
      mixture:
        - {name: light, mass: 1.0, concentration: 0.5}
        - {name: heavy, mass: 4.0, concentration: 0.5}
      collisionKernel: {id: hard-sphere, diameters: [1.0, 1.0]}
      velocityGrid: {id: burnett, degree: 5}
      timeIntegrator: {id: ars-443, dt: 0.01}
      torus: {dimension: 1, points: 8}
      fluidLimit: {id: maxwell-stefan}
      initial:
        - {species: light, wave: [1], cos: 0.1}
        - {species: heavy, wave: [1], cos: -0.1}
      knudsen: [0.2, 0.1]
      endTime: 0.1
      norms: {sobolev: 1}
      """;

  private Studies() {}

  /** Writes the small study with texts replaced, in pairs, each of which must be there. */
  static Path write(Path folder, String... fromTo) throws IOException {
    String text = SMALL;
    for (int pair = 0; pair < fromTo.length; pair += 2) {
      if (!text.contains(fromTo[pair])) {
        throw new IllegalArgumentException("not in the study: " + fromTo[pair]);
      }
      text = text.replace(fromTo[pair], fromTo[pair + 1]);
    }
    return Files.writeString(folder.resolve("study.yaml"), text);
  }

  /** Writes the small study. */
  static Path write(Path folder) throws IOException {
    return Files.writeString(folder.resolve("study.yaml"), SMALL);
  }
}
