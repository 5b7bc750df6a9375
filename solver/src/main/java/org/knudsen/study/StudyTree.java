package org.knudsen.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knudsen.plugin.NearestName;
import org.knudsen.plugin.ParameterException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A study before any of it is checked.
 *
 * @param source the file's name, or what else the study comes from
 * @param root maps, lists, texts, numbers, booleans and null
 * @param lines of the values by their path of keys and indices, that of its key for a value under
 *     one; empty where there are none
 */
record StudyTree(String source, Object root, Map<List<Object>, Integer> lines) {

  private static final int DEEPEST = 16;
  private static final int MOST_VALUES = 100_000; // aliases of aliases are values many times
  private static final int LONGEST = 1000; // characters of a text or a number

  /**
   * The tree of a YAML 1.2 document (every JSON document is one).
   *
   * @throws StudyException if it is no YAML, or has a key twice, or more than one document
   */
  static StudyTree parse(String text, String file) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setSchema(new CoreSchema()).build();
    StudyTree empty = new StudyTree(file, null, new HashMap<>());
    try {
      empty.checkDepth(text, settings);
      Iterator<Node> documents = new Compose(settings).composeAllFromString(text).iterator();
      if (!documents.hasNext()) {
        throw empty.error(List.of(), 1, "found nothing", StudyReader.allowedAtTop());
      }
      Object root = empty.value(documents.next(), List.of(), settings);
      if (documents.hasNext()) {
        int line = line(documents.next());
        throw empty.error(List.of(), line, "found a second document", "one document");
      }
      return new StudyTree(file, root, empty.lines);
    } catch (MarkedYamlEngineException e) {
      int line = line(e.getProblemMark());
      String context =
          e.getContext() == null || e.getContext().isEmpty() ? "" : e.getContext() + ", ";
      throw new StudyException(file, line, "YAML", context + e.getProblem(), "well-formed YAML");
    } catch (YamlEngineException e) {
      throw new StudyException(file, 0, "YAML", String.valueOf(e.getMessage()), "well-formed YAML");
    }
  }

  /**
   * The parser keeps levels in a list, but what composes values from it keeps them on the stack.
   */
  private void checkDepth(String text, LoadSettings settings) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > DEEPEST) {
        throw tooDeep(List.of(), event.getStartMark());
      }
    }
  }

  private StudyException tooDeep(List<Object> path, Optional<Mark> mark) {
    return error(path, line(mark), "nested too deeply", "at most " + DEEPEST + " levels");
  }

  /** The tree without a key at its top. */
  StudyTree without(String key) {
    if (!(root instanceof Map<?, ?> map) || !map.containsKey(key)) {
      return this;
    }
    Map<Object, Object> rest = new LinkedHashMap<>(map);
    rest.remove(key);
    return new StudyTree(source, rest, lines);
  }

  /**
   * The tree with another value where a key of a sweep says, which stands on the line of that key.
   *
   * @throws StudyException if there is no such place
   */
  StudyTree with(Variation.Key key, Object value) {
    List<Object> path = new ArrayList<>();
    Object changed = with(root, key, List.of(key.name().split("\\.|(?=\\[)")), path, value);
    Map<List<Object>, Integer> moved = new HashMap<>(lines);
    moved.keySet().removeIf(p -> p.size() >= path.size() && p.subList(0, path.size()).equals(path));
    Optional.ofNullable(lines.get(key.place())).ifPresent(line -> moved.put(path, line));
    return new StudyTree(source, changed, moved);
  }

  /** A copy of a node with a value below it; the steps to that become the path. */
  private Object with(
      Object node, Variation.Key key, List<String> steps, List<Object> path, Object value) {
    if (steps.isEmpty()) {
      return value;
    }
    List<String> more = steps.subList(1, steps.size());
    if (node instanceof List<?> list) {
      int index = index(list, steps.get(0), key);
      path.add(index);
      List<Object> copy = new ArrayList<>(list);
      copy.set(index, with(list.get(index), key, more, path, value));
      return copy;
    }
    if (node != null && !(node instanceof Map<?, ?>)) {
      throw error(
          key.place(),
          "found '%s', but %s has no parts".formatted(key.name(), ParameterException.key(path)),
          "the path of a value");
    }
    Map<Object, Object> copy =
        node == null ? new LinkedHashMap<>() : new LinkedHashMap<>((Map<?, ?>) node);
    path.add(steps.get(0));
    copy.put(steps.get(0), with(copy.get(steps.get(0)), key, more, path, value));
    return copy;
  }

  /** An element of a list, by its name or its index, which may stand in brackets. */
  private int index(List<?> list, String step, Variation.Key key) {
    List<String> known = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String name =
          list.get(i) instanceof Map<?, ?> map && map.get("name") != null
              ? String.valueOf(map.get("name"))
              : "" + i;
      if (step.equals(name) || step.replaceAll("[\\[\\]]", "").equals("" + i)) {
        return i;
      }
      known.add(name);
    }
    throw error(
        key.place(),
        "found '%s', and no '%s' there".formatted(key.name(), step),
        String.join(", ", known) + NearestName.hint(step, known));
  }

  /** An error at a value, with its line or that of the nearest above it that has one. */
  StudyException error(List<Object> path, String found, String allowed) {
    int length = path.size();
    while (length > 0 && !lines.containsKey(path.subList(0, length))) {
      length--;
    }
    return error(path, lines.getOrDefault(path.subList(0, length), 0), found, allowed);
  }

  private StudyException error(List<Object> path, int line, String found, String allowed) {
    String key = path.isEmpty() ? "study" : ParameterException.key(path);
    return new StudyException(source, line, key, found, allowed);
  }

  private static int line(Node node) {
    return line(node.getStartMark());
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(found -> found.getLine() + 1).orElse(0);
  }

  private Object value(Node node, List<Object> path, LoadSettings settings) {
    lines.putIfAbsent(path, line(node));
    if (path.size() > DEEPEST) {
      throw tooDeep(path, node.getStartMark()); // an alias inside of what it stands for
    }
    if (lines.size() > MOST_VALUES) {
      throw error(path, line(node), "found too many values", "at most " + MOST_VALUES);
    }
    if (node instanceof MappingNode mapping) {
      return map(mapping, path, settings);
    }
    if (node instanceof SequenceNode sequence) {
      List<Object> elements = new ArrayList<>();
      for (Node element : sequence.getValue()) {
        elements.add(value(element, ParameterException.below(path, elements.size()), settings));
      }
      return elements;
    }
    checkLength(((ScalarNode) node).getValue(), path, node);
    var constructor = settings.getSchema().getSchemaTagConstructors().get(node.getTag());
    if (constructor == null && !node.getTag().equals(Tag.STR)) {
      throw error(
          path, line(node), "found the YAML tag " + node.getTag(), "plain values without tags");
    }
    String text = ((ScalarNode) node).getValue();
    try {
      return constructor == null ? text : constructor.construct(node);
    } catch (IllegalArgumentException e) { // a number to the schema, not to Java; or no base 64
      throw error(
          path,
          line(node),
          "found '" + text + "', which is no " + node.getTag(),
          "plain values without tags");
    }
  }

  private void checkLength(String scalar, List<Object> path, Node node) {
    if (scalar.length() > LONGEST) {
      throw error(
          path,
          line(node),
          "found " + scalar.length() + " characters",
          "at most " + LONGEST + " in a text or a number");
    }
  }

  private Map<String, Object> map(MappingNode mapping, List<Object> path, LoadSettings settings) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int line = line(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw error(path, line, "found a key that is no text", "a text");
      }
      checkLength(key.getValue(), path, key);
      List<Object> below = ParameterException.below(path, key.getValue());
      Integer before = lines.put(below, line);
      if (before != null) {
        throw error(below, line, "found the key twice, first on line " + before, "once");
      }
      members.put(key.getValue(), value(tuple.getValueNode(), below, settings));
    }
    return members;
  }
}
