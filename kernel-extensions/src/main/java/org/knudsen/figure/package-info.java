/**
 * How plots are painted, whatever they show. Series and styles are XChart's, the painting is not:
 * XChart draws letters as outlines, and labels without mathematics. {@link
 * org.knudsen.figure.CurveChart} and {@link org.knudsen.figure.HeatMapPlot} lay a plot into a
 * {@link org.knudsen.figure.PlotFrame}, with its {@link org.knudsen.figure.PlotAxis axes} and
 * {@link org.knudsen.figure.PlotLabel labels}; {@link org.knudsen.figure.PlotFiles} saves it, on
 * the screen's or on paper's terms.
 */
package org.knudsen.figure;
