/**
 * Space: the unit torus ({@link org.knudsen.torus.Torus}), the Fourier modes it keeps ({@link
 * org.knudsen.torus.FourierModes}) and the transform between modes and cells, on its own grid or on
 * a finer one for exact products ({@link org.knudsen.torus.RealFourier}).
 */
package org.knudsen.torus;
