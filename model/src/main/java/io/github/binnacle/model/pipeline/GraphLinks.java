package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.PipelineGraph.Link;
import io.github.binnacle.model.pipeline.PipelineGraph.PortEnd;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputArtifactSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.TriggerStrategy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the links inside one DAG, those to and from its border included. */
final class GraphLinks {
    private final List<String> path;
    private final DagSpec dag;
    private final Set<PortEnd> ports;
    private final List<Link> links;

    /**
     * @param ports every port there is; links elsewhere are left out
     */
    GraphLinks(List<String> path, DagSpec dag, Set<PortEnd> ports, List<Link> links) {
        this.path = path;
        this.dag = dag;
        this.ports = ports;
        this.links = links;
    }

    void add() {
        dag.tasks().forEach(this::addInputs);
        addOutputs();
        dag.tasks().forEach(this::addOrder);
    }

    private void addInputs(String name, PipelineTaskSpec task) {
        List<String> target = GraphBuilder.child(path, name);
        task.inputs()
                .artifacts()
                .forEach((port, input) -> {
                    switch (input) {
                        case InputArtifactSpec.TaskOutput(String producer, String key) ->
                                data(output(producer, key), new PortEnd(target, true, port));
                        case InputArtifactSpec.ComponentInput(String outer) ->
                                data(border(outer), new PortEnd(target, true, port));
                        case InputArtifactSpec.Missing _ -> {}
                    }
                });
        task.inputs()
                .parameters()
                .forEach((port, input) ->
                        addParameter(input.source(), new PortEnd(target, true, port)));
    }

    private void addParameter(ParameterSource source, PortEnd target) {
        switch (source) {
            case ParameterSource.TaskOutput(String producer, String key) ->
                    data(output(producer, key), target);
            case ParameterSource.ComponentInput(String outer) -> data(border(outer), target);
            case ParameterSource.RuntimeParameter(String outer) -> data(border(outer), target);
            case ParameterSource.RuntimeConstant _, ParameterSource.TaskFinalStatus _ -> {}
            case ParameterSource.Missing _ -> {}
        }
    }

    private void addOutputs() {
        dag.outputs()
                .artifacts()
                .forEach((name, output) ->
                        output.artifactSelectors()
                                .forEach(selector ->
                                        data(
                                                output(
                                                        selector.producerSubtask(),
                                                        selector.outputArtifactKey()),
                                                new PortEnd(path, false, name))));
        dag.outputs()
                .parameters()
                .forEach((name, output) ->
                        output.selectors()
                                .forEach(selector ->
                                        data(
                                                output(
                                                        selector.producerSubtask(),
                                                        selector.outputParameterKey()),
                                                new PortEnd(path, false, name))));
    }

    private void addOrder(String name, PipelineTaskSpec task) {
        List<String> target = GraphBuilder.child(path, name);
        boolean runsAnyway =
                task.triggerPolicy().strategy() == TriggerStrategy.ALL_UPSTREAM_TASKS_COMPLETED;
        Set<String> data = new HashSet<>(task.producers());
        for (String upstream : task.upstreamTasks()) {
            if (dag.tasks().containsKey(upstream) && !data.contains(upstream)) {
                List<String> source = GraphBuilder.child(path, upstream);
                links.add(
                        runsAnyway
                                ? new Link.Exit(source, target)
                                : new Link.Ordering(source, target));
            }
        }
    }

    private PortEnd output(String producer, String key) {
        return new PortEnd(GraphBuilder.child(path, producer), false, key);
    }

    private PortEnd border(String input) {
        return new PortEnd(path, true, input);
    }

    private void data(PortEnd from, PortEnd to) {
        if (ports.contains(from) && ports.contains(to)) {
            links.add(new Link.Data(from, to));
        }
    }
}
