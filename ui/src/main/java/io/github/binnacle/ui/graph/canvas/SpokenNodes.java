package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.paint.Detail;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.View;
import io.github.binnacle.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Invisible widgets over the nodes on screen, for screen readers. */
final class SpokenNodes extends Pane {
    private static final Texts TEXTS = Texts.of(SpokenNodes.class);
    private static final int MOST = 150;

    private final GraphViewModel model;
    private @Nullable GraphScene spoken;
    private @Nullable View spokenView;
    private String spokenFocus = "";

    SpokenNodes(GraphViewModel model) {
        this.model = model;
        setMouseTransparent(true);
        setPickOnBounds(false);
    }

    /** The state of something in words, with what its footer says. */
    static String state(GraphModel.Status status) {
        String state = TEXTS.get("state." + status.glyph().name());
        return status.footer().isEmpty() ? state : state + " · " + status.footer();
    }

    /** Follows what shows; while nothing changed it does nothing. */
    void update() {
        View view = model.view();
        String focus = model.marks().focused();
        if (spoken == model.scene() && view.equals(spokenView) && focus.equals(spokenFocus)) {
            return;
        }
        spoken = model.scene();
        spokenView = view;
        spokenFocus = focus;
        List<GraphModel.Node> nodes = shown(view);
        while (getChildren().size() > nodes.size()) {
            getChildren().removeLast();
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (i == getChildren().size()) {
                getChildren().add(new Region());
            }
            describe((Region) getChildren().get(i), nodes.get(i), view);
        }
    }

    private List<GraphModel.Node> shown(View view) {
        Detail detail = view.detail();
        List<GraphModel.Node> shown = new ArrayList<>();
        if (detail == Detail.FULL || detail == Detail.TITLES) {
            model.scene().nodesIn(view.visible()).stream().limit(MOST).forEach(shown::add);
        }
        GraphModel.Node focused = model.scene().node(model.marks().focused());
        if (focused != null && !shown.contains(focused)) {
            shown.add(focused);
        }
        return shown;
    }

    private void describe(Region region, GraphModel.Node node, View view) {
        Box box = model.scene().box(node.id());
        region.setAccessibleRole(AccessibleRole.BUTTON);
        region.setAccessibleText(text(node));
        region.resizeRelocate(
                view.toScreen(box.x(), box.y()).x(),
                view.toScreen(box.x(), box.y()).y(),
                box.width() * view.zoom(),
                box.height() * view.zoom());
    }

    private static String text(GraphModel.Node node) {
        return node.status() == null
                ? node.spoken()
                : TEXTS.get("node.spoken", "name", node.spoken(), "state", state(node.status()));
    }
}
