package org.knudsen.jupyter.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.knudsen.jupyter.wire.MalformedMessageException;
import org.knudsen.jupyter.wire.Signer;
import org.knudsen.jupyter.wire.WireMessage;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Questions to the person at a notebook. The thread that serves owns the socket; the thread that
 * asks waits for the line, and may be interrupted while it does.
 */
final class InputChannel {
  private static final int LOOK_MILLIS = 50;

  private final String session;
  private final LinkedBlockingQueue<WireMessage> questions = new LinkedBlockingQueue<>();
  private final SynchronousQueue<String> answers = new SynchronousQueue<>();

  InputChannel(String session) {
    this.session = session;
  }

  /** One question at a time; a second thread that asks waits for the first. */
  synchronized String ask(String prompt, boolean password, WireMessage request)
      throws InterruptedException {
    questions.add(
        WireMessage.of(
                "input_request",
                session,
                JsonNodeFactory.instance
                    .objectNode()
                    .put("prompt", prompt)
                    .put("password", password))
            .inReplyTo(request));
    return answers.take();
  }

  /** Sends questions and hands over what comes back, until the context ends. */
  void serve(ZMQ.Socket socket, Signer signer) {
    try (socket) {
      socket.setReceiveTimeOut(LOOK_MILLIS);
      while (true) {
        WireMessage question = questions.take();
        question.send(socket, signer);
        Optional<String> line = Optional.empty();
        // Where there is a newer question nobody waits for the answer to this one.
        while (line.isEmpty() && questions.isEmpty()) {
          line = answer(socket, signer);
        }
        if (line.isPresent()) {
          answers.offer(line.get(), 1, TimeUnit.SECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ZMQException e) {
      // the end of the context
    }
  }

  /** The line that came; empty where nothing did yet, or nothing that answers. */
  private static Optional<String> answer(ZMQ.Socket socket, Signer signer) {
    try {
      WireMessage reply = WireMessage.receive(socket, signer);
      return reply.type().equals("input_reply") && reply.content().path("value").isTextual()
          ? Optional.of(reply.content().path("value").asText())
          : Optional.empty();
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
  }
}
