package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.graph.GraphModel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is marked in a graph by whoever looks at it.
 *
 * @param selected ids of nodes and groups
 * @param links selected links
 * @param hovered id of the node or group under the pointer, empty for none
 * @param hoveredLink the link under the pointer
 * @param focused id of the node that has the keyboard, empty for none
 */
public record Marks(
        Set<String> selected,
        Set<GraphModel.Link> links,
        String hovered,
        GraphModel.@Nullable Link hoveredLink,
        String focused) {
    public static final Marks NONE = new Marks(Set.of(), Set.of(), "", null, "");

    public Marks {
        selected = Set.copyOf(selected);
        links = Set.copyOf(links);
    }

    public static Marks selecting(String... ids) {
        return NONE.withSelected(Set.of(ids));
    }

    public Marks withSelected(Set<String> ids) {
        return new Marks(ids, links, hovered, hoveredLink, focused);
    }

    public Marks withLinks(Set<GraphModel.Link> newLinks) {
        return new Marks(selected, newLinks, hovered, hoveredLink, focused);
    }

    public Marks withHovered(String id, GraphModel.@Nullable Link link) {
        return new Marks(selected, links, id, link, focused);
    }

    public Marks withFocused(String id) {
        return new Marks(selected, links, hovered, hoveredLink, id);
    }

    boolean isLit(GraphModel.Link link) {
        return link.equals(hoveredLink);
    }
}
