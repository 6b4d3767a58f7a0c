package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.Marks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a picture that differ from the last one. */
final class Changes {
    private static final double AROUND = 16;

    private Changes() {}

    /** Areas of what differs between two states of a graph with one layout. */
    static List<Box> between(GraphScene before, GraphScene after) {
        List<Box> areas = new ArrayList<>();
        for (GraphModel.Node node : after.model().nodes()) {
            GraphModel.Node old = before.node(node.id());
            if (node != old && !node.equals(old)) {
                areas.add(after.layout().box(node.id()).grown(AROUND));
            }
        }
        for (GraphModel.Group group : after.model().groups()) {
            GraphModel.Group old = before.group(group.id());
            if (group != old && !group.equals(old)) {
                areas.add(after.box(group.id()).grown(AROUND));
            }
        }
        if (!before.model().links().equals(after.model().links())) {
            Set<GraphModel.Link> changed = new HashSet<>(after.model().links());
            before.model().links().forEach(changed::remove);
            changed.forEach(link -> addRoute(areas, after, link));
        }
        return areas;
    }

    /** Areas of what is marked otherwise. */
    static List<Box> between(Marks before, Marks after, GraphScene scene, double zoom) {
        Set<String> ids = difference(before.selected(), after.selected());
        if (!before.hovered().equals(after.hovered())) {
            ids.add(before.hovered());
            ids.add(after.hovered());
        }
        if (!before.focused().equals(after.focused())) {
            ids.add(before.focused());
            ids.add(after.focused());
        }
        ids.remove("");
        List<Box> areas = new ArrayList<>();
        double around = AROUND / Math.min(1, zoom);
        ids.forEach(id -> areas.add(scene.box(id).grown(around)));
        Set<GraphModel.Link> links = difference(before.links(), after.links());
        addIfChanged(links, before.hoveredLink(), after.hoveredLink());
        links.forEach(link -> addRoute(areas, scene, link));
        return areas;
    }

    /** Areas of what moves: states of running nodes and groups, links that data goes along. */
    static List<Box> moving(GraphScene scene, Box seen) {
        List<Box> areas = new ArrayList<>();
        scene.nodesIn(seen).stream()
                .filter(node -> isRunning(node.status()))
                .forEach(node -> areas.add(scene.box(node.id())));
        scene.groupsIn(seen).stream()
                .filter(group -> isRunning(group.status()))
                .forEach(group -> areas.add(scene.header(group.id())));
        if (scene.isFlowingIn(seen)) {
            scene.linksIn(seen).stream()
                    .filter(GraphModel.Link::isFlowing)
                    .forEach(link -> addRoute(areas, scene, link));
        }
        return areas;
    }

    private static boolean isRunning(GraphModel.@Nullable Status status) {
        return status != null && status.glyph() == GraphModel.Glyph.RUNNING;
    }

    private static void addIfChanged(
            Set<GraphModel.Link> links,
            GraphModel.@Nullable Link before,
            GraphModel.@Nullable Link after) {
        if (before != null && !before.equals(after)) {
            links.add(before);
        }
        if (after != null && !after.equals(before)) {
            links.add(after);
        }
    }

    private static void addRoute(List<Box> areas, GraphScene scene, GraphModel.Link link) {
        Outline route = scene.route(link);
        if (route != null) {
            areas.add(route.bounds().grown(AROUND));
        }
    }

    private static <T> Set<T> difference(Set<T> a, Set<T> b) {
        Set<T> difference = new HashSet<>(a);
        b.forEach(each -> {
            if (!difference.remove(each)) {
                difference.add(each);
            }
        });
        return difference;
    }
}
