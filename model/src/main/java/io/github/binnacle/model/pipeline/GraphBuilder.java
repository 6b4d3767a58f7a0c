package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.GraphNode.Facts;
import io.github.binnacle.model.pipeline.GraphNode.Kind;
import io.github.binnacle.model.pipeline.GraphNode.Loop;
import io.github.binnacle.model.pipeline.PipelineGraph.PortEnd;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.Iterator;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expands a spec into the nodes and links of its graph. */
final class GraphBuilder {
    /** Components that hold each other twice grow without end; beyond this, groups stay closed. */
    private static final int MOST_NODES = 200_000;

    private static final int DEEPEST = 60;

    private final PipelineSpec spec;
    private final Map<List<String>, GraphNode> nodes = new LinkedHashMap<>();
    private final Set<PortEnd> ports = new HashSet<>();
    private final List<PipelineGraph.Link> links = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int planned;

    GraphBuilder(PipelineSpec spec) {
        this.spec = spec;
    }

    PipelineGraph build() {
        String title = spec.pipelineInfo().displayName();
        put(
                new GraphNode(
                        List.of(),
                        Kind.PIPELINE,
                        title.isEmpty() ? spec.pipelineInfo().name() : title,
                        "",
                        Facts.NONE,
                        "",
                        null,
                        GraphPorts.inputsOfPipeline(spec.root()),
                        GraphPorts.outputs(spec.root(), false),
                        tasks(spec.root())));
        spec.root().dag().ifPresent(dag -> expand(List.of(), dag));
        return new PipelineGraph(nodes, links);
    }

    private static List<String> tasks(ComponentSpec component) {
        return component.dag().map(dag -> List.copyOf(dag.tasks().keySet())).orElse(List.of());
    }

    private void expand(List<String> path, DagSpec dag) {
        planned += dag.tasks().size();
        GraphKinds kinds = new GraphKinds(spec, dag);
        GraphPorts taskPorts = new GraphPorts(spec, dag, inputs(path));
        dag.tasks().forEach((name, task) -> addTask(child(path, name), task, taskPorts, kinds));
        new GraphLinks(path, dag, ports, links).add();
    }

    private void addTask(
            List<String> path, PipelineTaskSpec task, GraphPorts taskPorts, GraphKinds kinds) {
        ComponentSpec component = spec.components().get(task.componentRef());
        Kind kind = kinds.of(path.getLast(), task);
        boolean opens = kind.isGroup() && mayOpen(task.componentRef(), component);
        String title = task.taskInfoName();
        put(
                new GraphNode(
                        path,
                        kind,
                        title.isEmpty() ? path.getLast() : title,
                        task.componentRef(),
                        component == null ? Facts.NONE : GraphFacts.of(spec, task, component),
                        task.triggerPolicy().condition(),
                        loop(task),
                        taskPorts.inputs(task, component),
                        component == null
                                ? List.of()
                                : GraphPorts.outputs(component, task.iterator() != null),
                        opens && component != null ? tasks(component) : List.of()));
        if (opens && component != null) {
            open.push(task.componentRef());
            component.dag().ifPresent(dag -> expand(path, dag));
            open.pop();
        }
    }

    private List<GraphPort> inputs(List<String> path) {
        GraphNode node = nodes.get(path);
        return node == null ? List.of() : node.inputs();
    }

    private void put(GraphNode node) {
        nodes.put(node.path(), node);
        node.inputs().forEach(port -> ports.add(new PortEnd(node.path(), true, port.name())));
        node.outputs().forEach(port -> ports.add(new PortEnd(node.path(), false, port.name())));
    }

    private boolean mayOpen(String name, @Nullable ComponentSpec component) {
        return component != null
                && !open.contains(name)
                && open.size() < DEEPEST
                && planned + tasks(component).size() <= MOST_NODES;
    }

    private static @Nullable Loop loop(PipelineTaskSpec task) {
        Iterator iterator = task.iterator();
        return switch (iterator) {
            case null -> null;
            case Iterator.RawItems(String raw, String item) ->
                    new Loop(raw, true, item, task.parallelismLimit());
            case Iterator.ParameterItems(String input, String item) ->
                    new Loop(over(task, input), false, item, task.parallelismLimit());
            case Iterator.ArtifactItems(String input, String item) ->
                    new Loop(over(task, input), false, item, task.parallelismLimit());
        };
    }

    private static String over(PipelineTaskSpec task, String input) {
        PipelineTaskSpec.InputParameterSpec parameter = task.inputs().parameters().get(input);
        if (parameter != null) {
            return switch (parameter.source()) {
                case ParameterSource.TaskOutput(String producer, String key) ->
                        producer + "." + key;
                case ParameterSource.ComponentInput(String name) -> name;
                case ParameterSource.RuntimeParameter(String name) -> name;
                case ParameterSource.RuntimeConstant _, ParameterSource.TaskFinalStatus _ -> input;
                case ParameterSource.Missing _ -> input;
            };
        }
        return switch (task.inputs().artifacts().get(input)) {
            case PipelineTaskSpec.InputArtifactSpec.TaskOutput(String producer, String key) ->
                    producer + "." + key;
            case PipelineTaskSpec.InputArtifactSpec.ComponentInput(String name) -> name;
            case PipelineTaskSpec.InputArtifactSpec.Missing _ -> input;
            case null -> input;
        };
    }

    static List<String> child(List<String> path, String task) {
        List<String> child = new ArrayList<>(path.size() + 1);
        child.addAll(path);
        child.add(task);
        return List.copyOf(child);
    }
}
