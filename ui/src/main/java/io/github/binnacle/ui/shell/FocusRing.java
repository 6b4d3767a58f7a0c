package io.github.binnacle.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Carries the focus from region to region, to the first thing in it that takes it. */
final class FocusRing {
    private final List<? extends Node> regions;

    FocusRing(List<? extends Node> regions) {
        this.regions = regions;
    }

    void step(int by) {
        int from = current();
        for (int i = 1; i <= regions.size(); i++) {
            Node region = regions.get(Math.floorMod(from + by * i, regions.size()));
            Optional<Node> target = region.isVisible() ? focusable(region) : Optional.empty();
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private int current() {
        for (int i = 0; i < regions.size(); i++) {
            Node region = regions.get(i);
            @Nullable Node focused =
                    region.getScene() == null ? null : region.getScene().getFocusOwner();
            if (focused != null && isWithin(focused, region)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isWithin(Node node, Node region) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == region) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> focusable(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled()) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Optional<Node> found = child.isVisible() ? focusable(child) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
