package org.knudsen.jupyter.run;

import java.time.Duration;
import org.zeromq.ZMQ;

/** Tells a kernel that computes from one that hangs: its heartbeat thread answers in both cases. */
final class Heartbeat {
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final byte[] PING = {'p', 'i', 'n', 'g'};

  private final ZMQ.Socket socket;
  private final Duration silence;
  private boolean waiting;
  private long since = System.nanoTime() - PAUSE_NANOS;

  /**
   * @param socket connected to the kernel's heartbeat port
   * @param silence how long an answer may take
   */
  Heartbeat(ZMQ.Socket socket, Duration silence) {
    this.socket = socket;
    this.silence = silence;
  }

  ZMQ.Socket socket() {
    return socket;
  }

  /** Takes the answer that may have come, and sends the next ping when it is time. */
  void beat() {
    long now = System.nanoTime();
    if (waiting && socket.recv(ZMQ.DONTWAIT) != null) {
      waiting = false;
      since = now;
    }
    if (!waiting && now - since >= PAUSE_NANOS) {
      socket.send(PING, ZMQ.DONTWAIT);
      waiting = true;
      since = now;
    }
  }

  boolean isLost() {
    return waiting && System.nanoTime() - since > silence.toNanos();
  }
}
