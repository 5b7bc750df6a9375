package org.knudsen.jupyter.spec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Tells Jupyter of the notebook kernel: a folder with the file kernel.json. */
public final class KernelSpec {
  /** The environment variable with options of the kernel's Java, at installation and at start. */
  public static final String OPTIONS = "KNUDSEN_JAVA_OPTS";

  /** Where kernel.json carries those of the installation, for the shell below and to be edited. */
  private static final String INSTALLED = "KNUDSEN_INSTALLED_JAVA_OPTS";

  /** Starts the words after it with both; the later ones, of the start, win. */
  private static final List<String> SHELL =
      List.of("/bin/sh", "-c", "exec \"$0\" $" + INSTALLED + " $" + OPTIONS + " \"$@\"");

  /** The name of the kernel in commands and in notebooks' metadata. */
  public static final String NAME = "knudsen";

  /** What a person reads in Jupyter's list of kernels. */
  public static final String DISPLAY_NAME = "Knudsen (Java)";

  private KernelSpec() {}

  /**
   * The folder of Jupyter's data of this user, which may not exist yet.
   *
   * @param environment environment variables: JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA
   * @param home the user's home folder
   * @param system the name of the operating system, as the property os.name gives it
   */
  public static Path userDataFolder(Map<String, String> environment, Path home, String system) {
    String given = environment.getOrDefault("JUPYTER_DATA_DIR", "");
    if (!given.isBlank()) {
      return Path.of(given);
    }
    if (system.startsWith("Mac")) {
      return home.resolve("Library").resolve("Jupyter");
    }
    if (system.startsWith("Windows")) {
      String appData = environment.getOrDefault("APPDATA", "");
      return (appData.isBlank() ? home : Path.of(appData)).resolve("jupyter");
    }
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    Path data = xdg.isBlank() ? home.resolve(".local").resolve("share") : Path.of(xdg);
    return data.resolve("jupyter");
  }

  /** The folder of Jupyter's data below a prefix, such as /usr/local or a virtual environment. */
  public static Path prefixDataFolder(Path prefix) {
    return prefix.resolve("share").resolve("jupyter");
  }

  /**
   * Writes the kernelspec.
   *
   * @param dataFolder a folder of Jupyter's data; made where it is missing
   * @param name of the folder and of the kernel in Jupyter; another one than {@link #NAME} leaves
   *     that alone
   * @param command how the kernel is started; its paths must be absolute
   * @param javaOptions options that the kernel's Java gets besides, words separated by blanks
   * @return the file kernel.json that was written
   */
  public static Path install(
      Path dataFolder, String name, KernelCommand command, String javaOptions) throws IOException {
    Path folder = dataFolder.toAbsolutePath().resolve("kernels").resolve(name);
    Files.createDirectories(folder);
    Path file = folder.resolve("kernel.json");
    Path temporary = folder.resolve(".kernel.json.part");
    Files.writeString(temporary, json(name, command, javaOptions));
    return Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * The text of kernel.json. Without a shell, on Windows, the options of the start are not read.
   */
  private static String json(String name, KernelCommand command, String javaOptions) {
    ObjectNode spec = new ObjectMapper().createObjectNode();
    ArrayNode argv = spec.putArray("argv");
    if (File.separatorChar == '/') {
      SHELL.forEach(argv::add);
      spec.putObject("env").put(INSTALLED, javaOptions.strip());
      command.words("{connection_file}").forEach(argv::add);
    } else {
      command.withOptions(words(javaOptions)).words("{connection_file}").forEach(argv::add);
    }
    return spec.put("display_name", name.equals(NAME) ? DISPLAY_NAME : DISPLAY_NAME + ", " + name)
            .put("language", "java")
            // A signal would end the Java process; the message lets a run stop after its step.
            .put("interrupt_mode", "message")
            .toPrettyString()
        + "\n";
  }

  /** The words of a text that are separated by blanks. */
  public static List<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }
}
