package org.knudsen.plugin;

import java.util.List;

/**
 * What every plugin says about itself. Implementations are stateless, have a public constructor
 * without arguments and are named in {@code META-INF/services}.
 */
public interface Provider {

  /** By which a study chooses it: lower-case letters, digits and hyphens; never changes. */
  String id();

  /** One line for tables. */
  String description();

  /** Where it comes from: a paper with its equation, a book with its section. */
  String reference();

  /** Its parameters, in the order in which tables show them; names are distinct. */
  default List<ParameterSpec> parameters() {
    return List.of();
  }
}
