/**
 * Time: one loop for implicit-explicit Runge-Kutta schemes, one for exponential ones, with tableaux
 * as data. A scheme sees a problem as y' = A y + N(t, y) and treats A implicitly or exactly, so
 * that the step follows the slow time alone.
 */
package org.knudsen.time;
