package org.knudsen.plugin;

import org.knudsen.kernel.CollisionKernel;
import org.knudsen.mixture.Mixture;

/** A family of collision kernels B_ij of (1.1). */
public interface CollisionKernelProvider extends Provider {

  /**
   * The kernel for a mixture, from parameters checked against {@link #parameters()} for its
   * species.
   *
   * @throws ParameterException if values that are allowed one by one contradict each other
   */
  CollisionKernel create(Mixture mixture, ParameterValues parameters);
}
