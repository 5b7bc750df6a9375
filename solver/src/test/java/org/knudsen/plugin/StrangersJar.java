package org.knudsen.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds a plugin's jar as a stranger would: javac against the solver, then a provider file. */
final class StrangersJar {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** Compiles a class; its source begins with {@code package com.example;}. */
  StrangersJar compile(String className, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
    JavaFileManager files =
        new ForwardingJavaFileManager<JavaFileManager>(
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
              @Override
              public OutputStream openOutputStream() {
                return classes.computeIfAbsent(name, key -> new ByteArrayOutputStream());
              }
            };
          }
        };
    JavaFileObject unit =
        new SimpleJavaFileObject(
            URI.create("memory:///com/example/" + className + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    StringWriter messages = new StringWriter();
    List<String> options = List.of("-classpath", System.getProperty("java.class.path"));
    if (!compiler.getTask(messages, files, null, options, null, List.of(unit)).call()) {
      throw new IllegalArgumentException(messages.toString());
    }
    classes.forEach(
        (name, bytes) -> entries.put(name.replace('.', '/') + ".class", bytes.toByteArray()));
    return this;
  }

  /** Leaves a compiled class out of the jar. */
  StrangersJar without(String className) {
    entries.remove("com/example/" + className + ".class");
    return this;
  }

  /** Writes the provider file of a family. */
  StrangersJar providing(PluginFamily<?> family, String content) {
    entries.put(
        "META-INF/services/" + family.type().getName(), content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Path write(Path file) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue());
        jar.closeEntry();
      }
    }
    return file;
  }

  /** The example of the README. */
  static StrangersJar forwardScattering() throws IOException {
    return new StrangersJar()
        .compile("ForwardScattering", exampleSource())
        .providing(PluginFamily.COLLISION_KERNELS, "com.example.ForwardScattering\n");
  }

  static String exampleSource() throws IOException {
    try (InputStream in = StrangersJar.class.getResourceAsStream("ForwardScattering.java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
