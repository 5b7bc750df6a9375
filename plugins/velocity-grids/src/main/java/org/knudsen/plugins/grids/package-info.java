/** Velocity grids of Knudsen: {@code burnett}. */
package org.knudsen.plugins.grids;
