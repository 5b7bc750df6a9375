package org.knudsen.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Types the commands of a page into a shell. */
final class Commands {

  private final Path folder;
  private final Path log;
  private final String mavenArguments;

  /**
   * @param folder where they are typed
   * @param log what they print, the last of them
   * @param mavenArguments what Maven is told beside the words of a command, without blanks inside
   */
  Commands(Path folder, Path log, String mavenArguments) {
    this.folder = folder;
    this.log = log;
    this.mavenArguments = mavenArguments;
  }

  /** Maven's local repository, which Surefire names. */
  static Path localRepository() {
    String home = System.getProperty("user.home");
    return Path.of(System.getProperty("localRepository", home + "/.m2/repository"));
  }

  /** Fails, with what they print, unless all of them end with status 0. */
  void run(String commands) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-e", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("JUPYTER_DATA_DIR");
    environment.remove("JUPYTER_PATH");
    environment.remove("MAVEN_CMD_LINE_ARGS"); // of the Maven that runs this test
    environment.put("MAVEN_ARGS", mavenArguments);
    String tools = Path.of(System.getProperty("java.home"), "bin").toString();
    environment.merge("PATH", tools, (path, java) -> java + ":" + path);
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(5, TimeUnit.MINUTES), () -> commands + printed());
      assertEquals(0, process.exitValue(), () -> commands + printed());
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private String printed() {
    try {
      return "\n" + Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "\n" + e;
    }
  }
}
