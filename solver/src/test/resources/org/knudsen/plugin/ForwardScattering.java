package com.example;

import java.util.List;
import org.knudsen.kernel.*;
import org.knudsen.mixture.Mixture;
import org.knudsen.plugin.*;

public final class ForwardScattering implements CollisionKernelProvider {
  public String id() { return "forward-scattering"; }
  public String description() { return "hard spheres that prefer small angles"; }
  public String reference() { return "an example"; }
  public List<ParameterSpec> parameters() {
    return List.of(ParameterSpec.number("k", "preference").withBounds(Bounds.closed(0, 1)).withDefault(0.5));
  }
  public CollisionKernel create(Mixture mixture, ParameterValues parameters) {
    double k = parameters.number("k");
    return CollisionKernel.symmetric(mixture.size(), (i, j) -> new PairKernel(new PowerLaw(1, 1), s -> 1 + k * s));
  }
}
