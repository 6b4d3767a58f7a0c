package io.github.binnacle.ui.graph;

import io.github.binnacle.ui.theme.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a graph shows: nodes with ports, nested groups and links between ports.
 *
 * <p>Parents are named by group id, the outermost level by {@link #ROOT}. Ids are unique among
 * nodes and groups together. A link stays within one level: what crosses the border of a group goes
 * to the group's port and on from there.
 *
 * @param groups each before what it contains
 * @param hasRoomForFooters whether layout leaves room under nodes for a footer that may come
 */
public record GraphModel(
        List<Node> nodes, List<Group> groups, List<Link> links, boolean hasRoomForFooters) {
    public static final String ROOT = "";
    public static final GraphModel EMPTY = new GraphModel(List.of(), List.of(), List.of(), false);

    public GraphModel {
        nodes = List.copyOf(nodes);
        groups = List.copyOf(groups);
        links = List.copyOf(links);
    }

    /** How a node looks apart from its state. */
    public enum NodeStyle {
        PLAIN,
        /** A card on others: a group shown closed. */
        STACKED,
        /** Turned off: faint. */
        OFF
    }

    /**
     * One thing that happens.
     *
     * @param spoken its whole description for screen readers, without its state
     * @param status null while it has none
     */
    public record Node(
            String id,
            String parent,
            Face face,
            List<Port> inputs,
            List<Port> outputs,
            NodeStyle style,
            String spoken,
            @Nullable Status status,
            @Nullable Badge badge) {
        public Node {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }

        public static Node of(
                String id, String parent, Face face, List<Port> inputs, List<Port> outputs) {
            return new Node(
                    id, parent, face, inputs, outputs, NodeStyle.PLAIN, face.title(), null, null);
        }

        public Node withStyle(NodeStyle newStyle) {
            return new Node(id, parent, face, inputs, outputs, newStyle, spoken, status, badge);
        }

        public Node withSpoken(String newSpoken) {
            return new Node(id, parent, face, inputs, outputs, style, newSpoken, status, badge);
        }

        public Node withStatus(@Nullable Status newStatus) {
            return new Node(id, parent, face, inputs, outputs, style, spoken, newStatus, badge);
        }

        public Node withBadge(@Nullable Badge newBadge) {
            return new Node(id, parent, face, inputs, outputs, style, spoken, status, newBadge);
        }
    }

    /**
     * The head of a node.
     *
     * @param icon an Ikonli name
     * @param tint colour of the icon and its tile
     */
    public record Face(String title, String subtitle, String icon, Token tint) {}

    /** Where links begin and end: squares for artifacts, circles for parameters. */
    public enum PortShape {
        SQUARE,
        CIRCLE
    }

    /**
     * A port of a node or group.
     *
     * @param isList drawn with a second shape behind it
     * @param isMissing required and without a value: hollow, its label marked
     * @param tip what a tooltip says, lines apart by line feeds; empty for none
     */
    public record Port(
            String id,
            String label,
            PortShape shape,
            Token colour,
            boolean isList,
            boolean isMissing,
            String tip) {
        public static Port square(String id, Token colour) {
            return new Port(id, id, PortShape.SQUARE, colour, false, false, "");
        }

        public static Port circle(String id, Token colour) {
            return new Port(id, id, PortShape.CIRCLE, colour, false, false, "");
        }

        public Port withLabel(String newLabel) {
            return new Port(id, newLabel, shape, colour, isList, isMissing, tip);
        }

        public Port asList() {
            return new Port(id, label, shape, colour, true, isMissing, tip);
        }

        public Port asMissing() {
            return new Port(id, label, shape, colour, isList, true, tip);
        }

        public Port withTip(String newTip) {
            return new Port(id, label, shape, colour, isList, isMissing, newTip);
        }
    }

    /** What a group stands for, which gives it icon, colour and border. */
    public enum GroupKind {
        LOOP,
        CONDITION,
        EXIT,
        SUB
    }

    /**
     * A box around nodes and groups.
     *
     * @param title a sentence for its header
     * @param chip a few words at the right of the header, empty for none
     * @param spoken its whole description for screen readers, without its state
     */
    public record Group(
            String id,
            String parent,
            GroupKind kind,
            String title,
            String chip,
            List<Port> inputs,
            List<Port> outputs,
            String spoken,
            @Nullable Status status,
            @Nullable Badge badge) {
        public Group {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }

        public static Group of(
                String id,
                String parent,
                GroupKind kind,
                String title,
                List<Port> inputs,
                List<Port> outputs) {
            return new Group(id, parent, kind, title, "", inputs, outputs, title, null, null);
        }

        public Group withChip(String newChip) {
            return new Group(
                    id, parent, kind, title, newChip, inputs, outputs, spoken, status, badge);
        }

        public Group withSpoken(String newSpoken) {
            return new Group(
                    id, parent, kind, title, chip, inputs, outputs, newSpoken, status, badge);
        }

        public Group withStatus(@Nullable Status newStatus) {
            return new Group(
                    id, parent, kind, title, chip, inputs, outputs, spoken, newStatus, badge);
        }

        public Group withBadge(@Nullable Badge newBadge) {
            return new Group(
                    id, parent, kind, title, chip, inputs, outputs, spoken, status, newBadge);
        }
    }

    /** The state of a node, each with a shape of its own. */
    public enum Glyph {
        SUCCEEDED,
        RUNNING,
        WAITING,
        FAILED,
        WARNING,
        REUSED,
        SKIPPED,
        STOPPED,
        PAUSED,
        STOPPED_EARLY,
        UNKNOWN
    }

    /**
     * How far a node has come.
     *
     * @param footer a few words under the node, empty for none
     * @param fraction done, from 0 to 1; negative if unknown or of no interest
     */
    public record Status(Glyph glyph, String footer, double fraction) {
        public static Status of(Glyph glyph, String footer) {
            return new Status(glyph, footer, -1);
        }

        public boolean hasFooter() {
            return !footer.isEmpty() || fraction >= 0;
        }
    }

    /** How bad a problem is. */
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    /** The number of problems of a node or group, of the worst kind it has. */
    public record Badge(Severity severity, int count) {}

    /** The side of a node at which a port sits: inputs left, outputs right. */
    public enum Side {
        IN,
        OUT
    }

    /**
     * An end of a link.
     *
     * @param owner id of a node or group
     * @param port id of a port of that side, empty for the node as a whole
     */
    public record End(String owner, Side side, String port) {
        public static End in(String owner, String port) {
            return new End(owner, Side.IN, port);
        }

        public static End out(String owner, String port) {
            return new End(owner, Side.OUT, port);
        }
    }

    /** What a link carries. */
    public enum LinkStyle {
        ARTIFACT,
        PARAMETER,
        /** Nothing: the target comes after the source. */
        ORDERING
    }

    /**
     * A line from one end to another.
     *
     * @param isFlowing data goes along it now
     * @param isFaint drawn at a quarter of its strength
     */
    public record Link(
            End from, End to, LinkStyle style, Token colour, boolean isFlowing, boolean isFaint) {
        public static Link artifact(End from, End to, Token colour) {
            return new Link(from, to, LinkStyle.ARTIFACT, colour, false, false);
        }

        public static Link parameter(End from, End to, Token colour) {
            return new Link(from, to, LinkStyle.PARAMETER, colour, false, false);
        }

        public static Link ordering(String from, String to) {
            return new Link(
                    End.out(from, ""),
                    End.in(to, ""),
                    LinkStyle.ORDERING,
                    Token.TEXT_MUTED,
                    false,
                    false);
        }

        public Link flowing() {
            return new Link(from, to, style, colour, true, isFaint);
        }

        public Link faint() {
            return new Link(from, to, style, colour, isFlowing, true);
        }
    }

    /** Says whether another graph needs no other layout: they differ in states at most. */
    public boolean hasLayoutOf(GraphModel other) {
        return this == other || GraphShape.isSame(this, other);
    }

    /**
     * Shows groups closed: each becomes one stacked node, what it contains goes.
     *
     * @param subtitle describes a closed group by its number of nodes
     */
    public GraphModel collapsed(Set<String> closed, ClosedSubtitle subtitle) {
        return closed.isEmpty() ? this : new GraphFolding(this, closed, subtitle).fold();
    }

    /** Says what stands under the title of a closed group. */
    @FunctionalInterface
    public interface ClosedSubtitle {
        String of(Group group, int nodes);
    }

    /** Groups and the node or group named, from the outermost to the innermost. */
    public List<String> ancestors(String id) {
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String at = id; !at.equals(ROOT) && seen.add(at); at = parentOf(at)) {
            found.addFirst(at);
        }
        return found;
    }

    private String parentOf(String id) {
        for (Group group : groups) {
            if (group.id().equals(id)) {
                return group.parent();
            }
        }
        for (Node node : nodes) {
            if (node.id().equals(id)) {
                return node.parent();
            }
        }
        return ROOT;
    }
}
