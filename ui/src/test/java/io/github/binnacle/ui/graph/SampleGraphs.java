package io.github.binnacle.ui.graph;

import io.github.binnacle.ui.graph.GraphModel.Badge;
import io.github.binnacle.ui.graph.GraphModel.End;
import io.github.binnacle.ui.graph.GraphModel.Face;
import io.github.binnacle.ui.graph.GraphModel.Glyph;
import io.github.binnacle.ui.graph.GraphModel.Group;
import io.github.binnacle.ui.graph.GraphModel.GroupKind;
import io.github.binnacle.ui.graph.GraphModel.Link;
import io.github.binnacle.ui.graph.GraphModel.Node;
import io.github.binnacle.ui.graph.GraphModel.NodeStyle;
import io.github.binnacle.ui.graph.GraphModel.Port;
import io.github.binnacle.ui.graph.GraphModel.Severity;
import io.github.binnacle.ui.graph.GraphModel.Status;
import io.github.binnacle.ui.theme.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Graphs to test with. */
public final class SampleGraphs {
    private SampleGraphs() {}

    /** Three nodes in a row. */
    public static GraphModel chain() {
        return new GraphModel(
                List.of(
                                node("load", "", "Load", "mdomz-table_chart", Token.TYPE_DATASET)
                                        .to(Port.square("data", Token.TYPE_DATASET)),
                                node("train", "", "Train", "mdomz-model_training", Token.TYPE_MODEL)
                                        .from(Port.square("data", Token.TYPE_DATASET))
                                        .to(Port.square("model", Token.TYPE_MODEL)),
                                node(
                                                "evaluate",
                                                "",
                                                "Evaluate",
                                                "mdoal-insert_chart",
                                                Token.TYPE_METRICS)
                                        .from(Port.square("model", Token.TYPE_MODEL))
                                        .to(Port.circle("auc", Token.TYPE_NUMBER)))
                        .stream()
                        .map(Draft::node)
                        .toList(),
                List.of(),
                List.of(
                        Link.artifact(
                                End.out("load", "data"),
                                End.in("train", "data"),
                                Token.TYPE_DATASET),
                        Link.artifact(
                                End.out("train", "model"),
                                End.in("evaluate", "model"),
                                Token.TYPE_MODEL)),
                false);
    }

