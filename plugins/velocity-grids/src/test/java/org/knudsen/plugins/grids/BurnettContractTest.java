package org.knudsen.plugins.grids;

import java.util.Map;
import org.knudsen.plugin.VelocityGridProvider;
import org.knudsen.plugin.contract.VelocityGridContract;

class BurnettContractTest extends VelocityGridContract {

  @Override
  protected VelocityGridProvider provider() {
    return new BurnettProvider();
  }

  /** A degree at which the full velocity space is small. */
  @Override
  protected Map<String, Object> parameters(int speciesCount) {
    return Map.of("degree", 4);
  }
}
