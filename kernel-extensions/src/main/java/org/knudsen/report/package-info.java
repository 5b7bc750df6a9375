/**
 * What a person reads of a result: tables ({@link org.knudsen.report.ResultTables}), plots ({@link
 * org.knudsen.report.ResultPlots}) and two results compared ({@link
 * org.knudsen.report.TwoResults}). Everything here is made of named variables; nothing is changed.
 */
package org.knudsen.report;
