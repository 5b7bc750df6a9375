package org.knudsen.notebook.render;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knudsen.jupyter.html.Html;

/**
 * Shows what no other renderer knows: arrays, collections, maps and optionals by what they hold,
 * each part as it shows itself, and an object without a text of its own by its fields. What Java
 * would write as an address is so never seen, and what has a text keeps it.
 */
final class PartsRenderer {
  /** As many as the rows of a table. */
  private static final int MOST = TableRenderer.DEFAULT_ROWS;

  private static final int LINE = 120;

  /** What {@link Object#toString} writes, wherever it stands in a text. */
  private static final Pattern ADDRESS = Pattern.compile("[\\w;]@[0-9a-f]{5,8}\\b");

  private final Renderer renderer;

  private PartsRenderer(Renderer renderer) {
    this.renderer = renderer;
  }

  static void register(Renderer renderer) {
    PartsRenderer parts = new PartsRenderer(renderer);
    renderer
        .createRegistration(Object.class)
        .preferring("text/html", "text/plain")
        .register((value, context) -> parts.put(value, context.getOutputContainer()));
  }

  /** A part as it shows itself; the name is empty where it has none. */
  private record Part(String name, DisplayData shown) {

    Optional<String> html() {
      return Optional.ofNullable((String) shown.getData(MIMEType.TEXT_HTML));
    }

    String text() {
      return (String) shown.getData(MIMEType.TEXT_PLAIN);
    }

    String htmlOrText() {
      String head = name.isEmpty() ? "" : "<div><b>" + Html.escape(name) + "</b></div>";
      return "<div>%s%s</div>"
          .formatted(head, html().orElseGet(() -> "<pre>" + Html.escape(text()) + "</pre>"));
    }

    String named(String between) {
      return name.isEmpty() ? text() : name + between + text();
    }
  }

  private void put(Object value, DisplayData out) {
    Stream<Part> all;
    int count;
    if (value.getClass().isArray()) {
      count = Array.getLength(value);
      all = IntStream.range(0, count).mapToObj(i -> part("", element(value, i)));
    } else if (value instanceof Collection<?> collection) {
      count = collection.size();
      all = collection.stream().map(element -> part("", element));
    } else if (value instanceof Map<?, ?> map) {
      count = map.size();
      all = map.entrySet().stream().map(e -> part(String.valueOf(e.getKey()), e.getValue()));
    } else if (value instanceof Optional<?> optional) {
      count = (int) optional.stream().count();
      all = optional.stream().map(element -> part("", element));
    } else {
      if (ADDRESS.matcher(String.valueOf(value)).find()) {
        Card card = fields(value);
        out.putHTML(card.html());
        out.putText(card.text());
      }
      return;
    }
    put(value, all.limit(MOST).toList(), count, out);
  }

  private static void put(Object value, List<Part> parts, int count, DisplayData out) {
    String note = count > MOST ? "the first " + MOST + " of " + count : "";
    if (parts.stream().anyMatch(part -> part.html().isPresent())) {
      out.putHTML(
          parts.stream()
              .map(Part::htmlOrText)
              .collect(
                  Collectors.joining(
                      "",
                      "<div style=\"display:flex;flex-wrap:wrap;gap:4px 16px\">",
                      "</div>" + note)));
      out.putText(lines(parts.stream().map(part -> part.named("\n")), note));
    } else if (parts.stream().anyMatch(part -> part.text().startsWith("["))) {
      out.putText(lines(parts.stream().map(part -> part.named(" = ")), note)); // a matrix
    } else if (value.getClass().isArray() || ADDRESS.matcher(String.valueOf(value)).find()) {
      String line =
          parts.stream()
              .map(part -> part.named(" = "))
              .collect(Collectors.joining(", ", "[", note.isEmpty() ? "]" : ", ...]"));
      out.putText(lines(Stream.of(line), note));
    }
  }

  private static String lines(Stream<String> texts, String note) {
    return Stream.concat(texts, Stream.of(note).filter(line -> !line.isEmpty()))
        .collect(Collectors.joining("\n"));
  }

  private Part part(String name, Object value) {
    return new Part(name, value == null ? new DisplayData("null") : renderer.render(value));
  }

  private static Object element(Object array, int at) {
    boolean real = array instanceof double[] || array instanceof float[];
    return real ? Numbers.text(Array.getDouble(array, at)) : Array.get(array, at);
  }

  /** The fields of an object, in a line each; those of a class that Java keeps closed are not. */
  private static Card fields(Object value) {
    List<Card.Row> rows = new ArrayList<>();
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        boolean own = !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
        if (own && field.trySetAccessible()) {
          rows.add(new Card.Row(field.getName(), line(read(field, value))));
        }
      }
    }
    return new Card(name(value.getClass()), rows, Optional.empty());
  }

  private static Object read(Field field, Object value) {
    try {
      return field.get(value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("it was made accessible: " + field, e);
    }
  }

  private static String line(Object value) {
    if (value instanceof Double number) {
      return Numbers.text(number);
    }
    if (value != null && value.getClass().isArray()) {
      String type = value.getClass().getComponentType().getSimpleName();
      return type + "[" + Array.getLength(value) + "]";
    }
    String text = String.valueOf(value);
    return text.length() > LINE || ADDRESS.matcher(text).find() ? name(value.getClass()) : text;
  }

  /** A class's simple name; of one without, what it is made from. */
  private static String name(Class<?> type) {
    if (!type.isAnonymousClass() && !type.isHidden()) {
      return type.getSimpleName();
    }
    Class<?>[] interfaces = type.getInterfaces();
    return (interfaces.length > 0 ? interfaces[0] : type.getSuperclass()).getSimpleName();
  }
}
