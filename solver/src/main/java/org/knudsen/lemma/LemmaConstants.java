package org.knudsen.lemma;

import java.util.ArrayList;
import java.util.List;
import org.knudsen.collision.BurnettCollision;
import org.knudsen.collision.OperatorsAboutMaxwellian;
import org.knudsen.kernel.CollisionKernel;
import org.knudsen.lemma.LemmaConstant.Side;
import org.knudsen.mixture.LocalMaxwellian;
import org.knudsen.velocity.BurnettSpace;

/**
 * The constants of Lemmas 3.2 to 3.10 in one table, in the paper's order. Each comes from the class
 * of its lemma, where it is defined and more can be asked; parameters are set to the values below.
 *
 * <ul>
 *   <li>3.3: C_3 is {@value #SHARE} of C_1^nu, beta = e_0; the proof has half of C_1^nu.
 *   <li>3.4: xi = 0.5, 0.2, 0.1, beta = e_0; |alpha| = 1 for all gradients up to delta_MS.
 *   <li>3.5: C_2^L serves eta_1 from 1e-3 to 1e3.
 *   <li>3.7: eta_4 = eta_5 = 1.
 * </ul>
 *
 * @param rows in the paper's order
 */
public record LemmaConstants(List<LemmaConstant> rows) {

  /** C_3 / C_1^nu in (3.5). */
  public static final double SHARE = 0.9;

  private static final double[] XI = {0.5, 0.2, 0.1};
  private static final double[] ETA = {1e-3, 1e-2, 1e-1, 1, 10, 100, 1e3};

  public LemmaConstants {
    rows = List.copyOf(rows);
  }

  /**
   * The constants of the operators, Lemmas 3.2 to 3.6, 3.9 and 3.10.
   *
   * @param gamma exponent of the weight, that of the kernel in (H3)
   * @param background M^eps at a point
   * @param delta delta_MS, > 0; also the size of the gradients in the eps-terms of (3.5), (3.6)
   */
  public static LemmaConstants of(
      BurnettCollision operator,
      double gamma,
      LocalMaxwellian background,
      double eps,
      double delta) {
    BurnettSpace space = operator.space();
    CollisionKernel kernel = operator.gas().kernel();
    int degree = space.degree();
    OperatorsAboutMaxwellian about = new OperatorsAboutMaxwellian(operator, background);
    LocalCoercivity local = new LocalCoercivity(space, operator.linearized(), about, gamma, eps);
    FrequencyBounds bounds = FrequencyBounds.of(background, kernel, gamma);
    List<DerivativeForms> forms = DerivativeForms.about(space, about, gamma, 1);
    FrequencyDerivatives nu = new FrequencyDerivatives(forms);
    FrequencyGradient gradient = new FrequencyGradient(space, background, kernel, gamma, 0);
    CompactDerivatives compact = new CompactDerivatives(forms);
    CompactGradient moving = new CompactGradient(operator, forms.get(0), gradient, background, eps);
    CoercivityConstants rest = CoercivityConstants.of(operator.gas(), gamma);
    CollisionBound collision = CollisionBound.of(operator, gamma);
    double c3 = SHARE * bounds.lower();
    Rows rows = new Rows();
    rows.add("3.2", "(3.3)", "C_1^nu", bounds.lower(), 0, Side.EXACT);
    rows.add("3.2", "(3.3)", "C_2^nu", bounds.upper(), 0, Side.EXACT);
    rows.add("3.2", "(3.4)", "C_1^L", local.continuity(), degree, Side.LARGER);
    rows.add("3.3", "(3.5)", "C_3^nu", c3, 0, Side.EXACT);
    rows.add("3.3", "(3.5)", "largest C_3^nu with C_5^nu = 0", nu.free(), degree, Side.SMALLER);
    rows.add("3.3", "(3.5)", "C_5^nu", nu.defect(c3), degree, Side.LARGER);
    double pointwise = FrequencyDerivatives.pointwise(background, kernel, gamma, c3);
    rows.add("3.3", "(3.5)", "C_5^nu, supremum over v", pointwise, 0, Side.BOUND);
    double printed = FrequencyDerivatives.printed(background, kernel);
    rows.add("3.3", "(3.5)", "C_5^nu as the proof chooses it", printed, 0, Side.BOUND);
    double slopes = gradient.constant(delta, delta);
    rows.add("3.3", "(3.5)", "C_4^nu = C_6^nu = C_7^nu", slopes, degree, Side.LARGER);
    rows.add("3.4", "(3.6)", "C_2^K", compact.c2(), degree, Side.LARGER);
    for (double xi : XI) {
      rows.add("3.4", "(3.6)", "C_1^K(xi = " + xi + ")", compact.c1(xi), degree, Side.OPEN);
    }
    String name = "C_1^K(xi = " + XI[0] + "), |alpha| = 1";
    rows.add("3.4", "(3.6)", name, moving.constant(XI[0], delta, delta), degree, Side.OPEN);
    rows.add("3.5", "(3.7)", "lambda_L", local.gap(), degree, Side.SMALLER);
    rows.add("3.5", "(3.7)", "C_2^L", local.defect(delta, ETA), degree, Side.OPEN);
    rows.add("3.6", "(3.10)", "C^Q attained", collision.lower(), degree, Side.LARGER);
    rows.add("3.6", "(3.10)", "C^Q over tensors", collision.upper(), degree, Side.LARGER);
    rows.add("3.6", "(3.10)", "C_1^Q on the circle", collision.sobolev(1), degree, Side.LARGER);
    rows.add("3.9", "(3.15)", "C_pi", rest.fluid(), 0, Side.EXACT);
    rows.add("3.9", "(3.15)", "C_pi as the proof chooses it", rest.printedFluid(), 0, Side.BOUND);
    rows.add(
        "3.10", "(3.16)", "factor of the gradient", CoercivityConstants.POINCARE, 0, Side.EXACT);
    return new LemmaConstants(rows.list);
  }

  /**
   * The constants that a fluid solution adds: Lemma 3.7, and C^T of Lemma 3.10 for f^in = 0. The
   * source at one time has the same delta_MS > 0, its space the degree K, and the drift is to that
   * time.
   */
  public static LemmaConstants ofFluid(
      SourceConstants source, int degree, MeanDrift drift, double delta) {
    Rows rows = new Rows();
    rows.add("3.7", "(3.11)", "C_{0,e_0}", source.velocity(1), degree, Side.LARGER);
    rows.add("3.7", "(3.11)", "C_{e_0,e_0}", source.mixed(0, 1), degree, Side.LARGER);
    rows.add("3.7", "(3.12)", "C_{e_0,0}", source.commutator(0), degree - 1, Side.LARGER);
    rows.add("3.7", "(3.13)", "C_0", source.spatial().constant(1, 1), degree, Side.LARGER);
    rows.add("3.7", "(3.13)", "C_{e_0}", source.spatial(0).constant(1, 1), degree, Side.LARGER);
    rows.add("3.10", "(3.16)", "C^T", drift.constant(0, delta), 0, Side.EXACT);
    return new LemmaConstants(rows.list);
  }

  /** The constant of that name; if there is none, the message lists the names. */
  public LemmaConstant get(String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no constant '%s'; there are %s"
                        .formatted(name, rows.stream().map(LemmaConstant::name).toList())));
  }

  private static final class Rows {

    private final List<LemmaConstant> list = new ArrayList<>();

    void add(String lemma, String equation, String name, double value, int degree, Side side) {
      list.add(new LemmaConstant(lemma, equation, name, value, degree, side));
    }
  }
}
