/**
 * What a person reads of a result: tables ({@link org.knudsen.report.ResultTables}), plots ({@link
 * org.knudsen.report.ResultPlots}) and two results compared ({@link
 * org.knudsen.report.TwoResults}). Everything here is made of named variables; nothing is changed.
 *
 * <p>Series and styles of plots are XChart's, the painting is not: XChart draws letters as
 * outlines, and labels without mathematics. {@link org.knudsen.report.CurveChart} and {@link
 * org.knudsen.report.HeatMapPlot} lay a plot into a {@link org.knudsen.report.PlotFrame}, with its
 * {@link org.knudsen.report.PlotAxis axes} and {@link org.knudsen.report.PlotLabel labels}; {@link
 * org.knudsen.report.PlotFiles} saves it, on the screen's or on paper's terms.
 */
package org.knudsen.report;
