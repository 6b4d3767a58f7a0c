package io.github.binnacle.app.cli;

import io.github.binnacle.model.lineage.LineageArtifact;
import io.github.binnacle.model.lineage.LineageGraph;
import io.github.binnacle.model.lineage.LineageGraph.Event;
import io.github.binnacle.model.lineage.LineageGraph.Execution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints lineage as two trees: what an artifact was made of, and what was made of it. */
final class LineageTree {
    private final Console console;
    private final LineageGraph graph;
    private final Map<Long, LineageArtifact> artifacts = new HashMap<>();
    private final Map<Long, Execution> executions = new HashMap<>();
    private final Set<Long> shown = new HashSet<>();

    LineageTree(Console console, LineageGraph graph) {
        this.console = console;
        this.graph = graph;
        graph.artifacts().forEach(artifact -> artifacts.put(artifact.id(), artifact));
        graph.executions().forEach(execution -> executions.put(execution.id(), execution));
    }

    void print(LineageArtifact start) {
        console.print(Style.BOLD.on(console, words(start)));
        console.print("  " + start.uri());
        if (!start.digest().isEmpty()) {
            console.print("  " + start.digest());
        }
        console.print("Made by");
        printNext(start.id(), false, 1);
        shown.clear();
        console.print("Used by");
        printNext(start.id(), true, 1);
    }

    /**
     * @param isDown from an artifact to what used it, not to what made it
     */
    private void printNext(long artifact, boolean isDown, int depth) {
        List<Event> near =
                graph.events().stream()
                        .filter(event -> event.artifactId() == artifact)
                        .filter(event -> event.isInput() == isDown)
                        .toList();
        if (near.isEmpty() && depth == 1) {
            console.print("  nothing recorded");
        }
        for (Event event : near) {
            printExecution(event, isDown, depth);
        }
    }

    private void printExecution(Event near, boolean isDown, int depth) {
        Execution execution = executions.get(near.executionId());
        if (execution == null) {
            return;
        }
        String indent = "  ".repeat(depth);
        console.print(indent + words(execution) + " as " + near.key());
        if (!shown.add(execution.id())) {
            return;
        }
        for (Event far : graph.events()) {
            LineageArtifact next = artifacts.get(far.artifactId());
            if (far.executionId() == execution.id() && far.isInput() != isDown && next != null) {
                console.print(indent + "  " + far.key() + ": " + words(next));
                printNext(next.id(), isDown, depth + 2);
            }
        }
    }

    private static String words(LineageArtifact artifact) {
        String type = artifact.typeName().replaceFirst("^system\\.", "");
        return type + " " + artifact.name() + " (" + artifact.id() + ")";
    }

    private static String words(Execution execution) {
        String run = execution.run() == null ? "" : ", run " + shortened(execution.run().value());
        String name =
                execution.taskPath().isEmpty() ? execution.displayName() : execution.taskPath();
        return "step " + name + run;
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }
}