    /** Groups in groups, tunnels, lists, a missing value, a step that is off. */
    public static GraphModel churn() {
        Port train = Port.square("train", Token.TYPE_DATASET);
        Port test = Port.square("test", Token.TYPE_DATASET);
        Port model = Port.square("model", Token.TYPE_MODEL);
        Port auc = Port.circle("auc", Token.TYPE_NUMBER);
        Port depth = Port.circle("depth", Token.TYPE_NUMBER);
        Port data = Port.square("data", Token.TYPE_DATASET);
        List<Draft> drafts =
                List.of(
                        node("inputs", "exit", "Inputs", "mdoal-login", Token.TEXT_MUTED)
                                .under("pipeline")
                                .to(
                                        Port.circle("data_url", Token.TYPE_TEXT),
                                        Port.circle("seed", Token.TYPE_NUMBER),
                                        Port.circle("max_depths", Token.TYPE_LIST)),
                        node(
                                        "load",
                                        "exit",
                                        "Load & split",
                                        "mdomz-table_chart",
                                        Token.TYPE_DATASET)
                                .from(
                                        Port.circle("data_url", Token.TYPE_TEXT),
                                        Port.circle("seed", Token.TYPE_NUMBER))
                                .to(train, test),
                        node(
                                        "train",
                                        "loop",
                                        "Train XGBoost",
                                        "mdomz-model_training",
                                        Token.TYPE_MODEL)
                                .under("1 GPU · python 3.11")
                                .from(train, depth)
                                .to(model, Port.circle("final_loss", Token.TYPE_NUMBER)),
                        node(
                                        "evaluate",
                                        "loop",
                                        "Evaluate",
                                        "mdoal-insert_chart",
                                        Token.TYPE_METRICS)
                                .from(model, test)
                                .to(auc, Port.square("metrics", Token.TYPE_METRICS)),
                        node("pick", "exit", "Pick best", "mdomz-star", Token.TYPE_MODEL)
                                .from(
                                        Port.square("models", Token.TYPE_MODEL).asList(),
                                        Port.circle("aucs", Token.TYPE_NUMBER).asList())
                                .to(model, auc),
                        node("register", "if", "Register model", "mdal-bookmark", Token.TYPE_MODEL)
                                .under("model registry")
                                .from(model, auc)
                                .to(Port.circle("version", Token.TYPE_TEXT)),
                        node("explain", "exit", "Explain model", "mdoal-layers", Token.SUB)
                                .under("sub-pipeline · 5 steps")
                                .from(model, Port.square("sample", Token.TYPE_DATASET).asMissing())
                                .to(Port.square("report", Token.TYPE_DOCUMENT)),
                        node(
                                        "report",
                                        "exit",
                                        "Data report",
                                        "mdoal-insert_chart",
                                        Token.TYPE_DOCUMENT)
                                .from(data)
                                .to(Port.square("report", Token.TYPE_DOCUMENT)),
                        node("roc", "exit", "Plot ROC", "mdomz-menu_book", Token.TYPE_METRICS)
                                .under("plot_roc.ipynb")
                                .from(data)
                                .to(Port.square("roc", Token.TYPE_METRICS)),
                        node(
                                        "publish",
                                        "exit",
                                        "Publish sample",
                                        "mdoal-cloud_upload",
                                        Token.TEXT_MUTED)
                                .under("turned off")
                                .from(data)
                                .to(Port.circle("uri", Token.TYPE_TEXT)),
                        node("summary", "", "Send summary", "mdomz-mail", Token.TEXT_MUTED)
                                .under("on success or failure")
                                .from(
                                        Port.circle("to", Token.TYPE_TEXT)
                                                .withLabel("to = team@example.com")));
        List<Node> nodes = new ArrayList<>();
        for (Draft draft : drafts) {
            Node node = draft.node();
            nodes.add(
                    switch (node.id()) {
                        case "explain" ->
                                node.withStyle(NodeStyle.STACKED)
                                        .withBadge(new Badge(Severity.ERROR, 1));
                        case "publish" -> node.withStyle(NodeStyle.OFF);
                        default -> node;
                    });
        }
        return new GraphModel(nodes, churnGroups(train, test, model, auc), churnLinks(), false);
    }

    private static List<Group> churnGroups(Port train, Port test, Port model, Port auc) {
        Group exit =
                Group.of(
                                "exit",
                                "",
                                GroupKind.EXIT,
                                "Always at the end: Send summary",
                                List.of(),
                                List.of())
                        .withChip("exit handler");
        Group loop =
                Group.of(
                                "loop",
                                "exit",
                                GroupKind.LOOP,
                                "For each depth in max_depths",
                                List.of(train, test, Port.circle("max_depths", Token.TYPE_LIST)),
                                List.of(model.asList(), auc.asList()))
                        .withChip("parallel · max 2");
        Group condition =
                Group.of(
                                "if",
                                "exit",
                                GroupKind.CONDITION,
                                "If auc ≥ 0.85",
                                List.of(model, auc),
                                List.of())
                        .withChip("condition");
        return List.of(exit, loop, condition);
    }

