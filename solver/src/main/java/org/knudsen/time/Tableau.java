package org.knudsen.time;

/** The coefficients that a scheme consists of. Immutable. */
public interface Tableau {

  /** How tables call the scheme. */
  String name();

  /** Its classical order. */
  int order();

  /** How many stages. */
  int stages();
}
