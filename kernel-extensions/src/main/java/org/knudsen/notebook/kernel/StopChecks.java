package org.knudsen.notebook.kernel;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.HashSet;
import java.util.Set;
import org.knudsen.jupyter.server.CellThreads;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets a cell be stopped that does not look whether it should stop, {@code while (true) {}} say.
 *
 * <p>{@code Thread.stop} did this; it is gone from newer Javas. So the code of cells, and no other,
 * gets a check at the beginning of each method and before each jump backwards. A check is an {@code
 * invokedynamic} whose target does nothing until a cell is to be stopped: the compiler of the
 * virtual machine removes it, so that a loop runs at its full speed (the benchmark is
 * StopChecksBenchmark), and when the target changes it throws away the code that it made on the
 * ground of the old one. From then on the check asks for the cell of its thread, and throws {@link
 * CellStopped} where this is the one to stop. Code that catches it in a loop meets it again at the
 * next turn. A loop inside a library that never comes back to the cell cannot be stopped in this
 * way.
 *
 * <p>The state is static because the code of cells has nothing to reach it by; it belongs to the
 * process as its threads do.
 */
public final class StopChecks {
  private static final MethodType CHECK = MethodType.methodType(void.class);
  private static final MethodHandle NOTHING = MethodHandles.empty(CHECK);
  private static final MethodHandle ASK;
  private static final MutableCallSite TARGET = new MutableCallSite(NOTHING);

  static {
    try {
      ASK = MethodHandles.lookup().findStatic(StopChecks.class, "ask", CHECK);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The run of a cell that a thread works for, whether it was started by it or is its own. */
  static final class Run {
    private volatile boolean stopped;
  }

  /** Runs to stop that still have threads. */
  private static final Set<Run> STOPPED = new HashSet<>();

  private static final CellThreads<Run> THREADS = new CellThreads<>();

  private StopChecks() {}

  /** Thrown out of the code of a cell that is stopped; an Error, so that it is rarely caught. */
  static final class CellStopped extends Error {
    private static final long serialVersionUID = 1L;

    CellStopped() {
      super("the cell was stopped");
    }
  }

  /** Says that what the calling thread does, and threads that it starts, is the run of a cell. */
  static Run begin() {
    Run run = new Run();
    THREADS.begin(run);
    return run;
  }

  /** From now on checks on the threads of this run throw, until it is over. */
  static synchronized void stop(Run run) {
    run.stopped = true;
    if (STOPPED.add(run)) {
      aim(ASK);
    }
  }

  /** The last thread of a run has ended: without another to stop, checks are nothing again. */
  static synchronized void over(Run run) {
    if (STOPPED.remove(run) && STOPPED.isEmpty()) {
      aim(NOTHING);
    }
  }

  /** Whether checks ask at all. */
  static synchronized boolean asking() {
    return !STOPPED.isEmpty();
  }

  private static void aim(MethodHandle check) {
    TARGET.setTarget(check);
    MutableCallSite.syncAll(new MutableCallSite[] {TARGET});
  }

  /** Where checks in the code of cells are bound to. */
  public static CallSite bind(MethodHandles.Lookup caller, String name, MethodType type) {
    return new ConstantCallSite(TARGET.dynamicInvoker());
  }

  private static void ask() {
    Run run = THREADS.current();
    if (run != null && run.stopped) {
      throw new CellStopped();
    }
  }

  /** A class of cells with the checks in it. */
  static byte[] instrument(byte[] bytecode) {
    ClassReader reader = new ClassReader(bytecode);
    ClassWriter writer = new ClassWriter(reader, 0); // a check takes nothing and leaves nothing
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Checking(super.visitMethod(access, name, descriptor, signature, exceptions));
          }
        },
        0);
    return writer.toByteArray();
  }

  private static final class Checking extends MethodVisitor {
    private static final Handle BIND =
        new Handle(
            Opcodes.H_INVOKESTATIC,
            StopChecks.class.getName().replace('.', '/'),
            "bind",
            MethodType.methodType(
                    CallSite.class, MethodHandles.Lookup.class, String.class, MethodType.class)
                .toMethodDescriptorString(),
            false);

    private final Set<Label> passed = new HashSet<>();

    Checking(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    private void check() {
      super.visitInvokeDynamicInsn("stop", CHECK.toMethodDescriptorString(), BIND);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      check();
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (passed.contains(label)) {
        check();
      }
      super.visitJumpInsn(opcode, label);
    }
  }
}
