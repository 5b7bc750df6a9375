package org.knudsen.jupyter.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.knudsen.jupyter.spec.KernelCommand;
import org.knudsen.jupyter.wire.ConnectionFile;
import org.knudsen.jupyter.wire.ConnectionFile.Channel;

/**
 * A notebook kernel in a process of its own, with its connection file and the file that takes what
 * it prints outside of cells. Closing it ends the process.
 */
final class KernelProcess implements AutoCloseable {
  /** Names the kernel in the environment of every process that comes from it. */
  private static final String MARK = "KNUDSEN_KERNEL";

  /** Enough for the last lines of what a kernel printed. */
  private static final int LAST_BYTES = 1 << 16;

  private final Process process;
  private final Path folder;
  private final ConnectionFile connection;
  private final String mark;
  private final Set<ProcessHandle> children = ConcurrentHashMap.newKeySet();
  private final Thread ender = new Thread(this::end, "end-kernel");

  private KernelProcess(Process process, Path folder, ConnectionFile connection, String mark) {
    this.process = process;
    this.mark = MARK + "=" + mark + "\0";
    this.folder = folder;
    this.connection = connection;
    Runtime.getRuntime().addShutdownHook(ender);
  }

  /**
   * Starts a kernel on free ports of this machine, in the folder that relative paths start from.
   */
  static KernelProcess start(KernelCommand command, Path workingFolder) throws IOException {
    Path folder = Files.createTempDirectory("knudsen-kernel"); // readable by its owner only
    ObjectNode connection = new ObjectMapper().createObjectNode();
    putFreePorts(connection);
    connection
        .put("ip", "127.0.0.1")
        .put("transport", "tcp")
        .put("key", UUID.randomUUID().toString())
        .put("signature_scheme", "hmac-sha256")
        .put("kernel_name", "knudsen");
    Path file = folder.resolve("connection.json");
    Files.writeString(file, connection.toPrettyString());
    File log = folder.resolve("kernel.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command.words(file.toString()))
            .directory(workingFolder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
    String mark = UUID.randomUUID().toString();
    builder.environment().put(MARK, mark);
    try {
      return new KernelProcess(builder.start(), folder, new ConnectionFile(connection), mark);
    } catch (IOException e) {
      delete(folder);
      throw e;
    }
  }

  /** Where the kernel listens. */
  ConnectionFile connection() {
    return connection;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** How the process ended and the last lines that it printed, for an error message. */
  String lastWords() {
    String status = process.isAlive() ? "still running" : "exit status " + process.exitValue();
    try (FileChannel log = FileChannel.open(folder.resolve("kernel.log"))) {
      log.position(Math.max(0, log.size() - LAST_BYTES)); // it may be of any size
      byte[] end = Channels.newInputStream(log).readNBytes(LAST_BYTES);
      List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - 20), lines.size());
      return status + (last.isEmpty() ? "" : "; it printed:\n" + String.join("\n", last));
    } catch (IOException e) {
      return status;
    }
  }

  /** Waits for the process to end by itself. */
  boolean waitFor(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Remembers the processes below the kernel, which nobody can tell once it has ended. */
  void noteChildren() {
    process.descendants().forEach(children::add);
    ProcessHandle.allProcesses().filter(this::isMarked).forEach(children::add);
  }

  /** Whether a process comes from the kernel, also where its parent has ended; Linux tells. */
  private boolean isMarked(ProcessHandle other) {
    try {
      Path environment = Path.of("/proc", Long.toString(other.pid()), "environ");
      return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      return false; // it is another user's, or has ended, or this is not Linux
    }
  }

  /** Ends the process and those below it, and removes its files; also where that was done. */
  private void end() {
    noteChildren();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    waitFor(5000);
    delete(folder);
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(ender);
    } catch (IllegalStateException e) {
      // This process is ending, and the hook runs anyway.
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // A leftover in the system's temporary folder harms nobody.
    }
  }

  private static void putFreePorts(ObjectNode connection) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (Channel channel : Channel.values()) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        sockets.add(socket);
        connection.put(channel.key(), socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }
}
