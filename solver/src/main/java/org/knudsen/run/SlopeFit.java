package org.knudsen.run;

import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * A least-squares line through (log eps, log distance): distance ~ factor * eps^slope.
 *
 * @param slope the measured order in eps
 * @param factor exp(intercept)
 * @param standardError of the slope; NaN for two points
 * @param points how many points it rests on
 */
public record SlopeFit(double slope, double factor, double standardError, int points) {

  /** The fit of distances > 0, one an eps, to at least two different Knudsen numbers. */
  public static SlopeFit of(double[] eps, double[] distance) {
    SimpleRegression line = new SimpleRegression();
    for (int p = 0; p < eps.length; p++) {
      if (!(distance[p] > 0)) {
        throw new IllegalArgumentException(
            "distance at eps = " + eps[p] + " is " + distance[p] + "; a slope needs numbers > 0");
      }
      line.addData(Math.log(eps[p]), Math.log(distance[p]));
    }
    return new SlopeFit(
        line.getSlope(), Math.exp(line.getIntercept()), line.getSlopeStdErr(), eps.length);
  }
}
