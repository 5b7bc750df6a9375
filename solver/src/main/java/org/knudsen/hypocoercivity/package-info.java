/** The paper's norms and projections: what distances and decay are measured in. */
package org.knudsen.hypocoercivity;
