package org.knudsen.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.knudsen.jupyter.document.Notebook;
import org.knudsen.jupyter.run.NotebookResult;
import org.knudsen.jupyter.run.NotebookRunner;
import org.knudsen.jupyter.run.Timeouts;
import org.knudsen.jupyter.spec.KernelCommand;

/** Executes notebook 01 on the real notebook kernel, once, and looks at what it left. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoltzmannToMaxwellStefanTest {
  private static final Path NOTEBOOK = Path.of("01-boltzmann-to-maxwell-stefan.ipynb");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])[-+]?\\d+(?:\\.\\d+)?(?:e[-+]?\\d+)?");

  @TempDir static Path folder;

  private NotebookResult result;
  private Notebook executed;
  private Duration time;

  @BeforeAll
  void execute() throws Exception {
    Path out = folder.resolve("out.ipynb");
    long begin = System.nanoTime();
    result =
        new NotebookRunner(KernelCommand.ofThisProcess(), Timeouts.DEFAULT, (done, all) -> {})
            .run(NOTEBOOK, out, Optional.of(folder.resolve("out.html")));
    time = Duration.ofNanos(System.nanoTime() - begin);
    executed = Notebook.read(out);
  }

  /** Its own checks hold: an order in eps that is not as the text says ends it. */
  @Test
  void everyCellRuns() {
    assertEquals(Optional.empty(), result.failure());
    long cells = executed.cells().stream().filter(Notebook::isExecutable).count();
    assertEquals(cells, result.executedCells());
  }

  /** A minute is the aim on two free cores; the build may share them with other work. */
  @Test
  void takesNotLong() {
    assertTrue(time.toSeconds() < 300, () -> "took " + time.toSeconds() + " s");
  }

  @Test
  void measuresSlopesOneAndThree() {
    Matcher slopes =
        Pattern.compile("hard spheres ([\\d.]+), Maxwell molecules ([\\d.]+)")
            .matcher(String.join("\n", texts(executed)));
    assertTrue(slopes.find(), "the slopes are shown");
    // between the two smallest eps; the next terms are of relative order eps = 1e-3 or less
    assertEquals(1, Double.parseDouble(slopes.group(1)), 1e-3);
    assertEquals(3, Double.parseDouble(slopes.group(2)), 1e-2);
  }

  @Test
  void showsTablesAndPictures() {
    int tables = 0;
    int pictures = 0;
    for (ObjectNode cell : executed.cells()) {
      for (JsonNode output : cell.path("outputs")) {
        JsonNode data = output.path("data");
        tables += Notebook.text(data.path("text/html")).contains("<table") ? 1 : 0;
        pictures += Notebook.text(data.path("image/png")).startsWith("iVBORw0KGgo") ? 1 : 0;
      }
    }
    assertEquals(10, tables);
    assertEquals(7, pictures);
  }

  @Test
  void pageHasThePicturesAndTheFormulas() throws Exception {
    String page = Files.readString(folder.resolve("out.html"));
    assertEquals(7, page.split("data:image/svg\\+xml;base64,", -1).length - 1);
    assertTrue(page.contains("class=\"math display\""));
  }

  /** What is committed is what the code gives, but for digits that differ between machines. */
  @Test
  void givesTheCommittedNumbers() throws Exception {
    List<String> committed = texts(Notebook.read(NOTEBOOK));
    List<String> now = texts(executed);
    assertEquals(committed.size(), now.size());
    for (int n = 0; n < now.size(); n++) {
      assertEquals(words(committed.get(n)), words(now.get(n)));
      List<Double> expected = numbers(committed.get(n));
      List<Double> found = numbers(now.get(n));
      assertEquals(expected.size(), found.size(), now.get(n));
      for (int k = 0; k < found.size(); k++) {
        // six digits are shown; 1e-13 and below is round-off
        assertEquals(
            expected.get(k), found.get(k), 1e-13 + 2e-5 * Math.abs(expected.get(k)), now.get(n));
      }
    }
  }

  /** Everything shown as text, in order. */
  private static List<String> texts(Notebook notebook) {
    List<String> texts = new ArrayList<>();
    for (ObjectNode cell : notebook.cells()) {
      for (JsonNode output : cell.path("outputs")) {
        texts.add(Notebook.text(output.path("data").path("text/plain")));
      }
    }
    return texts;
  }

  private static List<String> words(String text) {
    return List.of(NUMBER.matcher(text).replaceAll(" ").strip().split("\\s+"));
  }

  private static List<Double> numbers(String text) {
    return NUMBER.matcher(text).results().map(r -> Double.valueOf(r.group())).toList();
  }
}
