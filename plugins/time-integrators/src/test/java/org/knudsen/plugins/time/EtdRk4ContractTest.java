package org.knudsen.plugins.time;

import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.plugin.contract.TimeIntegratorContract;

class EtdRk4ContractTest extends TimeIntegratorContract {

  @Override
  protected TimeIntegratorProvider provider() {
    return new EtdRk4Provider();
  }
}
