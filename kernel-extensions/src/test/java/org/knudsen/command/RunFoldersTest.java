package org.knudsen.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs to one folder, what is left of killed ones, and what a run keeps. */
class RunFoldersTest {

  @TempDir Path folder;

  private Shell.Outcome run(Path study, Object... more) {
    Object[] words = new Object[6 + more.length];
    List<Object> first = List.of("run", study, "--out", folder.resolve("out"), "--plots", "none");
    System.arraycopy(first.toArray(), 0, words, 0, 6);
    System.arraycopy(more, 0, words, 6, more.length);
    return new Shell(folder).run(words);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void aSecondRunToTheSameFolderIsRefusedAtOnce() throws IOException {
    Path study = Studies.write(folder);
    Path file = folder.resolve(".out.lock");
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertTrue(held.isValid());
      Shell.Outcome outcome = run(study);
      assertEquals(2, outcome.status());
      assertTrue(outcome.err().contains(file + ", which a running process holds"), outcome.err());
      assertFalse(Files.exists(folder.resolve("out")));
      assertTrue(Files.exists(file), "the lock of the other is left alone");
    }
    assertEquals(0, run(study).status(), "the file of one that was killed is no lock");
    assertFalse(Files.exists(file));
  }

  @Test
  void whatKilledRunsLeftIsNamedAndRemoved() throws IOException {
    Path study = Studies.write(folder);
    Path left = Files.createDirectory(folder.resolve(".out.part-4711"));
    Files.writeString(left.resolve("study.yaml"), "half");
    Path old = Files.createDirectory(folder.resolve(".out.part-1.old"));
    Path others = Files.createDirectory(folder.resolve(".out.part-1.part-2"));
    Shell.Outcome outcome = run(study);
    assertEquals(0, outcome.status(), outcome.err());
    for (Path path : List.of(left, old)) {
      assertTrue(
          outcome.err().contains("found " + path + ", which a killed run left"), outcome.err());
    }
    assertEquals(
        List.of(others, folder.resolve("out"), study),
        list(folder).stream().filter(path -> !path.endsWith("tables")).toList());
  }

  @Test
  void theSameRunGivesTheSameFiles() throws IOException {
    Path study = Studies.write(folder);
    assertEquals(0, run(study).status());
    Path first = Files.move(folder.resolve("out"), folder.resolve("first"));
    assertEquals(0, run(study, "--no-cache").status());
    assertEquals(8, list(first).size(), list(first).toString());
    for (Path file : list(first)) {
      if (!file.endsWith("manifest.json")) {
        assertEquals(
            -1, Files.mismatch(file, folder.resolve("out").resolve(file.getFileName())), "" + file);
      }
    }
  }

  /** A manifest.json is in many a folder; that of a run says so. */
  @Test
  void anotherFolderWithAManifestIsNotReplaced() throws IOException {
    Path study = Studies.write(folder);
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("manifest.json"), "{\"name\": \"an extension of a browser\"}");
    assertEquals(2, run(study, "--overwrite").status());
    assertEquals(1, list(out).size());
  }

  /** A run with a stranger's plugin is verified with what is in its folder. */
  @Test
  void theJarOfAPluginIsKept() throws IOException {
    Path jar = jar(folder.resolve("other-1.0.jar"));
    Path study = Studies.write(folder, "ars-443", "other", "[0.2, 0.1]", "[0.2]");
    Shell.Outcome outcome = run(study, "--plugins", jar);
    assertEquals(0, outcome.status(), outcome.err());
    Path out = folder.resolve("out");
    JsonNode manifest = new ObjectMapper().readTree(out.resolve("manifest.json").toFile());
    assertEquals(
        List.of("null", "null", "other-1.0.jar", "null"),
        manifest.path("plugins").findValuesAsText("file"));
    assertEquals(-1, Files.mismatch(jar, out.resolve("other-1.0.jar")));

    Files.delete(jar);
    Shell.Outcome without = new Shell(folder).run("verify", out);
    assertEquals(2, without.status());
    assertTrue(without.err().contains("--plugins " + out + " runs their code"), without.err());
    Shell.Outcome with = new Shell(folder).run("verify", out, "--plugins", out);
    assertEquals(0, with.status(), with.err());
  }

  /** A plugin in no jar cannot be kept, which is said before the run. */
  @Test
  void aPluginInAFolderOfClassesIsNamed() throws IOException {
    jar(folder.resolve("other-1.0.jar"));
    Path study = Studies.write(folder, "ars-443", "other", "[0.2, 0.1]", "[0.2]");
    Shell.Outcome outcome = run(study, "--plugins", folder.resolve("classes"));
    assertEquals(0, outcome.status(), outcome.err());
    assertTrue(outcome.err().contains("warning: plugin 'other' of "), outcome.err());
  }

  /** The jar of a time integrator "other", and the folder "classes" with what is in it. */
  private Path jar(Path jar) throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("Other.java"),
            """
            package com.example;

            public final class Other implements org.knudsen.plugin.TimeIntegratorProvider {
              public String id() { return "other"; }
              public String description() { return "ARS(4,4,3)"; }
              public String reference() { return "none"; }
              public org.knudsen.time.TimeIntegrator create(org.knudsen.plugin.ParameterValues p) {
                return org.knudsen.time.Schemes.ars443();
              }
            }
            """);
    Path classes = folder.resolve("classes");
    Path service = classes.resolve("META-INF/services/org.knudsen.plugin.TimeIntegratorProvider");
    Files.createDirectories(service.getParent());
    Files.writeString(service, "com.example.Other");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
    assertEquals(0, failed);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : List.of(service, classes.resolve("com/example/Other.class"))) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
