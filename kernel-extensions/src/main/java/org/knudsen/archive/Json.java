package org.knudsen.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes trees of maps, collections, texts, numbers and null as JSON. Keys keep their order. A
 * double is written with 17 significant digits, which are those of {@link Double#toString} filled
 * up with zeros, so that reading them gives the same double; an integer is written as it is.
 */
public final class Json {

  private Json() {}

  /**
   * The tree as JSON.
   *
   * @param tree not modified
   * @param notes told the place of every number that is not finite; JSON has none, so null is
   *     written in its stead
   * @return one value, indented, ended by a line feed
   * @throws IllegalArgumentException for anything in the tree that JSON cannot hold
   */
  public static String text(Object tree, Consumer<String> notes) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
      out.setPrettyPrinter(printer);
      write(tree, "", out, notes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter never fails
    }
    return text.append("\n").toString();
  }

  /** An object of names and values, which follow one another. */
  public static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      object.put((String) namesAndValues[at], namesAndValues[at + 1]);
    }
    return object;
  }

  private static void write(Object value, String path, JsonGenerator out, Consumer<String> notes)
      throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = (String) entry.getKey();
        out.writeFieldName(key);
        write(entry.getValue(), path.isEmpty() ? key : path + "." + key, out, notes);
      }
      out.writeEndObject();
    } else if (value instanceof Collection<?> list) {
      out.writeStartArray();
      int at = 0;
      for (Object element : list) {
        write(element, path + "[" + at++ + "]", out, notes);
      }
      out.writeEndArray();
    } else if (value instanceof Double number) {
      if (Double.isFinite(number)) {
        out.writeNumber(String.format(Locale.ROOT, "%.16e", number));
      } else {
        notes.accept(path + " is " + number + "; written as null");
        out.writeNull();
      }
    } else if (value instanceof Integer || value instanceof Long) {
      out.writeNumber(((Number) value).longValue());
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof String word) {
      out.writeString(word);
    } else if (value == null) {
      out.writeNull();
    } else {
      throw new IllegalArgumentException(
          path + " is of " + value.getClass() + "; JSON holds maps, lists, texts and numbers");
    }
  }
}
