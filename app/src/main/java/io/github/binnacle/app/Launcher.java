package io.github.binnacle.app;

import io.github.binnacle.app.cli.CommandTree;
import io.github.binnacle.app.cli.Console;
import java.util.Map;

/** Starts Binnacle: the command line, which opens the window if no command is given. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        Console console = Console.ofProcess(environment);
        System.exit(new CommandTree(console, new Workbench(environment)).run(args));
    }
}
