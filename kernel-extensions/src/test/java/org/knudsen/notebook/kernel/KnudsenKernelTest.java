package org.knudsen.notebook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

  @Test
  void namesTheExceptionAndWhereItWasThrown() {
    CellFailure failure =
        assertThrows(
            CellFailure.class, () -> kernel.eval("throw new IllegalStateException(\"no\");"));
    assertEquals("IllegalStateException: no", failure.getMessage());
    List<String> shown = kernel.formatError(failure);
    assertTrue(shown.get(0).contains("IllegalStateException: no"), shown::toString);
    assertTrue(shown.get(1).startsWith("    at "), shown::toString);
  }

  @Test
  void reportsIncompleteCodeAndGoesOn() throws Exception {
    CellFailure failure = assertThrows(CellFailure.class, () -> kernel.eval("int f() {"));
    assertTrue(failure.getMessage().startsWith("incomplete code: int f() {"));
    assertEquals(3, kernel.evalRaw("int x = 3; x"));
  }
}
