package org.knudsen.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knudsen.notebook.document.Notebook;
import org.knudsen.notebook.run.NotebookResult;
import org.knudsen.notebook.run.NotebookRunner;
import org.knudsen.notebook.run.Timeouts;
import org.knudsen.notebook.spec.KernelCommand;
import org.knudsen.study.ProgressListener;

/** Executes notebooks on the real notebook kernel, in a process of its own for each. */
@Tag("slow")
class CommittedNotebooksTest {

  @TempDir Path folder;

  /** The cells check what the text says, and the tables are those that were committed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "02-collision-operators.ipynb",
        "03-transport-of-real-mixtures.ipynb",
        "04-maxwell-stefan-on-the-torus.ipynb",
        "05-stability.ipynb",
        "06-hypocoercivity-in-numbers.ipynb",
        "07-drift-in-two-dimensions.ipynb"
      })
  void givesWhatItSays(Path notebook) throws Exception {
    Path out = folder.resolve("out.ipynb");
    NotebookResult result =
        new NotebookRunner(
                KernelCommand.ofThisProcess(), Timeouts.DEFAULT, ProgressListener.silent())
            .run(notebook, out, Optional.empty());

    assertEquals(
        Optional.empty(), result.failure().map(NotebookResult.Failure::summary), "no cell fails");
    List<String> expected = texts(notebook);
    assertTrue(expected.size() > 10, "the committed notebook has outputs");
    assertEquals(expected, texts(out));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02-collision-operators.ipynb",
        "03-transport-of-real-mixtures.ipynb",
        "04-maxwell-stefan-on-the-torus.ipynb",
        "05-stability.ipynb",
        "06-hypocoercivity-in-numbers.ipynb",
        "07-drift-in-two-dimensions.ipynb"
      })
  void isSmallEnoughToBeRead(Path notebook) throws Exception {
    assertTrue(Files.size(notebook) < 1_000_000, "under 1 MB with its outputs");
  }

  /**
   * The orders in eps of Theorem 2.2 between the two smallest eps, where the next term of the
   * expansion is of relative order 1e-3, or, for Maxwell molecules against fick, still 1e-2.
   */
  @Test
  void stabilityHasItsOrders() throws Exception {
    Matcher shown =
        Pattern.compile(
                "hard spheres ([\\d.]+), ([\\d.]+), ([\\d.]+)\\s+"
                    + "Maxwell molecules ([\\d.]+), ([\\d.]+), ([\\d.]+)")
            .matcher(String.join("\n", texts(Path.of("05-stability.ipynb"))));
    assertTrue(shown.find(), "the orders are shown");
    double[] orders = {1, 2, 1, 3, 2, 1};
    for (int n = 0; n < orders.length; n++) {
      double tolerance = n == 4 ? 2e-2 : 1e-3;
      assertEquals(orders[n], Double.parseDouble(shown.group(n + 1)), tolerance, shown.group());
    }
  }

  /** The plain text of all outputs: tables to six digits, sentences, titles of charts. */
  private static List<String> texts(Path file) throws Exception {
    List<String> texts = new ArrayList<>();
    for (JsonNode cell : Notebook.read(file).cells()) {
      for (JsonNode output : cell.path("outputs")) {
        assertFalse(output.path("output_type").asText().equals("error"), output.toString());
        texts.add(Notebook.text(output.path("data").path("text/plain")));
      }
    }
    return texts;
  }
}
