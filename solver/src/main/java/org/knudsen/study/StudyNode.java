package org.knudsen.study;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A value of a study before any of it is checked, with the line that it stands on.
 *
 * @param value null, String, Boolean, a Number, {@code List<StudyNode>} or {@code Map<String,
 *     Member>}
 * @param line from 1 on; 0 where there are no lines
 */
record StudyNode(Object value, int line) {

  private static final int DEEPEST = 16;

  /**
   * A value under a key.
   *
   * @param line of the key
   * @param node the value
   */
  record Member(int line, StudyNode node) {}

  /** The tree of plain maps, lists and scalars, without lines. */
  static StudyNode of(Object raw) {
    if (raw instanceof Map<?, ?> map) {
      Map<String, Member> members = new LinkedHashMap<>();
      map.forEach((key, value) -> members.put(String.valueOf(key), new Member(0, of(value))));
      return new StudyNode(members, 0);
    }
    if (raw instanceof List<?> list) {
      return new StudyNode(list.stream().map(StudyNode::of).toList(), 0);
    }
    return new StudyNode(raw, 0);
  }

  /**
   * The tree of a YAML 1.2 document (every JSON document is one).
   *
   * @throws StudyException if it is no YAML, or has a key twice, or more than one document
   */
  static StudyNode parse(String text, String file) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setSchema(new CoreSchema()).build();
    try {
      Iterator<Node> documents = new Compose(settings).composeAllFromString(text).iterator();
      if (!documents.hasNext()) {
        throw new StudyException(file, 1, "study", "found nothing", allowedAtTop());
      }
      StudyNode first = located(documents.next(), file, "", settings);
      if (documents.hasNext()) {
        int line = line(documents.next());
        throw new StudyException(file, line, "study", "found a second document", "one document");
      }
      return first;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      String context = e.getContext() == null ? "" : e.getContext() + ", ";
      throw new StudyException(file, line, "YAML", context + e.getProblem(), "well-formed YAML");
    } catch (YamlEngineException e) {
      throw new StudyException(file, 0, "YAML", String.valueOf(e.getMessage()), "well-formed YAML");
    }
  }

  static String allowedAtTop() {
    return "a mapping with the keys " + String.join(", ", StudyKeys.all());
  }

  private static StudyNode located(Node node, String file, String path, LoadSettings settings) {
    int line = line(node);
    if (path.chars().filter(c -> c == '.' || c == '[').count() > DEEPEST) {
      throw new StudyException(
          file, line, path, "nested too deeply", "at most " + DEEPEST + " levels");
    }
    if (node instanceof MappingNode mapping) {
      Map<String, Member> members = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        int keyLine = line(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw new StudyException(file, keyLine, path, "found a key that is no text", "a text");
        }
        String below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
        Member before =
            members.put(
                key.getValue(),
                new Member(keyLine, located(tuple.getValueNode(), file, below, settings)));
        if (before != null) {
          throw new StudyException(
              file, keyLine, below, "found the key twice, first on line " + before.line(), "once");
        }
      }
      return new StudyNode(members, line);
    }
    if (node instanceof SequenceNode sequence) {
      List<StudyNode> elements = new ArrayList<>();
      for (Node element : sequence.getValue()) {
        elements.add(located(element, file, path + "[" + elements.size() + "]", settings));
      }
      return new StudyNode(elements, line);
    }
    var constructor = settings.getSchema().getSchemaTagConstructors().get(node.getTag());
    if (constructor == null && !node.getTag().equals(org.snakeyaml.engine.v2.nodes.Tag.STR)) {
      throw new StudyException(
          file, line, path, "found the YAML tag " + node.getTag(), "plain values without tags");
    }
    return new StudyNode(
        constructor == null ? ((ScalarNode) node).getValue() : constructor.construct(node), line);
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
