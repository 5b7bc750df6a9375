package org.knudsen.plugins.time;

import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.plugin.contract.TimeIntegratorContract;

class Rk4ContractTest extends TimeIntegratorContract {

  @Override
  protected TimeIntegratorProvider provider() {
    return new Rk4Provider();
  }
}
