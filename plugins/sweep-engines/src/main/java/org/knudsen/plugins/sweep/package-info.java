/** Sweep engines of Knudsen that need nothing but Java: {@code local}. */
package org.knudsen.plugins.sweep;
