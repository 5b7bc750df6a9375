package org.knudsen.command;

import static java.lang.Integer.parseInt;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.knudsen.archive.Json;
import org.knudsen.notebook.progress.ProgressBar;
import org.knudsen.notebook.progress.TerminalView;
import org.knudsen.notebook.render.TableRenderer;
import org.knudsen.plugin.PrintableLine;
import org.knudsen.run.ProgressListener;
import tech.tablesaw.api.Table;

/**
 * What a command knows of the process it runs in.
 *
 * @param out results
 * @param err progress, warnings, errors
 * @param terminal whether a person sees err as it is written
 * @param environment environment variables; COLUMNS is the terminal's width, 80 where it is not set
 * @param home the user's home folder
 */
public record Console(
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Map<String, String> environment,
    Path home) {

  static final int LONGEST = 4000; // characters of a line on err

  public Console {
    environment = Map.copyOf(environment);
  }

  /** Prints a value as JSON; numbers that are not finite become null, and a line on err says so. */
  void json(Object tree) {
    out.print(Json.text(tree, this::note));
    out.flush();
  }

  /** Prints a table with all its rows; nothing for one without rows. */
  void table(Table table) {
    if (table.rowCount() > 0) {
      out.println(new TableRenderer(Integer.MAX_VALUE).text(table, columns()));
      out.println();
    }
  }

  /** Prints a line of a result. */
  void line(String text) {
    out.println(text);
    out.flush();
  }

  /** Says something on err, on one line. */
  void note(String message) {
    err.println("knudsen: " + PrintableLine.of(message, LONGEST));
  }

  /** A progress bar on err; a person sees that time goes by during a long step, too. */
  ProgressListener progress() {
    ProgressBar bar = new ProgressBar(new TerminalView(err, terminal, columns()));
    return terminal ? new TickingProgress(bar, Duration.ofSeconds(1)) : bar;
  }

  /** How many characters a line may have; without a terminal there is no limit. */
  int columns() {
    String given = environment.getOrDefault("COLUMNS", "");
    return !terminal ? Integer.MAX_VALUE : given.matches("[1-9][0-9]{0,5}") ? parseInt(given) : 80;
  }
}
