/**
 * What is kept of a run: its folder ({@link org.knudsen.archive.RunFolder}), written whole or not
 * at all; results and checkpoints as HDF5; the manifest, from which {@link
 * org.knudsen.archive.RecordedRun} says whether another run gives the same.
 */
package org.knudsen.archive;
