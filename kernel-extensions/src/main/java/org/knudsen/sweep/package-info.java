/**
 * A sweep carried out: the tasks of a {@link org.knudsen.study.SweepPlan} on a {@link
 * org.knudsen.engine.SweepEngine}, and the folder with all of their results.
 *
 * <pre>
 * SweepPlan -> TaskQueue -> SweepEngine (SweepWorkers: a run, its archive, a TaskRecord)
 *   -> SweepFolder (TaskJournal) -> SweepTables -> tasks.csv, tasks.h5, slopes.csv, plots
 * </pre>
 *
 * <p>A task is known by its address, a hash of all that its bits depend on. Its archive is named by
 * it, and a sweep that is gone on with does no task again whose address is in the journal, though
 * the study has been given more values in the meantime.
 */
package org.knudsen.sweep;
