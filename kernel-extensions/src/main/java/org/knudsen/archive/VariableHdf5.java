package org.knudsen.archive;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knudsen.run.Dimension;
import org.knudsen.run.Quantity;
import org.knudsen.run.Variable;

/**
 * Variables in a group of an HDF5 file, in both directions and to the same bits: results,
 * checkpoints and what {@code verify} compares.
 *
 * <pre>
 * NAME         [dimension]...      doubles; a name with a slash is in a group; attributes units,
 *                                  long_name, summary, dimensions (their names)
 * DIMENSION    [index]             coordinates, or the labels of indices that have names
 * </pre>
 *
 * <p>The attribute {@code variables} of the group has the names in their order.
 */
final class VariableHdf5 {

  private static final String ORDER = "variables";

  private VariableHdf5() {}

  /**
   * Writes variables.
   *
   * @throws IllegalArgumentException if two dimensions of one name differ, or one is called as a
   *     variable
   */
  static void write(Collection<Variable> variables, WritableGroup group) {
    Map<String, Dimension> dimensions = new LinkedHashMap<>();
    Map<String, WritableGroup> groups = new HashMap<>(Map.of("", group));
    for (Variable variable : variables) {
      Quantity quantity = variable.quantity();
      int slash = quantity.name().lastIndexOf('/');
      WritableDataset dataset =
          group(quantity.name().substring(0, Math.max(0, slash)), groups)
              .putDataset(
                  quantity.name().substring(slash + 1),
                  nested(variable.values(), 0, 0, variable.values().length, quantity));
      dataset.putAttribute("units", quantity.unit());
      dataset.putAttribute("long_name", quantity.longName());
      dataset.putAttribute("summary", quantity.summary().name());
      if (!quantity.dimensions().isEmpty()) {
        dataset.putAttribute(
            "dimensions",
            quantity.dimensions().stream().map(Dimension::name).toArray(String[]::new));
      }
      for (Dimension dimension : quantity.dimensions()) {
        Dimension before = dimensions.putIfAbsent(dimension.name(), dimension);
        if (before != null && !before.equals(dimension)) {
          throw new IllegalArgumentException(
              "dimension '%s' of '%s' is another than that of the variables before"
                  .formatted(dimension.name(), quantity.name()));
        }
      }
    }
    for (Dimension dimension : dimensions.values()) {
      if (groups.containsKey(dimension.name())
          || variables.stream().anyMatch(v -> v.name().equals(dimension.name()))) {
        throw new IllegalArgumentException(
            "dimension and variable are both called '" + dimension.name() + "'");
      }
      group.putDataset(
          dimension.name(),
          dimension.labels().isEmpty()
              ? dimension.coordinates()
              : dimension.labels().toArray(String[]::new));
    }
    if (!variables.isEmpty()) {
      group.putAttribute(ORDER, variables.stream().map(Variable::name).toArray(String[]::new));
    }
  }

  private static WritableGroup group(String path, Map<String, WritableGroup> groups) {
    WritableGroup found = groups.get(path);
    if (found == null) {
      int slash = path.lastIndexOf('/');
      found =
          group(path.substring(0, Math.max(0, slash)), groups).putGroup(path.substring(slash + 1));
      groups.put(path, found);
    }
    return found;
  }

  /** Part of flat values as arrays in arrays, which is what the library takes. */
  private static Object nested(double[] flat, int level, int from, int length, Quantity quantity) {
    List<Dimension> dimensions = quantity.dimensions();
    if (level == dimensions.size()) {
      return flat[from];
    }
    int size = dimensions.get(level).size();
    if (level == dimensions.size() - 1) {
      return Arrays.copyOfRange(flat, from, from + size);
    }
    int[] shape = new int[dimensions.size() - level];
    shape[0] = size;
    Object out = Array.newInstance(double.class, shape);
    for (int i = 0; i < size; i++) {
      Array.set(
          out, i, nested(flat, level + 1, from + i * (length / size), length / size, quantity));
    }
    return out;
  }

  /** Reads what {@link #write} has written, in its order. */
  static Map<String, Variable> read(Group group) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    if (group.getAttribute(ORDER) == null) {
      return variables;
    }
    Map<String, Dimension> dimensions = new HashMap<>();
    for (String name : texts(group, ORDER)) {
      Dataset node = dataset(group, name);
      List<Dimension> own = new ArrayList<>();
      if (node.getAttribute("dimensions") != null) {
        for (String dimension : texts(node, "dimensions")) {
          own.add(dimensions.computeIfAbsent(dimension, d -> dimension(group, d)));
        }
      }
      Quantity quantity =
          new Quantity(
              name,
              text(node, "long_name"),
              text(node, "units"),
              Quantity.Summary.valueOf(text(node, "summary")),
              own);
      Object data = node.getDataFlat();
      variables.put(
          name,
          new Variable(
              quantity, data instanceof double[] all ? all : new double[] {(Double) data}));
    }
    return variables;
  }

  /** A dataset that is in the file itself, and no larger: a link may lead to any other file. */
  private static Dataset dataset(Group group, String path) {
    Node node = group;
    for (String name : path.split("/", -1)) {
      node = node instanceof Group inner ? inner.getChild(name) : null;
    }
    if (node instanceof Dataset found
        && found.getSizeInBytes() <= found.getFileAsPath().toFile().length()) {
      return found;
    }
    throw new IllegalStateException("no dataset '" + path + "' that is whole");
  }

  private static Dimension dimension(Group group, String name) {
    Object data = dataset(group, name).getDataFlat();
    return data instanceof double[] coordinates
        ? Dimension.of(name, coordinates)
        : Dimension.labelled(name, List.of((String[]) data));
  }

  private static String[] texts(Node node, String attribute) {
    return (String[]) node.getAttribute(attribute).getData();
  }

  /** A text attribute; empty where there is none, since HDF5 files have no empty texts here. */
  static String text(Node node, String name) {
    Attribute attribute = node.getAttribute(name);
    return attribute == null ? "" : String.valueOf(attribute.getData());
  }

  /** Checks the attribute format of a file. */
  static void requireFormat(String allowed, Node node, Path file) {
    String format = text(node, "format");
    if (!allowed.equals(format)) {
      throw new IllegalArgumentException(
          file + ": found format '" + format + "'; allowed: " + allowed);
    }
  }

  /** Writes a text attribute; none for an empty text. */
  static void text(WritableGroup group, String name, String value) {
    if (!value.isEmpty()) {
      group.putAttribute(name, value);
    }
  }
}
