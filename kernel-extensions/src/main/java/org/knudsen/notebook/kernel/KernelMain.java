package org.knudsen.notebook.kernel;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.knudsen.jupyter.server.CellStreams;
import org.knudsen.jupyter.server.KernelServer;
import org.knudsen.jupyter.wire.ConnectionFile;

/** Starts the notebook kernel. Jupyter calls it with one argument, the connection file. */
public final class KernelMain {
  private KernelMain() {}

  /**
   * Runs until the client asks for shutdown or the process that started the kernel is gone.
   *
   * @param args the path of the connection file
   * @throws IOException when the connection file cannot be read
   * @throws InterruptedException never: nothing interrupts this thread
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 1) {
      System.err.println("usage: KernelMain CONNECTION_FILE");
      System.exit(2);
    }
    System.setProperty("java.awt.headless", "true");
    ParentWatch.start(System.getenv());
    ConnectionFile connection = ConnectionFile.read(Path.of(args[0]));
    PrintStream log = System.err;
    CellStreams streams = new CellStreams();
    streams.install();
    // The server says what this kernel is while the kernel itself is still being made.
    FutureTask<KnudsenKernel> kernel = new FutureTask<>(() -> start(streams, log));
    Thread starting = new Thread(kernel, "start");
    starting.setDaemon(true);
    starting.start();
    KernelRequests requests = new KernelRequests(kernel, streams);
    KernelServer server = new KernelServer(connection, requests, log::println);
    requests.setServer(server);
    server.start();
    server.awaitShutdown();
    try {
      if (kernel.isDone()) {
        requests.kernel().onShutdown(false);
      }
    } finally {
      System.exit(0); // whatever a cell or an extension has left running
    }
  }

  private static KnudsenKernel start(CellStreams streams, PrintStream log) {
    KnudsenKernel kernel = new KnudsenKernel(streams);
    JShellAccess.setRunningKernel(kernel);
    kernel.install(Extensions.find(KernelMain.class.getClassLoader())).forEach(log::println);
    return kernel;
  }
}
