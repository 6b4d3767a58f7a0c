package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.graph.GraphModel;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Says more about the node, group or port under the pointer. */
final class GraphTooltip {
    private final GraphViewModel model;
    private final Node surface;
    private final Tooltip tooltip = new Tooltip();
    private String shown = "";

    GraphTooltip(GraphViewModel model, Node surface) {
        this.model = model;
        this.surface = surface;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        surface.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> show(text(model.hitAt(event.getX(), event.getY()))));
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> show(""));
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> show(""));
    }

    private void show(String text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        tooltip.hide();
        Tooltip.uninstall(surface, tooltip);
        if (!text.isEmpty()) {
            tooltip.setText(text);
            Tooltip.install(surface, tooltip);
        }
    }

    private String text(Hit hit) {
        return switch (hit) {
            case Hit.OnPort(GraphModel.End _, GraphModel.Port port) ->
                    port.tip().isEmpty() ? port.label() : port.tip();
            case Hit.OnNode(GraphModel.Node node) ->
                    text(node.face().title(), node.face().subtitle(), node.status());
            case Hit.OnGroup(GraphModel.Group group, boolean isHeader) ->
                    isHeader ? text(group.title(), group.chip(), group.status()) : "";
            case Hit.OnLink _, Hit.Nothing _ -> "";
        };
    }

    private static String text(String title, String under, GraphModel.@Nullable Status state) {
        StringBuilder text = new StringBuilder(title);
        if (!under.isEmpty()) {
            text.append('\n').append(under);
        }
        if (state != null) {
            text.append('\n').append(SpokenNodes.state(state));
        }
        return text.toString();
    }
}
