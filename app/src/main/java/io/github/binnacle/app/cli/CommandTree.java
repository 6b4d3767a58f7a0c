package io.github.binnacle.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** All commands, and what is common to them. */
public final class CommandTree {
    private final Console console;
    private final CommandLine root;

    public CommandTree(Console console, CliServices services) {
        this.console = console;
        root = new CommandLine(new BinnacleCommand(services));
        root.addSubcommand(new OpenCommand(services));
        root.addSubcommand(new ValidateCommand(console));
        root.addSubcommand(new CompileCommand(console, services));
        root.addSubcommand(new RunCommand(console, services));
        root.addSubcommand(runs(services));
        root.addSubcommand(new RenderCommand(console, services));
        root.addSubcommand(new LineageCommand(console, services));
        root.addSubcommand(new CheckCommand(console, services));
        root.addSubcommand(secrets(services));
        root.addSubcommand(new DoctorCommand(console, services));
        root.addSubcommand(new CompletionCommand(console));
        root.addSubcommand(
                new CommandLine(new EngineCommand(services))
                        .addSubcommand(new EngineCommand.Stop(console, services)));
        root.addSubcommand(new RehearseCommand(console, services));
        configure(services);
    }

    private CommandLine runs(CliServices services) {
        return new CommandLine(new RunsCommand())
                .addSubcommand(new RunsListCommand(console, services))
                .addSubcommand(new RunsShowCommand(console, services))
                .addSubcommand(new RunsLogsCommand(console, services))
                .addSubcommand(new RunsArtifactsCommand(console, services))
                .addSubcommand(new RunsRequestCommand.Cancel(console, services))
                .addSubcommand(new RunsRequestCommand.Resume(console, services))
                .addSubcommand(new RunsRequestCommand.Delete(console, services));
    }

    private CommandLine secrets(CliServices services) {
        return new CommandLine(new SecretsCommand())
                .addSubcommand(new SecretsCommand.Set(console, services))
                .addSubcommand(new SecretsCommand.Names(console, services))
                .addSubcommand(new SecretsCommand.Remove(console, services));
    }

    private void configure(CliServices services) {
        root.setOut(console.out());
        root.setErr(console.err());
        root.setColorScheme(
                CommandLine.Help.defaultColorScheme(console.hasColours() ? Ansi.ON : Ansi.OFF));
        root.setParameterExceptionHandler(new UsageMistakes(console));
        root.setExecutionExceptionHandler(new CrashGuard(console, services));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setAbbreviatedOptionsAllowed(false);
    }

    /** Runs a command to its end and returns its exit code. */
    public int run(String... args) {
        int code = root.execute(args);
        console.out().flush();
        console.err().flush();
        return code;
    }
}
