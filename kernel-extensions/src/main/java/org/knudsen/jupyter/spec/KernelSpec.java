package org.knudsen.jupyter.spec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Tells Jupyter of the notebook kernel: a folder with the file kernel.json. */
public final class KernelSpec {
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
   * @param command how the kernel is started; its paths must be absolute
   * @return the file kernel.json that was written
   */
  public static Path install(Path dataFolder, KernelCommand command) throws IOException {
    Path folder = dataFolder.toAbsolutePath().resolve("kernels").resolve(NAME);
    Files.createDirectories(folder);
    Path file = folder.resolve("kernel.json");
    Path temporary = folder.resolve(".kernel.json.part");
    Files.writeString(temporary, json(command));
    return Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The text of kernel.json. */
  static String json(KernelCommand command) {
    ObjectNode spec = new ObjectMapper().createObjectNode();
    command.words("{connection_file}").forEach(spec.putArray("argv")::add);
    return spec.put("display_name", DISPLAY_NAME)
            .put("language", "java")
            // A signal would end the Java process; the message lets a run stop after its step.
            .put("interrupt_mode", "message")
            .toPrettyString()
        + "\n";
  }
}
