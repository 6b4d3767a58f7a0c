package io.github.binnacle.editors.parts;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.pipeline.GraphNode;
import io.github.binnacle.model.pipeline.GraphNode.Loop;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.pipeline.PipelineGraph.Link;
import io.github.binnacle.model.pipeline.PipelineGraph.PortEnd;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.ui.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names the nodes of a pipeline for people: steps by their names, groups by what they do. */
public final class StepTitles {
    private static final Texts TEXTS = Texts.of(StepTitles.class);
    private static final int MOST_ITEMS = 6;

    private final PipelineGraph graph;
    private final Map<PortEnd, PortEnd> sources = new HashMap<>();
    private final Map<PortEnd, List<PortEnd>> targets;
    private final Map<List<String>, List<String>> exits = new HashMap<>();

    public StepTitles(PipelineGraph graph) {
        this.graph = graph;
        for (Link link : graph.links()) {
            switch (link) {
                case Link.Data(PortEnd from, PortEnd to) -> sources.put(to, from);
                case Link.Exit(List<String> from, List<String> to) -> exits.put(from, to);
                case Link.Ordering _ -> {}
            }
        }
        targets =
                sources.entrySet().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getValue,
                                        Collectors.mapping(
                                                Map.Entry::getKey, Collectors.toList())));
    }

    /** Returns the title of a node: a name, or for a group a sentence. */
    public String of(GraphNode node) {
        return switch (node.kind()) {
            case PIPELINE -> TEXTS.get("title.pipeline");
            case LOOP -> loop(node);
            case CONDITION -> condition(node);
            case CONDITION_BRANCHES -> TEXTS.get("title.branches");
            case EXIT_HANDLER -> exitHandler(node);
            case TASK, IMPORTER, SUB_PIPELINE, UNKNOWN -> name(node.title());
        };
    }

    /** Returns the title at a task path; the last name if the graph has no such node. */
    public String of(List<String> path) {
        return graph.node(path).map(this::of).orElse(path.isEmpty() ? "" : name(path.getLast()));
    }

    /** Makes {@code Train model} of {@code train-model}; names written by people stay. */
    public static String name(String taskName) {
        if (taskName.isEmpty() || taskName.contains(" ")) {
            return taskName;
        }
        String words = taskName.replace('-', ' ').replace('_', ' ').strip();
        return words.isEmpty()
                ? taskName
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Makes {@code depth} of {@code pipelinechannel--depth}. */
    public static String portName(String port) {
        String name = port.startsWith("pipelinechannel--") ? port.substring(17) : port;
        return name.startsWith("loop-item-param") || name.endsWith("-loop-item")
                ? TEXTS.get("port.item")
                : name;
    }

    private String loop(GraphNode node) {
        Loop loop = node.loop();
        if (loop == null) {
            return name(node.title());
        }
        String item = itemName(node, loop);
        if (loop.isRaw()) {
            return TEXTS.get("title.loop-over", "item", item, "items", items(loop.over()));
        }
        return TEXTS.get("title.loop-in", "item", item, "list", portName(loop.over()));
    }

    /** Takes the name of the only inner input that receives the item. */
    private String itemName(GraphNode node, Loop loop) {
        PortEnd item = new PortEnd(node.path(), true, loop.itemInput());
        List<String> names =
                targets.getOrDefault(item, List.of()).stream()
                        .map(end -> portName(end.port()))
                        .distinct()
                        .toList();
        return names.size() == 1 ? names.getFirst() : TEXTS.get("port.item");
    }

    private static String items(String json) {
        try {
            if (JsonReader.parse(json) instanceof Value.Items(List<Value> values)) {
                return values.size() <= MOST_ITEMS && values.stream().noneMatch(StepTitles::isLarge)
                        ? values.stream().map(ValueText::brief).collect(Collectors.joining(", "))
                        : TEXTS.get("title.item-count", "count", values.size());
            }
            return json;
        } catch (SyntaxException e) {
            return json;
        }
    }

    private static boolean isLarge(Value value) {
        return value instanceof Value.Items
                || value instanceof Value.Struct
                || ValueText.brief(value).length() > 16;
    }

    private String condition(GraphNode node) {
        boolean isBranch =
                graph.parent(node)
                        .filter(parent -> parent.kind() == GraphNode.Kind.CONDITION_BRANCHES)
                        .isPresent();
        if (isBranch && ConditionText.isElse(node.condition())) {
            return TEXTS.get("title.else");
        }
        String own =
                isBranch
                        ? ConditionText.withoutLeadingNegations(node.condition())
                        : node.condition();
        String words = ConditionText.of(own, input -> inputName(node, input));
        return own.equals(node.condition())
                ? TEXTS.get("title.if", "condition", words)
                : TEXTS.get("title.else-if", "condition", words);
    }

    /** Names an input of a condition by where its value comes from. */
    private String inputName(GraphNode node, String input) {
        PortEnd end = new PortEnd(node.path(), true, input);
        for (int i = 0; i < graph.nodes().size() && sources.containsKey(end); i++) {
            end = sources.get(end);
        }
        boolean isUnnamed = !end.isInput() && end.port().equals("Output");
        return isUnnamed ? of(end.node()) : portName(end.port());
    }

    private String exitHandler(GraphNode node) {
        List<String> exit = exits.get(node.path());
        return exit == null ? name(node.title()) : TEXTS.get("title.exit", "step", of(exit));
    }
}
