/** Space: the unit torus, its grid and its Fourier modes. */
package org.knudsen.torus;
