/**
 * Where velocity distributions live: the velocity space of a run, and what it can do as small
 * capability interfaces. The default is the Burnett space, an orthonormal basis of L^2(mu^{-1/2}).
 */
package org.knudsen.velocity;
