/** Time integrators of Knudsen: {@code ars-222}, {@code ars-443}, {@code etd-rk4}, {@code rk4}. */
package org.knudsen.plugins.time;
