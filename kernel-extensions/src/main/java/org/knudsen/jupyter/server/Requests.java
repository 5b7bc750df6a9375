package org.knudsen.jupyter.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.knudsen.jupyter.wire.MalformedMessageException;
import org.knudsen.jupyter.wire.WireMessage;

/** What a kernel answers. Requests of one channel come one after the other, on one thread. */
public interface Requests {

  /**
   * Answers a request.
   *
   * @param request from the channel shell or control
   * @return the content of the reply; empty where the type has no reply or is unknown
   * @throws MalformedMessageException when the content is not what the type asks for
   */
  Optional<ObjectNode> answer(WireMessage request) throws MalformedMessageException;
}
