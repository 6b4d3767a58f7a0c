package io.github.binnacle.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command without a command: the window. */
@Command(
        name = "binnacle",
        description = {
            "Opens, checks and runs Kubeflow pipelines on this computer.",
            "Without a command it opens the window.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; for run and validate: all went well",
            "1:the run failed, or a file is not valid",
            "2:the command is not written correctly",
            "3:refused; nothing was started",
            "4:engine, disk or network stood in the way",
            "130:interrupted by Ctrl-C"
        },
        scope = ScopeType.INHERIT)
final class BinnacleCommand implements Callable<Integer> {
    private final CliServices services;

    BinnacleCommand(CliServices services) {
        this.services = services;
    }

    @Override
    public Integer call() throws Refused {
        services.openWindow(List.of());
        return ExitCode.OK;
    }
}
