package io.github.binnacle.app.cli;

import io.github.binnacle.model.lineage.LineageArtifact;
import io.github.binnacle.model.lineage.LineageGraph;
import io.github.binnacle.model.lineage.LineageSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lineage",
        description = {"Shows where an artifact comes from and what was made of it.", ""})
final class LineageCommand implements Callable<Integer> {
    private static final int MOST_MATCHES = 20;

    private final Console console;
    private final CliServices services;

    @Parameters(
            paramLabel = "ARTIFACT",
            description = "Its id, its path or URI, the beginning of its digest, or its name.")
    private String artifact = "";

    @Option(
            names = "--hops",
            paramLabel = "N",
            description = "Steps to go each way (default: ${DEFAULT-VALUE}).")
    private int hops = 10;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean asJson;

    LineageCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws Refused {
        LineageSource lineage = services.lineage();
        LineageArtifact start = find(lineage);
        LineageGraph graph = lineage.around(start.id(), hops);
        if (asJson) {
            console.print(LineageJson.of(start, graph));
        } else {
            new LineageTree(console, graph).print(start);
        }
        return ExitCode.OK;
    }

    private LineageArtifact find(LineageSource lineage) throws Refused {
        List<LineageArtifact> found = lineage.findArtifacts(artifact, MOST_MATCHES);
        if (found.isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    "No artifact is recorded as \""
                            + artifact
                            + "\". \"binnacle runs artifacts RUN\" lists those of a run.");
        }
        if (found.size() > 1 && !asJson) {
            console.note(
                    found.size()
                            + " artifacts match; this is the newest. The others have the ids "
                            + String.join(", ", ids(found.subList(1, found.size()))));
        }
        return found.getFirst();
    }

    private static List<String> ids(List<LineageArtifact> artifacts) {
        return artifacts.stream().map(each -> String.valueOf(each.id())).toList();
    }
}
