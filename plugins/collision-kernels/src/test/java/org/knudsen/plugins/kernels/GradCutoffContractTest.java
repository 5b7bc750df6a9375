package org.knudsen.plugins.kernels;

import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.contract.CollisionKernelContract;

class GradCutoffContractTest extends CollisionKernelContract {

  @Override
  protected CollisionKernelProvider provider() {
    return new GradCutoff();
  }
}
