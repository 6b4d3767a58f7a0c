package io.github.binnacle.editors.parts;

import io.github.binnacle.model.pipeline.GraphPort.PortType;
import io.github.binnacle.ui.control.Controls;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lays out an inspector: headed sections of rows, one under another. */
public final class Sections extends VBox {
    private static final int LONGEST_FACT = 34;

    public Sections() {
        getStyleClass().add("bn-sections");
    }

    /** Wraps the sections so that they scroll when there are many. */
    public ScrollPane scrolling() {
        ScrollPane pane = new ScrollPane(this);
        pane.getStyleClass().add("bn-scroll");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    public void head(Node sign, String title, String under) {
        Label name = Controls.paragraph(title, "bn-strong");
        VBox words = new VBox(2, name);
        if (!under.isEmpty()) {
            words.getChildren().add(Controls.paragraph(under, "bn-small", "bn-muted"));
        }
        HBox head = Controls.row(sign, words);
        head.getStyleClass().add("bn-section-head");
        getChildren().add(head);
    }

    /** Begins a section. */
    public void section(String title) {
        getChildren().add(Controls.label(title, "bn-section-title"));
    }

    public void text(String text) {
        getChildren().add(Controls.paragraph(text, "bn-small", "bn-muted"));
    }

    public void add(Node node) {
        getChildren().add(node);
    }

    /** Adds a row of a name at the left and a figure at the right; what is long stands below. */
    public void fact(String name, String value) {
        if (name.length() + value.length() > LONGEST_FACT) {
            Label label = Controls.label(name, "bn-small", "bn-muted");
            getChildren().add(new VBox(4, label, value(value, "bn-code")));
            return;
        }
        Label figure = Controls.label(value, "bn-small");
        figure.setTooltip(new Tooltip(value));
        Label label = Controls.label(name, "bn-small", "bn-muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(Controls.row(label, Controls.spacer(), figure));
    }

    /** Adds a named value with its type's shape: the value stands in a box below the name. */
    public void port(PortType type, String name, String word, Node value) {
        Label label = Controls.label(name, "bn-field-label");
        Label typeWord = Controls.label(word, "bn-caption", "bn-muted");
        typeWord.setMinWidth(Region.USE_PREF_SIZE);
        VBox field =
                new VBox(
                        4,
                        Controls.row(new PortSwatch(type), label, Controls.spacer(), typeWord),
                        value);
        getChildren().add(field);
    }

    /** Makes the box that a value stands in. */
    public static Label value(String text, String... styleClasses) {
        Label value = Controls.label(text, "bn-value");
        value.getStyleClass().addAll(styleClasses);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setTooltip(new Tooltip(text));
        return value;
    }

    public void chips(List<? extends Node> chips) {
        FlowPane flow = new FlowPane(6, 6);
        flow.getChildren().addAll(chips);
        getChildren().add(flow);
    }
}
