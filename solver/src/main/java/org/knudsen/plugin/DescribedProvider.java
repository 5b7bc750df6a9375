package org.knudsen.plugin;

import java.util.List;

/** A provider that says what it is where it is made; a provider need not be one. */
public abstract class DescribedProvider implements Provider {

  private final String id;
  private final String description;
  private final String reference;
  private final List<ParameterSpec> parameters;

  /** With what the methods of {@link Provider} return. */
  protected DescribedProvider(
      String id, String description, String reference, ParameterSpec... parameters) {
    this.id = id;
    this.description = description;
    this.reference = reference;
    this.parameters = List.of(parameters);
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final String reference() {
    return reference;
  }

  @Override
  public final List<ParameterSpec> parameters() {
    return parameters;
  }
}
