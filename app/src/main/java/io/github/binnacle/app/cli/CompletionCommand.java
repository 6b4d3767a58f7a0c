package io.github.binnacle.app.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    /** Shells that can be served. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        console.out()
                .print(
                        switch (shell) {
                            case BASH, ZSH -> AutoComplete.bash("binnacle", root);
                            case FISH -> FishCompletion.of(root);
                        });
        return ExitCode.OK;
    }
}
