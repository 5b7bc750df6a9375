package org.knudsen.plugin.builtin;

import org.knudsen.plugin.FluidLimitProvider;
import org.knudsen.plugin.contract.FluidLimitContract;

class FrozenContractTest extends FluidLimitContract {

  @Override
  protected FluidLimitProvider provider() {
    return new FrozenProvider();
  }

  @Override
  protected boolean evolves() {
    return false;
  }
}
