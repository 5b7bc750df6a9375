package org.knudsen.plugins.grids;

import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.plugin.contract.VelocityGridContract;

class WholeSpaceBurnettContractTest extends VelocityGridContract {

  @Override
  protected VelocityGridProvider provider() {
    return new WholeSpaceBurnett();
  }
}
