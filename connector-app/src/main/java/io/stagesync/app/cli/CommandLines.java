package io.stagesync.app.cli;

import io.stagesync.app.wiring.Connections;
import io.stagesync.app.wiring.Machine;
import io.stagesync.app.wiring.MappingRefused;
import io.stagesync.mapping.Nearest;
import io.stagesync.net.Redaction;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Carries out command lines. */
public final class CommandLines {
  private final CommandLine commands;
  private final Terminal terminal;

  public CommandLines(Terminal terminal, Machine machine, Connections connections) {
    this.terminal = terminal;
    this.commands = new CommandLine(new StageSync());
    var scene = new Command.Scene(terminal, machine, connections);
    commands(scene).forEach(command -> commands.addSubcommand(command));
    commands
        .setOut(writer(terminal.out()))
        .setErr(writer(terminal.err()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setExecutionExceptionHandler(this::failed)
        .setParameterExceptionHandler(this::misunderstood)
        .setUsageHelpAutoWidth(false)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Every command, in the order in which the help lists them. */
  private static List<Command> commands(Command.Scene scene) {
    return List.of(
        new InitCommand(scene),
        new DoctorCommand(scene),
        new CheckCommand(scene),
        new TestCommand(scene),
        new DocsCommand(scene),
        new PreviewCommand(scene),
        new PlanCommand(scene),
        new ApplyCommand(scene),
        new SyncCommand(scene),
        new ServeCommand(scene),
        new StatusCommand(scene),
        new ExplainCommand(scene),
        new ReleaseCommand(scene),
        new DriftCommand(scene),
        new BackupCommand(scene),
        new DemoCommand(scene),
        new BenchmarkCommand(scene),
        new SimulateCommand(scene));
  }

  /** Carries out one command line. */
  public int run(String... arguments) {
    return commands.execute(arguments);
  }

  private int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    var words = ErrorWords.of(failure);
    terminal.out().flush();
    boolean told =
        failure instanceof MappingRefused refused
            && line.getCommand() instanceof Command command
            && command.tellsAProgram(refused.diagnostics());
    if (!told) {
      terminal.err().print(words.render() + "\n");
    }
    if (line.getCommand() instanceof Command command && command.options.verbose) {
      var stack = new java.io.StringWriter();
      failure.printStackTrace(new PrintWriter(stack));
      stack.toString().lines().forEach(l -> terminal.err().print(Redaction.redact(l) + "\n"));
    }
    return words.code();
  }

  private int misunderstood(ParameterException problem, String[] arguments) {
    var line = problem.getCommandLine();
    if (line == commands && problem instanceof UnmatchedArgumentException unmatched) {
      terminal.err().print(unknown(unmatched.getUnmatched().get(0)) + "\n");
    } else {
      terminal.err().print(Redaction.redact(String.valueOf(problem.getMessage())) + "\n");
      if (!UnmatchedArgumentException.printSuggestions(problem, line.getErr())) {
        terminal.err().print(line.getHelp().synopsis(0));
      }
      line.getErr().flush();
    }
    terminal
        .err()
        .print("`" + line.getCommandSpec().qualifiedName() + " --help` lists what there is.\n");
    return ExitCode.FAILED;
  }

  private String unknown(String word) {
    var kind = word.startsWith("-") ? "option" : "command";
    return "There is no "
        + kind
        + " \""
        + Redaction.redact(word)
        + "\""
        + Nearest.of(commands.getSubcommands().keySet())
            .to(word)
            .map(near -> "; did you mean `stagesync " + near + "`?")
            .orElse(".");
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(new java.io.OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
