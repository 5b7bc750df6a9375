/**
 * What a person reads of a result: tables ({@link org.knudsen.report.ResultTables}), plots ({@link
 * org.knudsen.report.ResultPlots}) and the folder that a run leaves. Everything here is computed
 * from results; nothing is changed.
 *
 * <p>The flow: SweepResult -> ResultTables, ResultPlots -> RunFolder (CSV, PNG, SVG, HDF5,
 * manifest).
 */
package org.knudsen.report;
