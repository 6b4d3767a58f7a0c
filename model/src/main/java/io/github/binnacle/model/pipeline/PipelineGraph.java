package io.github.binnacle.model.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a whole pipeline as nodes, ports and links: what the window and {@code render} draw.
 *
 * <p>A node is named by its task path, task names from the root DAG inwards. The empty path is the
 * pipeline itself: its input ports are the run's parameters, its output ports the run's results.
 * Sub-DAGs are groups; what crosses a group's border is linked from the outer producer to the
 * group's port, and from there to the inner consumers.
 *
 * @param nodes by task path, each group before its children, in the order of the file
 * @param links data links first within a DAG; references to nothing are left out
 */
public record PipelineGraph(Map<List<String>, GraphNode> nodes, List<Link> links) {
    public PipelineGraph {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        links = List.copyOf(links);
    }

    /**
     * Derives the graph of a document, however broken the document is: references to nothing are
     * left out, and a component that contains itself is shown closed.
     */
    public static PipelineGraph of(PipelineDocument document) {
        return of(document.spec());
    }

    /** Derives the graph of a spec. */
    public static PipelineGraph of(PipelineSpec spec) {
        return new GraphBuilder(spec).build();
    }

    /** Returns the pipeline itself. */
    public GraphNode root() {
        return node(List.of()).orElseThrow();
    }

    public Optional<GraphNode> node(List<String> path) {
        return Optional.ofNullable(nodes.get(path));
    }

    /** Returns the nodes inside a group, in the order of the file. */
    public List<GraphNode> children(GraphNode group) {
        List<GraphNode> children = new ArrayList<>();
        for (String task : group.children()) {
            List<String> path = new ArrayList<>(group.path());
            path.add(task);
            node(path).ifPresent(children::add);
        }
        return children;
    }

    /** Returns the group around a node; empty for the pipeline itself. */
    public Optional<GraphNode> parent(GraphNode node) {
        return node.path().isEmpty()
                ? Optional.empty()
                : node(node.path().subList(0, node.path().size() - 1));
    }

    /** One line of the graph. */
    public sealed interface Link {
        /** Task path where the link begins. */
        List<String> source();

        /** Task path where the link ends. */
        List<String> target();

        /** A parameter or artifact goes from port to port. */
        record Data(PortEnd from, PortEnd to) implements Link {
            @Override
            public List<String> source() {
                return from.node();
            }

            @Override
            public List<String> target() {
                return to.node();
            }
        }

        /** The target waits for the source's success, and takes nothing from it. */
        record Ordering(List<String> source, List<String> target) implements Link {
            public Ordering {
                source = List.copyOf(source);
                target = List.copyOf(target);
            }
        }

        /** The target runs once the source has ended, be it by failure. */
        record Exit(List<String> source, List<String> target) implements Link {
            public Exit {
                source = List.copyOf(source);
                target = List.copyOf(target);
            }
        }
    }

    /**
     * An end of a data link.
     *
     * @param isInput an input port; links also begin there, inside a group
     */
    public record PortEnd(List<String> node, boolean isInput, String port) {
        public PortEnd {
            node = List.copyOf(node);
        }
    }
}