    private static List<Link> churnLinks() {
        Token d = Token.TYPE_DATASET;
        Token m = Token.TYPE_MODEL;
        Token n = Token.TYPE_NUMBER;
        return List.of(
                Link.parameter(
                        End.out("inputs", "data_url"), End.in("load", "data_url"), Token.TYPE_TEXT),
                Link.parameter(End.out("inputs", "seed"), End.in("load", "seed"), n),
                Link.parameter(
                        End.out("inputs", "max_depths"),
                        End.in("loop", "max_depths"),
                        Token.TYPE_LIST),
                Link.parameter(End.in("loop", "max_depths"), End.in("train", "depth"), n),
                Link.artifact(End.out("load", "train"), End.in("loop", "train"), d),
                Link.artifact(End.in("loop", "train"), End.in("train", "train"), d),
                Link.artifact(End.out("load", "test"), End.in("loop", "test"), d),
                Link.artifact(End.in("loop", "test"), End.in("evaluate", "test"), d),
                Link.artifact(End.out("load", "train"), End.in("report", "data"), d),
                Link.artifact(End.out("load", "test"), End.in("roc", "data"), d),
                Link.artifact(End.out("load", "test"), End.in("publish", "data"), d).faint(),
                Link.artifact(End.out("train", "model"), End.in("evaluate", "model"), m),
                Link.artifact(End.out("train", "model"), End.out("loop", "model"), m),
                Link.parameter(End.out("evaluate", "auc"), End.out("loop", "auc"), n),
                Link.artifact(End.out("loop", "model"), End.in("pick", "models"), m),
                Link.parameter(End.out("loop", "auc"), End.in("pick", "aucs"), n),
                Link.artifact(End.out("pick", "model"), End.in("if", "model"), m),
                Link.parameter(End.out("pick", "auc"), End.in("if", "auc"), n),
                Link.artifact(End.in("if", "model"), End.in("register", "model"), m),
                Link.parameter(End.in("if", "auc"), End.in("register", "auc"), n),
                Link.artifact(End.out("pick", "model"), End.in("explain", "model"), m),
                Link.ordering("exit", "summary"));
    }

    /** {@link #churn()} while it runs. */
    public static GraphModel running() {
        Map<String, Status> states =
                Map.of(
                        "load", Status.of(Glyph.REUSED, "Cached · run 41"),
                        "train", Status.of(Glyph.SUCCEEDED, "2:14 · auc 0.881"),
                        "evaluate", new Status(Glyph.RUNNING, "0:37", 0.63),
                        "pick", Status.of(Glyph.WAITING, ""),
                        "register", Status.of(Glyph.WAITING, ""),
                        "explain", Status.of(Glyph.WAITING, ""),
                        "report", Status.of(Glyph.SUCCEEDED, "0:48 · 1 artifact"),
                        "roc", Status.of(Glyph.FAILED, "Out of memory · 2 of 2 tries"),
                        "publish", Status.of(Glyph.SKIPPED, ""),
                        "summary", Status.of(Glyph.WAITING, ""));
        GraphModel idle = churn();
        List<Node> nodes = new ArrayList<>();
        for (Node node : idle.nodes()) {
            nodes.add(
                    node.withStatus(states.get(node.id()))
                            .withBadge(null)
                            .withStyle(
                                    node.style() == NodeStyle.OFF
                                            ? NodeStyle.PLAIN
                                            : node.style()));
        }
        List<Group> groups = new ArrayList<>();
        for (Group group : idle.groups()) {
            boolean isLoop = group.id().equals("loop");
            groups.add(
                    group.withStatus(Status.of(isLoop ? Glyph.RUNNING : Glyph.WAITING, ""))
                            .withChip(isLoop ? "Iteration 2 of 4" : ""));
        }
        List<Link> links = new ArrayList<>();
        for (Link link : idle.links()) {
            boolean flows =
                    link.from().owner().equals("train") && link.to().owner().equals("evaluate");
            links.add(flows ? link.flowing() : link);
        }
        return new GraphModel(nodes, groups, links, true);
    }

