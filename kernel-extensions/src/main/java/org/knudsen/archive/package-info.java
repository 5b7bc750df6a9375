/**
 * What is kept of a run: its folder ({@link org.knudsen.archive.RunFolder}), written whole or not
 * at all; results and checkpoints as HDF5; the manifest, against which {@link
 * org.knudsen.archive.FolderCheck} holds a folder that {@link org.knudsen.archive.RecordedRun} has
 * read back.
 */
package org.knudsen.archive;
