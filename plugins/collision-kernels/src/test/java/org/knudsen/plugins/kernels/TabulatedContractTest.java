package org.knudsen.plugins.kernels;

import java.util.List;
import java.util.Map;
import org.knudsen.plugin.CollisionKernelProvider;
import org.knudsen.plugin.contract.CollisionKernelContract;

class TabulatedContractTest extends CollisionKernelContract {

  @Override
  protected CollisionKernelProvider provider() {
    return new Tabulated();
  }

  @Override
  protected Map<String, Object> parameters(int speciesCount) {
    return Map.of(
        "b",
            List.of(
                List.of(-1.0, 0.0),
                List.of(-0.4, 0.3),
                List.of(0.1, 0.0),
                List.of(0.7, 1.5),
                List.of(1.0, 1.4)),
        "Phi", List.of(List.of(0, 0), List.of(0.5, 0.6), List.of(2, 1.7), List.of(6, 4)));
  }
}
