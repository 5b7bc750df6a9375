package org.knudsen.figure;

/**
 * Where a plot lies in its picture, and which numbers its axes span: what turns a pixel into
 * values.
 *
 * @param left in pixels of the chart, from its left side; the others likewise from the left or top
 */
public record PlotView(
    double left,
    double top,
    double width,
    double height,
    double leastX,
    double mostX,
    boolean logarithmicX,
    double leastY,
    double mostY,
    boolean logarithmicY) {}