    /** Loops in loops, a node and a tunnel in each. */
    public static GraphModel nested(int depth) {
        List<Node> nodes = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Port data = Port.square("data", Token.TYPE_DATASET);
        String parent = GraphModel.ROOT;
        for (int i = 0; i < depth; i++) {
            String group = "g" + i;
            String node = "n" + i;
            groups.add(
                    Group.of(
                            group,
                            parent,
                            GroupKind.LOOP,
                            "For each " + i,
                            List.of(data),
                            List.of()));
            nodes.add(
                    node(node, parent, "Make " + i, "mdoal-functions", Token.TYPE_DATASET)
                            .from(data)
                            .to(data)
                            .node());
            links.add(
                    Link.artifact(
                            End.out(node, "data"), End.in(group, "data"), Token.TYPE_DATASET));
            if (!parent.equals(GraphModel.ROOT)) {
                links.add(
                        Link.artifact(
                                End.in(parent, "data"), End.in(node, "data"), Token.TYPE_DATASET));
            }
            parent = group;
        }
        return new GraphModel(nodes, groups, links, false);
    }

    /** Two nodes that each need the other, as a broken document may say. */
    public static GraphModel cycle() {
        GraphModel chain = chain();
        List<Link> links = new ArrayList<>(chain.links());
        links.add(Link.ordering("evaluate", "load"));
        return new GraphModel(chain.nodes(), chain.groups(), links, false);
    }

    /** The same graph with a problem at one node. */
    public static GraphModel withWarning(GraphModel model, String id) {
        List<Node> nodes = new ArrayList<>(model.nodes());
        nodes.replaceAll(node ->
                node.id().equals(id) ? node.withBadge(new Badge(Severity.WARNING, 2)) : node);
        return new GraphModel(nodes, model.groups(), model.links(), model.hasRoomForFooters());
    }

    /** Nodes in layers, each linked to two near it of the layer before. */
    public static GraphModel layered(int count, int perLayer, long seed) {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Glyph[] glyphs = Glyph.values();
        for (int i = 0; i < count; i++) {
            Draft draft =
                    node("n" + i, "", "Step number " + i, "mdoal-functions", Token.TYPE_DATASET)
                            .from(
                                    Port.square("a", Token.TYPE_DATASET),
                                    Port.circle("b", Token.TYPE_NUMBER))
                            .to(
                                    Port.square("c", Token.TYPE_DATASET),
                                    Port.circle("d", Token.TYPE_NUMBER));
            nodes.add(draft.node().withStatus(Status.of(glyphs[i % glyphs.length], "")));
            if (i >= perLayer) {
                int layer = (i / perLayer - 1) * perLayer;
                int row = i % perLayer + random.nextInt(9) - 4;
                int first = layer + Math.clamp(row, 0, perLayer - 1);
                int second = Math.min(layer + perLayer - 1, first + 1);
                links.add(
                        Link.artifact(
                                End.out("n" + first, "c"),
                                End.in("n" + i, "a"),
                                Token.TYPE_DATASET));
                links.add(
                        Link.parameter(
                                End.out("n" + second, "d"),
                                End.in("n" + i, "b"),
                                Token.TYPE_NUMBER));
            }
        }
        return new GraphModel(nodes, List.of(), links, false);
    }

    static Draft node(String id, String parent, String title, String icon, Token tint) {
        return new Draft(
                id, parent, new Face(title, "python 3.11", icon, tint), List.of(), List.of());
    }

    /** A node being described. */
    record Draft(String id, String parent, Face face, List<Port> inputs, List<Port> outputs) {
        Draft under(String subtitle) {
            Face changed = new Face(face.title(), subtitle, face.icon(), face.tint());
            return new Draft(id, parent, changed, inputs, outputs);
        }

        Draft from(Port... ports) {
            return new Draft(id, parent, face, List.of(ports), outputs);
        }

        Draft to(Port... ports) {
            return new Draft(id, parent, face, inputs, List.of(ports));
        }

        Node node() {
            return Node.of(id, parent, face, inputs, outputs);
        }
    }
}
