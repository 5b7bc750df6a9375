package org.knudsen.velocity;

/**
 * Capability: the moments of (1.3) as linear functionals, {@code sum_mode functional[mode] *
 * h[offset + species * modes + mode]}. All arrays are new and of length modes().
 */
public interface Moments {

  /** h -> Int h_i dv, the concentration. */
  double[] concentration(int species);

  /** h -> Int v_axis h_i dv, the particle flux (times m_i: momentum). */
  double[] flux(int species, int axis);

  /** h -> Int m_i |v|^2 / 2 h_i dv, the kinetic energy. */
  double[] energy(int species);
}
