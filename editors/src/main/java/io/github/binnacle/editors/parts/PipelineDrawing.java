package io.github.binnacle.editors.parts;

import io.github.binnacle.model.pipeline.GraphNode;
import io.github.binnacle.model.pipeline.GraphPort;
import io.github.binnacle.model.pipeline.GraphPort.PortType;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.pipeline.PipelineGraph.Link;
import io.github.binnacle.model.pipeline.PipelineGraph.PortEnd;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.GraphModel.End;
import io.github.binnacle.ui.graph.GraphModel.Face;
import io.github.binnacle.ui.graph.GraphModel.GroupKind;
import io.github.binnacle.ui.graph.GraphModel.Side;
import io.github.binnacle.ui.text.Texts;
import io.github.binnacle.ui.theme.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws pipelines: maps the graph of a pipeline to what the graph canvas shows.
 *
 * <p>Nodes are named by their task paths, joined by slashes. The pipeline's own inputs and outputs
 * are nodes too.
 */
public final class PipelineDrawing {
    /** Id of the node that stands for the pipeline's inputs; no task has such a name. */
    public static final String INPUTS = "/inputs";

    /** Id of the node that stands for the pipeline's outputs. */
    public static final String OUTPUTS = "/outputs";

    private static final Texts TEXTS = Texts.of(PipelineDrawing.class);

    private final List<GraphModel.Node> nodes = new ArrayList<>();
    private final List<GraphModel.Group> groups = new ArrayList<>();
    private final List<GraphModel.Link> links = new ArrayList<>();
    private final PipelineGraph graph;
    private final StepTitles titles;

    private PipelineDrawing(PipelineGraph graph) {
        this.graph = graph;
        this.titles = new StepTitles(graph);
    }

    /**
     * Maps a pipeline to a drawing without states.
     *
     * @param hasRoomForStates leaves room for what a run says of each step
     */
    public static GraphModel of(PipelineGraph graph, boolean hasRoomForStates) {
        PipelineDrawing drawing = new PipelineDrawing(graph);
        drawing.addEnds();
        graph.nodes().values().stream()
                .filter(node -> !node.path().isEmpty())
                .forEach(drawing::add);
        graph.links().forEach(drawing::add);
        return new GraphModel(drawing.nodes, drawing.groups, drawing.links, hasRoomForStates);
    }

    public static String id(List<String> path) {
        return String.join("/", path);
    }

    /** Returns the task path of a node's id; empty for the pipeline and its ends. */
    public static List<String> path(String id) {
        return id.isEmpty() || id.startsWith("/") ? List.of() : List.of(id.split("/"));
    }

    private void addEnds() {
        GraphNode root = graph.root();
        if (!root.inputs().isEmpty()) {
            Face face =
                    new Face(
                            TEXTS.get("drawing.inputs"),
                            TEXTS.get("drawing.of-pipeline"),
                            "mdoal-login",
                            Token.TEXT_MUTED);
            nodes.add(
                    GraphModel.Node.of(
                            INPUTS,
                            GraphModel.ROOT,
                            face,
                            List.of(),
                            PortDrawing.of(root.inputs())));
        }
        if (!root.outputs().isEmpty()) {
            Face face =
                    new Face(
                            TEXTS.get("drawing.outputs"),
                            TEXTS.get("drawing.of-pipeline"),
                            "mdoal-exit_to_app",
                            Token.TEXT_MUTED);
            nodes.add(
                    GraphModel.Node.of(
                            OUTPUTS,
                            GraphModel.ROOT,
                            face,
                            PortDrawing.of(root.outputs()),
                            List.of()));
        }
    }

    private void add(GraphNode node) {
        if (node.kind().isGroup()) {
            groups.add(group(node));
        } else {
            nodes.add(step(node));
        }
    }

    private static String parent(GraphNode node) {
        return id(node.path().subList(0, node.path().size() - 1));
    }

