package org.knudsen.notebook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel in this process, without a connection. */
class KnudsenKernelTest {
  private final KnudsenKernel kernel = new KnudsenKernel();

  @AfterEach
  void close() {
    kernel.onShutdown(false);
  }

  @Test
  void forgetsAnInterruptWhileNoCellRuns() throws Exception {
    assertEquals(1, kernel.evalRaw("1"));
    kernel.interrupt();
    assertEquals(2, kernel.evalRaw("1 + 1"));
    assertFalse(kernel.cancellation().requested());
  }

  private CellFailure failure(String code, int number) {
    return assertThrows(CellFailure.class, () -> kernel.eval(code, number));
  }

  private List<String> shown(CellFailure failure) {
    return kernel.formatError(failure).stream()
        .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
        .toList();
  }

  @Test
  void namesTheExceptionAndEachLineOfACellItCameThrough() throws Exception {
    kernel.eval("int a = 1;\n\nint f(int x) {\n  return 1 / (x - a);\n}", 4);
    CellFailure failure = failure("// a comment\n\nvar y =\n    f(2) +\n    f(1);", 7);
    assertEquals("ArithmeticException", failure.name());
    assertEquals("/ by zero", failure.getMessage());
    assertEquals(
        List.of(
            "ArithmeticException: / by zero",
            "    at f, cell [4], line 4:  return 1 / (x - a);",
            "    at cell [7], line 5:  f(1);"),
        shown(failure));
  }

  @Test
  void showsOfAValueThatCannotBeShownNoFrameOfTheKernel() {
    CellFailure failure =
        failure(
            "new Object() { public String toString() { throw new RuntimeException(\"no\"); } }", 3);
    assertTrue(shown(failure).get(1).contains("toString"), shown(failure)::toString);
    assertFalse(shown(failure).toString().contains("KnudsenKernel"), shown(failure)::toString);
  }

  @Test
  void marksThePlaceThatDoesNotCompile() {
    CellFailure failure = failure("int b = 1;\n  int c = \"x\" + b;", 3);
    assertEquals("CompilationException", failure.name());
    List<String> shown = shown(failure);
    assertTrue(shown.get(0).startsWith("cell [3], line 2: incompatible types"), shown::toString);
    assertEquals("      int c = \"x\" + b;", shown.get(1));
    assertEquals("              ^^^^^^^", shown.get(2));
  }

  @Test
  void reportsIncompleteCodeAndGoesOn() throws Exception {
    CellFailure failure = failure("int d = 1;\nint f() {", 5);
    assertEquals("cell [5], line 2: the statement is not complete", failure.getMessage());
    assertEquals(3, kernel.evalRaw("int x = 3; x"));
  }

  @Test
  void namesVariablesThatLoseTheirValue() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      kernel.eval("class A { int v = 1; }", 1);
      kernel.eval("A q = new A();", 2);
      assertEquals("", printed.toString(StandardCharsets.UTF_8));
      kernel.eval("class A { int w = 1; }", 3);
      String warning = printed.toString(StandardCharsets.UTF_8);
      assertTrue(warning.contains("the old value of q is gone"), warning);
      printed.reset();
      kernel.eval("q", 4);
      warning = printed.toString(StandardCharsets.UTF_8);
      assertTrue(warning.contains("q has no value since A was defined again"), warning);
      printed.reset();
      kernel.eval("A q = new A();", 5);
      kernel.eval("q.w", 6);
      assertEquals("", printed.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// what q was\n1",
        "/* the old\n q */ 1",
        "\"q\" + 'q'",
        "String t = \"\"\"\n  a \"q\" here\n  \"\"\";",
        "class Pair { int q() { return 1; } } new Pair().q()",
        "java.util.stream.IntStream.of(1).map(q -> 2).sum()",
        "!true q",
        "%%time\n1 // q"
      })
  void warnsOfNoNameThatIsNoVariable(String cell) throws Exception {
    kernel.eval("class A { int v = 1; }\nA q = new A();");
    kernel.eval("class A { int w = 1; }");
    assertEquals("", warned(cell));
    assertTrue(warned("/* \" */ int n = q == null ? 1 : 0;").contains("q has no value"));
  }

  private String warned(String cell) throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      kernel.eval(cell);
    } catch (CellFailure e) {
      // a warning is not about that
    } finally {
      System.setErr(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** JShell empties variables at an import that does not begin its snippet. */
  @Test
  void keepsVariablesThroughImports() throws Exception {
    kernel.eval("var kept = List.of(1);", 1);
    kernel.eval("import java.time.*;\nimport java.util.stream.*;\n// and\nimport java.text.*;", 2);
    assertEquals(List.of(1), kernel.evalRaw("kept"));
  }

  @Test
  void forgetsTheNamesOfValuesWithoutName() throws Exception {
    assertEquals(3, kernel.evalRaw("1 + 2"));
    assertEquals(4, kernel.evalRaw("2 + 2"));
    assertThrows(CellFailure.class, () -> kernel.eval("$1"));
    assertEquals(7, kernel.evalRaw("var x = 3; x + 4"));
    assertEquals(3, kernel.evalRaw("x"));
  }

  @Test
  void importsTogetherWhatACellMayImportAgain() throws Exception {
    assertNull(kernel.eval("import tech.tablesaw.api.*;", 1));
    assertNotNull(kernel.eval("Table.create(\"t\")", 2));
    assertNotNull(kernel.eval("new Species(\"a\", 1, 1)", 3));
    assertNotNull(kernel.eval("decimals(1.26, 1)", 4));
  }
}
