package org.knudsen.plugin;

import org.knudsen.time.TimeIntegrator;

/**
 * A one-step time integration scheme. The step size is no parameter of the scheme: it stands beside
 * the id in a study's {@code timeIntegrator} entry, so no parameter may be named {@code dt}.
 */
public interface TimeIntegratorProvider extends Provider {

  /** The scheme, from parameters checked against {@link #parameters()}. */
  TimeIntegrator create(ParameterValues parameters);
}
