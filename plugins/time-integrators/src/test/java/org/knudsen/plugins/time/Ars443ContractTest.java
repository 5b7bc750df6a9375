package org.knudsen.plugins.time;

import org.knudsen.plugin.TimeIntegratorProvider;
import org.knudsen.plugin.contract.TimeIntegratorContract;

class Ars443ContractTest extends TimeIntegratorContract {

  @Override
  protected TimeIntegratorProvider provider() {
    return new Ars443Provider();
  }
}
