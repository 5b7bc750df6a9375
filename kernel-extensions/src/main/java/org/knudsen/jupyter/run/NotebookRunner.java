package org.knudsen.jupyter.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.knudsen.jupyter.document.Notebook;
import org.knudsen.jupyter.document.NotebookFormatException;
import org.knudsen.jupyter.html.Ansi;
import org.knudsen.jupyter.html.HtmlPage;
import org.knudsen.jupyter.spec.KernelCommand;

/**
 * Executes notebooks on the notebook kernel, over the Jupyter protocol and without Python. Every
 * notebook gets a kernel process of its own.
 *
 * @param command how a kernel is started
 * @param timeouts how long to wait for it
 * @param progress told how many code cells are done, on the thread that runs the notebook
 * @param allowErrors whether a cell that fails leaves its error in the notebook and the run goes on
 */
public record NotebookRunner(
    KernelCommand command, Timeouts timeouts, CellProgress progress, boolean allowErrors) {

  /** A runner that stops at the first cell that fails. */
  public NotebookRunner(KernelCommand command, Timeouts timeouts, CellProgress progress) {
    this(command, timeouts, progress, false);
  }

  /** Runs a notebook with the values that it declares itself. */
  public NotebookResult run(Path notebook, Path out, Optional<Path> html)
      throws NotebookFormatException, IOException, KernelException {
    return run(notebook, Map.of(), out, html);
  }

  /**
   * Reads a notebook, executes it in its own folder, and writes it with its outputs. The file is
   * written whether or not a cell fails, so that the error can be looked at in place.
   *
   * @param parameters values, as texts, for variables that a cell with the tag parameters declares
   * @param out the file to write, which may be the same
   * @param html the file for a page that a browser shows, if wanted
   * @throws IllegalArgumentException where there is no such variable, or its type does not take the
   *     value; nothing has been run then
   * @throws KernelException when the kernel does not start
   */
  public NotebookResult run(
      Path notebook, Map<String, String> parameters, Path out, Optional<Path> html)
      throws NotebookFormatException, IOException, KernelException {
    Notebook read = Notebook.read(notebook);
    NotebookParameters.inject(read, parameters);
    NotebookResult result = execute(read, notebook.toAbsolutePath().resolveSibling(""));
    read.write(out);
    if (html.isPresent()) {
      HtmlPage.write(read, String.valueOf(notebook.getFileName()), html.get());
    }
    return result;
  }

  /**
   * Executes the code cells in order, and stops at the first that fails, unless it has the tag
   * raises-exception or errors are allowed. One that takes too long, or ends the kernel, stops the
   * run in any case. All former outputs are removed.
   *
   * @param notebook modified: outputs, counts, and the kernel in its metadata
   * @param workingFolder the folder that relative paths in cells start from
   * @throws KernelException when the kernel does not start
   */
  public NotebookResult execute(Notebook notebook, Path workingFolder)
      throws IOException, KernelException {
    notebook.prepareForExecution();
    List<ObjectNode> cells = notebook.cells();
    CellOutputs outputs = new CellOutputs();
    int executed = 0;
    int all = (int) cells.stream().filter(Notebook::isExecutable).count();
    progress.executed(0, all);
    try (KernelClient kernel = KernelClient.start(command, workingFolder, timeouts)) {
      for (int i = 0; i < cells.size(); i++) {
        if (!Notebook.isExecutable(cells.get(i))) {
          continue;
        }
        executed++;
        Optional<NotebookResult.Failure> failure = execute(kernel, cells.get(i), i + 1, outputs);
        if (failure.isPresent()) {
          return new NotebookResult(executed, failed(cells), failure);
        }
        progress.executed(executed, all);
      }
    } finally {
      outputs.end();
      progress.ended();
    }
    return new NotebookResult(executed, failed(cells), Optional.empty());
  }

  private Optional<NotebookResult.Failure> execute(
      KernelClient kernel, ObjectNode cell, int number, CellOutputs outputs) {
    String source = Notebook.text(cell.path("source"));
    outputs.startCell(cell);
    String name;
    String message;
    List<String> traceback = new ArrayList<>();
    try {
      KernelClient.Execution end = kernel.execute(source, timeouts, outputs::accept);
      JsonNode reply = end.reply();
      if (end.timedOut()) {
        name = "CellTimeout";
        message = "the cell took longer than its " + timeouts.cell().toSeconds() + " s";
        outputs.error(name, message, JsonNodeFactory.instance.arrayNode());
      } else if (reply.path("status").asText().equals("ok")
          || allowErrors
          || Notebook.hasTag(cell, "raises-exception")) {
        return Optional.empty();
      } else {
        name = reply.path("ename").asText("no name");
        message = reply.path("evalue").asText();
        shownTraceback(cell).forEach(line -> traceback.add(Ansi.strip(line.asText())));
      }
    } catch (KernelException e) {
      name = "KernelFailure";
      message = e.getMessage();
      outputs.error(name, message, Notebook.lines(message));
    }
    return Optional.of(new NotebookResult.Failure(number, name, message, traceback));
  }

  private static int failed(List<ObjectNode> cells) {
    return (int)
        cells.stream()
            .filter(cell -> !Notebook.hasTag(cell, "raises-exception"))
            .filter(cell -> errors(cell).findAny().isPresent())
            .count();
  }

  private static Stream<JsonNode> errors(ObjectNode cell) {
    return cell.path("outputs")
        .valueStream()
        .filter(output -> output.path("output_type").asText().equals("error"));
  }

  private static JsonNode shownTraceback(ObjectNode cell) {
    return errors(cell)
        .findFirst()
        .map(output -> output.path("traceback"))
        .orElse(JsonNodeFactory.instance.arrayNode());
  }
}
