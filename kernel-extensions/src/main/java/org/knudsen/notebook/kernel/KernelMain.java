package org.knudsen.notebook.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.logging.Level;

/** Starts the notebook kernel. Jupyter calls it with one argument, the connection file. */
public final class KernelMain {
  private KernelMain() {}

  /**
   * Runs until the client asks for shutdown or the process that started the kernel is gone.
   *
   * @param args the path of the connection file
   * @throws IOException when the connection file cannot be read
   * @throws GeneralSecurityException when its signature scheme is unknown
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    if (args.length != 1) {
      System.err.println("usage: KernelMain CONNECTION_FILE");
      System.exit(2);
    }
    System.setProperty("java.awt.headless", "true");
    ParentWatch.start(System.getenv());
    JupyterSocket.JUPYTER_LOGGER.setLevel(Level.WARNING);
    KernelConnectionProperties properties =
        KernelConnectionProperties.parse(Files.readString(Path.of(args[0])));

    KnudsenKernel kernel = new KnudsenKernel();
    JShellAccess.setRunningKernel(kernel);
    Extensions found = Extensions.find(KernelMain.class.getClassLoader());
    kernel.install(found).forEach(System.err::println);

    JupyterConnection connection = new CellConnection(properties);
    kernel.becomeHandlerForConnection(connection);
    connection.connect();
    connection.waitUntilClose();
    JShellAccess.setRunningKernel(null);
    System.exit(0);
  }
}
