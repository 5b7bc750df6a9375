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
import org.knudsen.jupyter.document.Notebook;
import org.knudsen.jupyter.run.NotebookResult;
import org.knudsen.jupyter.run.NotebookRunner;
import org.knudsen.jupyter.run.Timeouts;
import org.knudsen.jupyter.spec.KernelCommand;

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
        new NotebookRunner(KernelCommand.ofThisProcess(), Timeouts.DEFAULT, (done, all) -> {})
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

  /**
   * The limits for small eps: Maxwell molecules with Delta_12 = 1 diffuse at the rate 4 pi^2, and
   * the price of the proof is the product of its factors, up to the digits shown.
   */
  @Test
  void hypocoercivityHasItsLimitsAndItsPrice() throws Exception {
    String shown = String.join("\n", texts(Path.of("06-hypocoercivity-in-numbers.ipynb")));
    Matcher diffusion = Pattern.compile("maxwell +diffusion and heat +([\\d.]+)").matcher(shown);
    assertTrue(diffusion.find(), "the limits are shown");
    assertEquals(4 * Math.PI * Math.PI, Double.parseDouble(diffusion.group(1)), 5e-5);
    Matcher share =
        Pattern.compile("tends to 0, .*?hard-sphere +([\\d.]+) +([\\d.]+) ", Pattern.DOTALL)
            .matcher(shown);
    assertTrue(share.find(), "what the functional sees is shown");
    double seen = Double.parseDouble(share.group(2)) / Double.parseDouble(share.group(1));
    assertEquals(0.624, seen, 5e-4);
    Matcher price =
        Pattern.compile("each over the next: (\\S+), (\\S+), (\\S+), (\\S+); all together (\\S+)")
            .matcher(shown);
    assertTrue(price.find(), "the price is shown");
    double product = 1;
    for (int n = 1; n <= 4; n++) {
      product *= Double.parseDouble(price.group(n));
    }
    assertEquals(product, Double.parseDouble(price.group(5)), 0.03 * product);
    assertEquals(1 / seen, Double.parseDouble(price.group(1)), 0.01);
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
