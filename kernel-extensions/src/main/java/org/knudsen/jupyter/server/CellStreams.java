package org.knudsen.jupyter.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.knudsen.jupyter.wire.WireMessage;

/**
 * The standard streams of the process, led to cells: what a thread prints goes to its cell ({@link
 * CellThreads}). Before the first cell text goes where it went before.
 */
public final class CellStreams {
  private final CellThreads<CellOutput> threads = new CellThreads<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "print");
            thread.setDaemon(true);
            return thread;
          });

  /** Leads System.out, System.err and System.in of this process to cells. */
  public void install() {
    System.setOut(printer("stdout", System.out));
    System.setErr(printer("stderr", System.err));
    System.setIn(new Input());
  }

  /**
   * Begins a cell on the thread that will run it or start the thread that does.
   *
   * @param server where its output goes
   * @param request its execute_request
   */
  public CellOutput begin(KernelServer server, WireMessage request) {
    CellOutput cell = new CellOutput(server, request, clock);
    threads.begin(cell);
    return cell;
  }

  /** The output of the cell that the calling thread belongs to; null before the first cell. */
  public CellOutput current() {
    return threads.current();
  }

  private PrintStream printer(String name, PrintStream before) {
    OutputStream bytes =
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] source, int offset, int length) {
            CellOutput cell = current();
            if (cell == null) {
              before.write(source, offset, length);
            } else {
              cell.write(name, source, offset, length);
            }
          }
        };
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  /** Lines that the person at the notebook types. */
  private final class Input extends InputStream {
    /** Unlike a monitor, it can be waited for by a thread that is interrupted. */
    private final ReentrantLock reader = new ReentrantLock();

    private byte[] line = {};
    private int at;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      try {
        reader.lockInterruptibly();
      } catch (InterruptedException e) {
        throw interrupted();
      }
      try {
        return readLocked(target, offset, length);
      } catch (InterruptedException e) {
        throw interrupted();
      } finally {
        reader.unlock();
      }
    }

    private int readLocked(byte[] target, int offset, int length) throws InterruptedException {
      CellOutput cell = current();
      if (at == line.length) {
        if (cell == null || !cell.request().content().path("allow_stdin").asBoolean()) {
          return -1; // nobody to ask
        }
        line = (cell.input("") + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      int count = Math.min(length, line.length - at);
      System.arraycopy(line, at, target, offset, count);
      at += count;
      return count;
    }

    @Override
    public int available() {
      if (!reader.tryLock()) {
        return 0; // another thread waits for what is typed
      }
      try {
        return line.length - at;
      } finally {
        reader.unlock();
      }
    }

    private static IOException interrupted() {
      Thread.currentThread().interrupt();
      return new InterruptedIOException("interrupted while waiting for input");
    }
  }
}
