/** The notebook side: what a notebook finds when it opens. */
package org.knudsen.notebook;
