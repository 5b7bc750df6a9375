package org.knudsen.notebook.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are shown in tables and cards. The data keep all their digits. */
public final class Numbers {
  private static final MathContext SHOWN = new MathContext(6);

  private Numbers() {}

  /**
   * A number with six significant digits, without trailing zeros; with an exponent below 1e-4 and
   * from 1e7 on.
   *
   * @param value any double
   * @return for example 0.5, 1.01603, 3.2e-05, 1.5e+08, NaN
   */
  public static String text(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < 7) {
      return rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String sign = rounded.signum() < 0 ? "-" : "";
    return String.format(
        Locale.ROOT, "%s%se%s%02d", sign, mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
