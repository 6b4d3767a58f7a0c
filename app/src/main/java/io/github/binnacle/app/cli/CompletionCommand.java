package io.github.binnacle.app.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = {
            "Prints a script that completes commands in your shell.",
            "bash, zsh: source <(binnacle completion bash)",
            "fish:      binnacle completion fish | source",
            ""
        })
final class CompletionCommand implements Callable<Integer> {
    private final Console console;
    private final Supplier<CommandLine> tree;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    /** Shells that can be served. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    /**
     * @param tree makes the tree of all commands
     */
    CompletionCommand(Console console, Supplier<CommandLine> tree) {
        this.console = console;
        this.tree = tree;
    }

    @Override
    public Integer call() {
        CommandLine root = tree.get();
        console.out()
                .print(
                        switch (shell) {
                            case BASH, ZSH -> AutoComplete.bash("binnacle", root);
                            case FISH -> FishCompletion.of(root);
                        });
        return ExitCode.OK;
    }
}
