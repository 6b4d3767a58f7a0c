package io.github.binnacle.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a command. */
@Command(
        name = "binnacle",
        description = {"Opens, checks and runs Kubeflow pipelines on this computer.", ""},
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
    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(new CommandLine(spec), "Name a command.");
    }
}
