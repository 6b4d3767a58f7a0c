package io.github.binnacle.app.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** All commands, and what is common to them. */
public final class CommandTree {
    private final Console console;
    private final CliServices services;
    private final Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();

    public CommandTree(Console console, CliServices services) {
        this.console = console;
        this.services = services;
        add("open", () -> new CommandLine(new OpenCommand(services)));
        add("validate", () -> new CommandLine(new ValidateCommand(console)));
        add("compile", () -> new CommandLine(new CompileCommand(console, services)));
        add("run", () -> new CommandLine(new RunCommand(console, services)));
        add("runs", this::runs);
        add("render", () -> new CommandLine(new RenderCommand(console, services)));
        add("lineage", () -> new CommandLine(new LineageCommand(console, services)));
        add("check", () -> new CommandLine(new CheckCommand(console, services)));
        add("secrets", this::secrets);
        add("doctor", () -> new CommandLine(new DoctorCommand(console, services)));
        add(
                "completion",
                () ->
                        new CommandLine(
                                new CompletionCommand(console, () -> tree(commands.keySet()))));
        add("engine", this::engine);
        add("rehearse", () -> new CommandLine(new RehearseCommand(console, services)));
    }

    private void add(String name, Supplier<CommandLine> command) {
        commands.put(name, command);
    }

    private CommandLine runs() {
        return new CommandLine(new RunsCommand())
                .addSubcommand(new RunsListCommand(console, services))
                .addSubcommand(new RunsShowCommand(console, services))
                .addSubcommand(new RunsLogsCommand(console, services))
                .addSubcommand(new RunsArtifactsCommand(console, services))
                .addSubcommand(new RunsRequestCommand.Cancel(console, services))
                .addSubcommand(new RunsRequestCommand.Resume(console, services))
                .addSubcommand(new RunsRequestCommand.Delete(console, services));
    }

    private CommandLine secrets() {
        return new CommandLine(new SecretsCommand())
                .addSubcommand(new SecretsCommand.Set(console, services))
                .addSubcommand(new SecretsCommand.Names(console, services))
                .addSubcommand(new SecretsCommand.Remove(console, services));
    }

    private CommandLine engine() {
        return new CommandLine(new EngineCommand(services))
                .addSubcommand(new EngineCommand.Stop(console, services));
    }

    /** Making commands takes longer than most of them take, so only those needed are made. */
    private CommandLine tree(Collection<String> names) {
        CommandLine root = new CommandLine(new BinnacleCommand(services));
        for (String name : names) {
            Supplier<CommandLine> command = commands.get(name);
            if (command != null) {
                root.addSubcommand(command.get());
            }
        }
        root.setOut(console.out());
        root.setErr(console.err());
        root.setColorScheme(
                CommandLine.Help.defaultColorScheme(console.hasColours() ? Ansi.ON : Ansi.OFF));
        root.setParameterExceptionHandler(new UsageMistakes(console));
        root.setExecutionExceptionHandler(new CrashGuard(console, services));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setAbbreviatedOptionsAllowed(false);
        return root;
    }

    /** Runs a command to its end and returns its exit code. */
    public int run(String... args) {
        boolean isKnown = args.length > 0 && commands.containsKey(args[0]);
        boolean isVersion = args.length == 1 && args[0].equals("--version");
        Collection<String> needed = isKnown ? List.of(args[0]) : commands.keySet();
        int code = tree(isVersion ? List.of() : needed).execute(args);
        console.out().flush();
        console.err().flush();
        return code;
    }
}
