package io.github.binnacle.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes labels, icons and buttons with the style classes and accessible names they need. */
public final class Controls {
    private Controls() {}

    /**
     * @param code of the icon packs, such as {@code mdoal-account_tree}
     */
    public static FontIcon icon(String code) {
        return new FontIcon(code);
    }

    public static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** Makes a label that breaks its lines rather than being cut. */
    public static Label paragraph(String text, String... styleClasses) {
        Label label = label(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static Button button(String text, String icon, Runnable action) {
        Button button = new Button(text, icon.isEmpty() ? null : icon(icon));
        button.getStyleClass().add("bn-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Makes the one blue button of a view. */
    public static Button primary(String text, String icon, Runnable action) {
        Button button = button(text, icon, action);
        button.getStyleClass().addAll("accent", "bn-primary");
        return button;
    }

    /** Makes a button of an icon only, named by its tooltip. */
    public static Button iconButton(String icon, String name, Runnable action) {
        Button button = button("", icon, action);
        named(button, name);
        return button;
    }

    public static ToggleButton iconToggle(String icon, String name) {
        ToggleButton toggle = new ToggleButton("", icon(icon));
        named(toggle, name);
        return toggle;
    }

    private static void named(ButtonBase button, String name) {
        button.getStyleClass().addAll("bn-icon-button", "flat");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
    }

    /**
     * Makes a small pill with a word.
     *
     * @param tone {@code neutral}, {@code accent}, {@code success}, {@code warning}, {@code danger}
     *     or {@code cached}
     */
    public static Label chip(String text, String tone) {
        Label chip = label(text, "bn-chip", "bn-chip-" + tone);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    /** Makes empty space that takes what is left. */
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    public static HBox row(Node... children) {
        HBox row = new HBox(children);
        row.getStyleClass().add("bn-row");
        return row;
    }

    /** Stacks lines of text, in the middle of whatever height they are given. */
    public static VBox lines(Node... children) {
        VBox lines = new VBox(1, children);
        lines.setAlignment(Pos.CENTER_LEFT);
        return lines;
    }

    /** Makes the strip of commands above a view. */
    public static HBox toolbar(Node... children) {
        HBox bar = new HBox(children);
        bar.getStyleClass().add("bn-toolbar");
        return bar;
    }

    public static <N extends Node> N named(N node, String accessibleText) {
        node.setAccessibleText(accessibleText);
        return node;
    }
}
