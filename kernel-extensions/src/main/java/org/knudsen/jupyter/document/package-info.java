/** Notebooks as files: Jupyter's format 4, read and written without loss. */
package org.knudsen.jupyter.document;
