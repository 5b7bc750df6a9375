package org.knudsen.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.knudsen.plugin.NearestName;
import org.knudsen.plugin.PrintableLine;
import org.knudsen.study.StudyException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code knudsen}: the command of all commands, and the place where a process begins and ends. */
@Command(
    name = "knudsen",
    description = "The multi-species Boltzmann equation and its Maxwell-Stefan limit.",
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit status: 0 done, 1 the work failed, 2 the input is wrong.",
      "Results go to standard output, progress and messages to standard error."
    },
    exitCodeOnInvalidInput = Main.WRONG_INPUT,
    exitCodeOnExecutionException = Main.FAILED)
public final class Main implements Runnable {

  /** Exit status: the work failed. */
  static final int FAILED = 1;

  /** Exit status: the input is wrong. */
  static final int WRONG_INPUT = 2;

  /** Picocli's own bounds of a readable page. */
  private static final int NARROWEST_HELP = 55;

  private static final int WIDEST_HELP = 80;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  private boolean stackTrace;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Main() {}

  /** Runs a command and ends the process with its status. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    // whatever a library or plugin prints must not get into a result
    System.setOut(System.err);
    Console console =
        new Console(
            out,
            System.err,
            System.console() != null && System.getenv("TERM") != null,
            System.getenv(),
            Path.of(System.getProperty("user.home")));
    int status = execute(console, arguments);
    out.flush();
    System.exit(status);
  }

  /** Runs a command and returns its exit status. */
  static int execute(Console console, String... arguments) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    line.addSubcommand("plugins", new PluginsCommand(console));
    line.addSubcommand("hypotheses", new HypothesesCommand(console));
    line.addSubcommand("spectrum", new SpectrumCommand(console));
    line.addSubcommand("transport", new TransportCommand(console));
    line.addSubcommand("run", new RunCommand(console));
    line.addSubcommand("sweep", new SweepCommand(console));
    line.addSubcommand("converge", new ConvergeCommand(console));
    line.addSubcommand("verify", new VerifyCommand(console));
    line.addSubcommand(
        new CommandLine(new NotebookCommand())
            .addSubcommand("run", new NotebookCommand.Execute(console)));
    line.addSubcommand(
        new CommandLine(new JupyterCommand(console))
            .addSubcommand("install", new JupyterCommand.Install(console)));
    line.addSubcommand("completion", new GenerateCompletion());
    line.setUsageHelpWidth(Math.min(Math.max(console.columns(), NARROWEST_HELP), WIDEST_HELP));
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(
        (exception, words) -> {
          console.note(
              "%s; see 'knudsen %s"
                  .formatted(
                      oneLine(exception) + hint(exception),
                      exception.getCommandLine().getParent() == null
                          ? "--help'"
                          : exception.getCommandLine().getCommandName() + " --help'"));
          main.trace(exception, console);
          return WRONG_INPUT;
        });
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (rootOf(exception) instanceof OutOfMemoryError error) {
            return main.outOfMemory(error, console);
          }
          boolean input =
              exception instanceof StudyException || exception instanceof InputException;
          if (input) {
            console.err().println(oneLine(exception));
          } else {
            console.note(failure(exception));
          }
          main.trace(exception, console);
          return input ? WRONG_INPUT : FAILED;
        });
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      return main.outOfMemory(e, console);
    } catch (LinkageError | StackOverflowError | AssertionError e) { // of a plugin, most likely
      console.note(failure(e));
      main.trace(e, console);
      return FAILED;
    }
  }

  /** The command or option that an unknown word may have meant. */
  private static String hint(CommandLine.ParameterException exception) {
    if (!(exception instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return "";
    }
    String word = unmatched.getUnmatched().get(0);
    CommandLine line = exception.getCommandLine();
    Set<String> known =
        word.startsWith("-")
            ? line.getCommandSpec().optionsMap().keySet()
            : line.getSubcommands().keySet();
    return NearestName.of(word, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** Says so when what took the memory has been left, and can be collected. */
  private int outOfMemory(Throwable error, Console console) {
    console.note(
        ("no memory left (%s) in a heap of %s MiB; with a larger one "
                + "(KNUDSEN_JAVA_OPTS=-Xmx8g, say) a run goes on from its last checkpoint by "
                + "--resume")
            .formatted(error, Runtime.getRuntime().maxMemory() >> 20));
    trace(error, console);
    return FAILED;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }

  private void trace(Throwable exception, Console console) {
    if (stackTrace) {
      exception.printStackTrace(console.err());
    }
  }

  private static Throwable rootOf(Throwable thrown) {
    return thrown.getCause() == null ? thrown : rootOf(thrown.getCause());
  }

  /** What a failure that is not one of the input says. */
  static String failure(Throwable failure) {
    String told =
        failure instanceof Error
            ? PrintableLine.failure(failure)
            : failure instanceof java.io.IOException || failure.getMessage() == null
                ? failure.toString()
                : failure.getMessage();
    return told.strip() + " (--stacktrace shows where)";
  }

  private static String oneLine(Exception exception) {
    return PrintableLine.of(String.valueOf(exception.getMessage()).strip(), Console.LONGEST);
  }

  /** What {@code --version} shows. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Knudsen " + org.knudsen.archive.Provenance.version(),
        "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name")
      };
    }
  }
}
