package org.knudsen.plugin.builtin;

import org.knudsen.plugin.FluidLimitProvider;
import org.knudsen.plugin.contract.FluidLimitContract;

class FickContractTest extends FluidLimitContract {

  @Override
  protected FluidLimitProvider provider() {
    return new FickProvider();
  }
}