    private GraphModel.Node step(GraphNode node) {
        Face face =
                new Face(
                        titles.of(node),
                        StepFacts.subtitle(node),
                        StepFacts.icon(node),
                        StepFacts.tint(node));
        return GraphModel.Node.of(
                        id(node.path()),
                        parent(node),
                        face,
                        PortDrawing.of(node.inputs()),
                        PortDrawing.of(node.outputs()))
                .withSpoken(spoken(node));
    }

    private String spoken(GraphNode node) {
        return TEXTS.get(
                "drawing.spoken",
                "title",
                titles.of(node),
                "inputs",
                node.inputs().size(),
                "outputs",
                node.outputs().size());
    }

    private GraphModel.Group group(GraphNode node) {
        return GraphModel.Group.of(
                        id(node.path()),
                        parent(node),
                        kind(node.kind()),
                        titles.of(node),
                        PortDrawing.of(node.inputs()),
                        PortDrawing.of(node.outputs()))
                .withChip(chip(node))
                .withSpoken(TEXTS.get("drawing.spoken-group", "title", titles.of(node)));
    }

    private static GroupKind kind(GraphNode.Kind kind) {
        return switch (kind) {
            case LOOP -> GroupKind.LOOP;
            case CONDITION, CONDITION_BRANCHES -> GroupKind.CONDITION;
            case EXIT_HANDLER -> GroupKind.EXIT;
            case SUB_PIPELINE, PIPELINE, TASK, IMPORTER, UNKNOWN -> GroupKind.SUB;
        };
    }

    private static String chip(GraphNode node) {
        return switch (node.kind()) {
            case LOOP -> parallel(Optional.ofNullable(node.loop()));
            case EXIT_HANDLER -> TEXTS.get("drawing.exit");
            case SUB_PIPELINE -> TEXTS.get("drawing.sub-pipeline");
            case CONDITION, CONDITION_BRANCHES, PIPELINE, TASK, IMPORTER, UNKNOWN -> "";
        };
    }

    private static String parallel(Optional<GraphNode.Loop> loop) {
        int limit = loop.map(GraphNode.Loop::parallelismLimit).orElse(0);
        return switch (limit) {
            case 0 -> TEXTS.get("drawing.parallel");
            case 1 -> TEXTS.get("drawing.one-by-one");
            default -> TEXTS.get("drawing.parallel-limit", "limit", limit);
        };
    }

    private void add(Link link) {
        switch (link) {
            case Link.Data(PortEnd from, PortEnd to) -> links.add(data(from, to));
            case Link.Ordering(List<String> from, List<String> to) ->
                    links.add(GraphModel.Link.ordering(id(from), id(to)));
            case Link.Exit(List<String> from, List<String> to) ->
                    links.add(GraphModel.Link.ordering(id(from), id(to)));
        }
    }

    private GraphModel.Link data(PortEnd from, PortEnd to) {
        Optional<GraphPort> port = port(from).or(() -> port(to));
        Token colour = port.map(GraphPort::type).map(TypeLook::token).orElse(Token.TYPE_ARTIFACT);
        boolean isParameter = port.map(GraphPort::type).orElse(null) instanceof PortType.Parameter;
        return isParameter
                ? GraphModel.Link.parameter(end(from), end(to), colour)
                : GraphModel.Link.artifact(end(from), end(to), colour);
    }

    private Optional<GraphPort> port(PortEnd end) {
        return graph.node(end.node())
                .flatMap(node -> end.isInput() ? node.input(end.port()) : node.output(end.port()));
    }

    /** The pipeline's inputs leave their node at its right side, its outputs enter theirs. */
    private static End end(PortEnd end) {
        if (end.node().isEmpty()) {
            return end.isInput() ? End.out(INPUTS, end.port()) : End.in(OUTPUTS, end.port());
        }
        return new End(id(end.node()), end.isInput() ? Side.IN : Side.OUT, end.port());
    }
}
