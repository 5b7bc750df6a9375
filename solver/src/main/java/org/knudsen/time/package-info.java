/**
 * Time: one loop for implicit-explicit Runge-Kutta schemes, one for exponential ones, one for
 * explicit ones, with tableaux as data. A scheme sees a problem as y' = A y + N(t, y) ({@link
 * org.knudsen.time.SemilinearEquation}) and treats A implicitly or exactly, so that the step
 * follows the slow time alone.
 *
 * <p>The flow: {@link org.knudsen.time.Schemes} gives a {@link org.knudsen.time.TimeIntegrator};
 * its stepper asks the equation's {@link org.knudsen.time.LinearPart} for resolvents or phi
 * functions, once; steps then apply them. {@link org.knudsen.time.BlockLinearPart} makes them for
 * operators with constant coefficients, accurately however stiff they are; {@link
 * org.knudsen.time.DirectSum} puts the linear parts of coupled equations side by side.
 */
package org.knudsen.time;
