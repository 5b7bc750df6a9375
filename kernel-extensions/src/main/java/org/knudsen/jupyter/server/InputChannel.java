package org.knudsen.jupyter.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
  private final LinkedBlockingQueue<Question> questions = new LinkedBlockingQueue<>();
  private final ReentrantLock asking = new ReentrantLock();

  /** Done once there is an answer, and once nobody waits for one any more. */
  private record Question(WireMessage message, CompletableFuture<String> answer) {}

  InputChannel(String session) {
    this.session = session;
  }

  /** One question at a time; a second thread that asks waits for the first. */
  String ask(String prompt, boolean password, WireMessage request) throws InterruptedException {
    ObjectNode content =
        JsonNodeFactory.instance.objectNode().put("prompt", prompt).put("password", password);
    Question question =
        new Question(
            WireMessage.of("input_request", session, content).inReplyTo(request),
            new CompletableFuture<>());
    asking.lockInterruptibly();
    try {
      questions.add(question);
      return question.answer().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answer is a line", e);
    } finally {
      question.answer().cancel(false);
      asking.unlock();
    }
  }

  /** Sends questions and hands over what comes back, as long as the kernel is open. */
  void serve(ZMQ.Socket socket, Signer signer, BooleanSupplier open) {
    try (socket) {
      socket.setReceiveTimeOut(LOOK_MILLIS);
      while (open.getAsBoolean()) {
        Question question = questions.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (question == null) {
          continue;
        }
        while ((socket.getEvents() & ZMQ.Poller.POLLIN) != 0) {
          answer(socket, signer); // to a question before, that nobody waits for
        }
        question.message().send(socket, signer);
        while (open.getAsBoolean() && !question.answer().isDone()) {
          answer(socket, signer).ifPresent(question.answer()::complete);
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
