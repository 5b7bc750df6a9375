package org.knudsen.report;

import org.knudsen.torus.Torus;

/** Where the cells of a torus are: cell numbers run fastest along the last axis. */
record Grid(Torus torus) {

  int dimension() {
    return torus.dimension();
  }

  /** The coordinate in [0, 1) of a cell along an axis. */
  double coordinate(int cell, int axis) {
    int rest = cell;
    for (int a = torus.dimension() - 1; a > axis; a--) {
      rest /= torus.points();
    }
    return (double) (rest % torus.points()) / torus.points();
  }

  /** x; in more dimensions x, y, z. */
  String name(int axis) {
    return "xyz".substring(axis, axis + 1);
  }
}
