package org.knudsen.notebook.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * IJava's connection, with the outputs of cells sent by a thread of its own. A cell's thread may be
 * interrupted at any moment, and a thread that is interrupted while it sends closes the channels
 * inside ZeroMQ: nothing could be shown any more until the kernel's end.
 */
final class CellConnection extends JupyterConnection {
  private final ExecutorService publisher;

  CellConnection(KernelConnectionProperties properties) throws GeneralSecurityException {
    super(properties);
    ThreadGroup group = Thread.currentThread().getThreadGroup(); // not the cells' group
    publisher =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(group, task, "publisher");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public ShellReplyEnvironment prepareReplyEnv(ShellChannel channel, MessageContext context) {
    return new Environment(channel, context);
  }

  private final class Environment extends ShellReplyEnvironment {
    Environment(ShellChannel channel, MessageContext context) {
      super(channel, stdin, iopub, context);
    }

    @Override
    public void publish(Message<?> message) {
      // join keeps the order of messages and is not ended by an interrupt.
      CompletableFuture.runAsync(() -> super.publish(message), publisher).join();
    }
  }
}
