package org.knudsen.jupyter.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.knudsen.jupyter.spec.KernelSpec;

/**
 * A notebook of Jupyter's format 4 as a tree of JSON. Everything that is not changed through this
 * class (cell ids, metadata, attachments, unknown keys) stays as it was read.
 */
public final class Notebook {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Half a character, which JSON can hold as an escape and UTF-8 cannot. */
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  static {
    // An output may be longer than the 20 million characters that Jackson stops at, and one that
    // is as deep as a message may be stands deeper in the notebook.
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(Integer.MAX_VALUE)
                .maxNestingDepth(2 * StreamReadConstraints.DEFAULT_MAX_DEPTH)
                .build());
    JSON.getFactory()
        .setStreamWriteConstraints(
            StreamWriteConstraints.builder()
                .maxNestingDepth(2 * StreamReadConstraints.DEFAULT_MAX_DEPTH)
                .build());
  }

  private final ObjectNode root;

  private Notebook(ObjectNode root) {
    this.root = root;
  }

  /** Reads an .ipynb file. */
  public static Notebook read(Path file) throws IOException, NotebookFormatException {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (CharacterCodingException e) {
      throw new NotebookFormatException(
          file + ": not a notebook: found bytes that are no UTF-8", e);
    }
  }

  /** Reads a notebook from JSON; error messages name the source that it came from. */
  public static Notebook parse(String text, String source) throws NotebookFormatException {
    JsonNode tree;
    try {
      tree = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new NotebookFormatException(
          source + line(e) + ": not JSON: " + e.getOriginalMessage().replaceAll("\\s+", " "), e);
    }
    if (!(tree instanceof ObjectNode root)) {
      throw new NotebookFormatException(source + ": not a notebook: the top is not an object");
    }
    if (root.path("nbformat").asInt() != 4) {
      throw new NotebookFormatException(
          source + ": key 'nbformat' is " + root.path("nbformat") + "; only 4 is known");
    }
    if (!(root.get("cells") instanceof ArrayNode cells)) {
      throw new NotebookFormatException(source + ": key 'cells' is not a list");
    }
    for (int i = 0; i < cells.size(); i++) {
      if (!(cells.get(i) instanceof ObjectNode cell) || !cell.path("cell_type").isTextual()) {
        throw new NotebookFormatException(
            source + ": cell " + (i + 1) + " is not an object with a key 'cell_type'");
      }
    }
    return new Notebook(root);
  }

  /** Where the text is wrong; what is too deep or too long is said without a place. */
  private static String line(JsonProcessingException e) {
    return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
  }

  /** The cells, in order, as views: changing one changes the notebook. */
  public List<ObjectNode> cells() {
    List<ObjectNode> cells = new ArrayList<>();
    root.get("cells").forEach(cell -> cells.add((ObjectNode) cell));
    return cells;
  }

  /** The first cell with a tag. */
  public Optional<ObjectNode> cell(String tag) {
    return cells().stream().filter(cell -> hasTag(cell, tag)).findFirst();
  }

  /** Whether a cell's metadata hold a tag. */
  public static boolean hasTag(ObjectNode cell, String tag) {
    return cell.path("metadata")
        .path("tags")
        .valueStream()
        .anyMatch(found -> found.asText().equals(tag));
  }

  /** Adds an empty code cell after another, with a tag that is its id too; gives a view of it. */
  public ObjectNode addCodeAfter(ObjectNode cell, String tag) {
    ObjectNode added = JSON.createObjectNode().put("cell_type", "code");
    if (root.path("nbformat_minor").asInt() >= 5) {
      added.put("id", tag); // older formats have none
    }
    added.putNull("execution_count");
    added.putObject("metadata").putArray("tags").add(tag);
    added.putArray("outputs");
    added.put("source", "");
    ArrayNode cells = (ArrayNode) root.get("cells");
    int at = 1;
    while (cells.get(at - 1) != cell) {
      at++;
    }
    cells.insert(at, added);
    return added;
  }

  /** A view of the whole notebook as a tree of JSON, to look at. */
  public JsonNode tree() {
    return root;
  }

  /**
   * The value of a key such as source, which the format keeps as one string or as a list of lines;
   * empty where the key is missing.
   */
  public static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.asText();
    }
    StringBuilder out = new StringBuilder();
    node.forEach(line -> out.append(line.asText()));
    return out.toString();
  }

  /** A text as the format keeps it: a list of lines that hold their line feeds. */
  public static ArrayNode lines(String text) {
    ArrayNode lines = JSON.createArrayNode();
    if (!text.isEmpty()) {
      Arrays.stream(text.split("(?<=\n)")).forEach(lines::add);
    }
    return lines;
  }

  /** Whether a cell holds code that is to be executed; false for code cells that are blank. */
  public static boolean isExecutable(ObjectNode cell) {
    return cell.path("cell_type").asText().equals("code") && !text(cell.path("source")).isBlank();
  }

  /** Removes all outputs and counts, and names the notebook kernel in the metadata. */
  public void prepareForExecution() {
    for (ObjectNode cell : cells()) {
      if (cell.path("cell_type").asText().equals("code")) {
        cell.putNull("execution_count");
        cell.putArray("outputs");
      }
    }
    ObjectNode metadata =
        root.get("metadata") instanceof ObjectNode given ? given : root.putObject("metadata");
    metadata
        .putObject("kernelspec")
        .put("display_name", KernelSpec.DISPLAY_NAME)
        .put("language", "java")
        .put("name", KernelSpec.NAME);
    // Without the version of Java, so that the file is the same whichever one ran it.
    metadata
        .putObject("language_info")
        .put("codemirror_mode", "java")
        .put("file_extension", ".jshell")
        .put("mimetype", "text/x-java-source")
        .put("name", "Java")
        .put("pygments_lexer", "java");
  }

  /** The notebook as Jupyter writes it: indented by one blank, with a final line feed. */
  public String toJson() {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      String text = JSON.writer(printer).writeValueAsString(root) + "\n";
      return LONE_SURROGATE
          .matcher(text)
          .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Writes the .ipynb file in one step: whoever reads it finds the old one or the new one whole.
   */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, toJson());
  }
}
