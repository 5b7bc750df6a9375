package org.knudsen.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.style.markers.Marker;

/** A marker of an outline only, so that one under others is seen. */
final class HollowMarker extends Marker {

  private static final BasicStroke PEN = new BasicStroke(1.5f);

  private final double[] corners;

  /**
   * @param corners x and y of each in turn, 1 the half width, y downwards; none for a circle
   */
  HollowMarker(double... corners) {
    this.corners = corners;
  }

  @Override
  public void paint(Graphics2D graphics, double x, double y, int size) {
    double half = size / 2.0;
    graphics.setStroke(PEN);
    if (corners.length == 0) {
      graphics.draw(new Ellipse2D.Double(x - half, y - half, size, size));
      return;
    }
    Path2D path = new Path2D.Double();
    path.moveTo(x + half * corners[0], y + half * corners[1]);
    for (int c = 2; c < corners.length; c += 2) {
      path.lineTo(x + half * corners[c], y + half * corners[c + 1]);
    }
    path.closePath();
    graphics.draw(path);
  }
}
