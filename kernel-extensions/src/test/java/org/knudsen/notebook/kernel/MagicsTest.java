package org.knudsen.notebook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Magics in cells of a kernel in this process. */
class MagicsTest {
  private static final String STUDY =
      "%%study\n"
          + "mixture: [{name: a, mass: 1, concentration: 1}]\n"
          + "collisionKernel: {id: maxwell}\n"
          + "velocityGrid: {id: burnett, degree: 4}\n";

  private static final List<String> displayed = new ArrayList<>();
  private static KnudsenKernel kernel;
  private final PrintStream out = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  /** Keeps the texts of what is displayed. */
  private static final class Displayed extends ShellReplyEnvironment {
    Displayed() {
      super(null, null, null, null);
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
      displayed.add(
          String.valueOf(((PublishDisplayData) (Object) content).getData(MIMEType.TEXT_PLAIN)));
    }
  }

  @BeforeAll
  static void start() {
    kernel = new KnudsenKernel();
    JShellAccess.setRunningKernel(kernel);
    JShellAccess.setEnvironment(kernel, new Displayed());
    assertEquals(
        List.of(), kernel.install(new Extensions(List.of(new KnudsenExtension()), List.of())));
  }

  @AfterAll
  static void stop() {
    JShellAccess.setRunningKernel(null);
    kernel.onShutdown(false);
  }

  @BeforeEach
  void listen() {
    displayed.clear();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(out);
  }

  private String run(String cell) throws Exception {
    printed.reset();
    assertNull(kernel.eval(cell, 3));
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String message(String cell) {
    CellFailure failure = assertThrows(CellFailure.class, () -> kernel.eval(cell, 3));
    assertEquals(1, kernel.formatError(failure).size(), "only what the magic said");
    return failure.getMessage();
  }

  @Test
  void makesTheYamlOfACellAStudy() throws Exception {
    assertTrue(kernel.eval(STUDY, 3).getData(MIMEType.TEXT_PLAIN).toString().contains("maxwell"));
    assertEquals(
        4.0, kernel.evalRaw("(double) study.velocityGrid().parameters().integer(\"degree\")"));
    kernel.eval(STUDY.replace("%%study", "\n%%study other"), 3);
    assertEquals("a", kernel.evalRaw("other.mixture().species().get(0).name()"));
  }

  @Test
  void namesTheLineOfTheCellWhereAStudyIsWrong() {
    String message = message(STUDY.replace("maxwell", "maxwel"));
    assertTrue(
        message.startsWith("cell [3]:3: collisionKernel.id: found unknown id 'maxwel'; allowed: "),
        message);
    assertTrue(message("\n" + STUDY.replace("degree: 4", "degree: x")).startsWith("cell [3]:5: "));
    assertTrue(message("%%study a b\n").contains("found 'a b' after %%study"));
  }

  @Test
  void showsPlugins() throws Exception {
    run("%knudsen plugins");
    assertTrue(displayed.get(0).contains("hard-sphere"), displayed::toString);
    assertTrue(displayed.get(1).contains("diameters"), displayed::toString);
    run("%knudsen doc hard-sphere");
    assertTrue(displayed.get(2).startsWith("hard-sphere: collision kernel\n"), displayed::toString);
    assertTrue(displayed.get(2).contains("Chapman & Cowling"), displayed::toString);
    assertTrue(message("%knudsen doc hard-spere").contains("(nearest: hard-sphere)"));
    assertTrue(message("%knudsen").contains("allowed: %knudsen plugins, %knudsen doc ID"));
  }

  @Test
  void answersQuestions() throws Exception {
    run("?workbench.converge");
    assertTrue(displayed.get(0).contains("How many digits of the distances"), displayed::toString);
    run("int before = 1\n?vss");
    assertTrue(displayed.get(1).contains("variable soft spheres"), displayed::toString);
    assertTrue(message("?nothing").startsWith("nothing is known of 'nothing'; allowed: "));
  }

  @Test
  void timesStatementsAndCells() throws Exception {
    assertTrue(run("int t = 1;\n%time int u = t +\n  1;\nint v;").matches("\\d+\\.\\d{3} s\\R"));
    assertEquals(2, kernel.evalRaw("u"));
    assertTrue(run("%%time\nint w = 1;\nint x = 2;").matches("\\d+\\.\\d{3} s\\R"));
    CellFailure failure = assertThrows(CellFailure.class, () -> kernel.eval("%%time\n\n1 / 0", 3));
    assertTrue(kernel.formatError(failure).get(1).contains("cell [3], line 3"));
  }

  @Test
  void listsEveryMagicOnALine() throws Exception {
    List<String> lines = run("%lsmagic").lines().toList();
    for (String name : JShellAccess.magics(kernel)) {
      assertTrue(lines.stream().anyMatch(line -> line.contains(name)), name);
    }
    assertTrue(lines.stream().allMatch(line -> line.contains("  ")), "each says what it does");
  }

  @Test
  void runsCommands() throws Exception {
    assertEquals("a b\nc\n", run("!echo \"a b\"; echo c >&2"));
    assertEquals("exit status 3 of: exit 3", message("!exit 3"));
    assertEquals(System.getenv("PATH") + System.lineSeparator(), run("%env PATH"));
    assertTrue(message("%env PAHT").contains("'PAHT'"));
    assertTrue(message("%env A=b").contains("!A=b command"));
  }

  @Test
  void anInterruptEndsACommand() {
    ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    long began = System.nanoTime();
    later.schedule(kernel::interrupt, 300, TimeUnit.MILLISECONDS);
    assertThrows(CellInterrupted.class, () -> kernel.eval("!sleep 30", 3));
    assertTrue(System.nanoTime() - began < 20e9, "it was waited for");
    later.shutdown();
  }

  @Test
  void leavesJavaThatLooksLikeAMagic() throws Exception {
    assertEquals("%foo\n!ls\n", kernel.evalRaw("\"\"\"\n%foo\n!ls\n\"\"\""));
    assertEquals(1, kernel.evalRaw("int seven = 7;\nint q = seven\n  % 2;\nq"));
    assertEquals(false, kernel.evalRaw("boolean no = true; !no"));
    assertEquals(2, kernel.evalRaw("boolean yes = true;\nint r = yes\n? 2\n: 3;\nr"));
  }

  @Test
  void takesAnOperatorThatBeginsALineForJava() throws Exception {
    assertEquals(
        5, kernel.evalRaw("int one = 7, two = 5;\nint chosen = one < two\n?one\n:two;\nchosen"));
    assertEquals(2, kernel.evalRaw("int rest = 7\n%two;\nrest"));
    assertEquals(7, kernel.evalRaw("one\n%time two = 7;\ntwo"));
    assertNull(kernel.evalRaw("one\n%lsmagic"));
    assertEquals(7, kernel.evalRaw("one\n%lsmagic\nfinal int three = 3;\none"));
    assertEquals(7, kernel.evalRaw("one\n!true\none"));
    assertEquals(7, kernel.evalRaw("one\n?Study\none"));
    assertEquals(7, kernel.evalRaw("one\n%lsmagic\nSystem.out.print(two);\none"));
  }
}
