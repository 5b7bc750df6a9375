/**
 * The lemmas of section 3, each inequality with its best constant as an eigenvalue: {@link
 * org.knudsen.lemma.LemmaConstants} is the table of all. Behind it, by lemma: 3.2 {@link
 * org.knudsen.lemma.FrequencyBounds}; 3.2 and 3.5 {@link org.knudsen.lemma.LocalCoercivity}, about
 * mu with 3.9 {@link org.knudsen.lemma.CoercivityConstants}; 3.3 {@link
 * org.knudsen.lemma.FrequencyDerivatives} and {@link org.knudsen.lemma.FrequencyGradient}; 3.4
 * {@link org.knudsen.lemma.CompactDerivatives} and {@link org.knudsen.lemma.CompactGradient}; 3.6
 * {@link org.knudsen.lemma.CollisionBound} with {@link org.knudsen.lemma.SobolevAlgebra}; 3.7
 * {@link org.knudsen.lemma.SourceConstants}; 3.10 {@link org.knudsen.lemma.MeanDrift}. A constant
 * over functions of degree K is monotone in K; each says to which side it errs.
 */
package org.knudsen.lemma;
