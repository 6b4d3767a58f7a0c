package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.PortSwatch;
import io.github.binnacle.editors.parts.TypeLook;
import io.github.binnacle.editors.parts.ValueText;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.text.Figures;
import io.github.binnacle.ui.text.Texts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Describes artifacts: name, type, size, place, and the figures they carry. */
final class ArtifactCards {
    private static final Texts TEXTS = Texts.of(ArtifactCards.class);
    private static final int MOST_FACTS = 12;

    private final Consumer<RuntimeArtifact> preview;

    ArtifactCards(Consumer<RuntimeArtifact> preview) {
        this.preview = preview;
    }

    VBox card(String name, RuntimeArtifact artifact) {
        VBox card = new VBox(6, head(name, artifact));
        if (!artifact.metadata().fields().isEmpty()) {
            card.getChildren().add(facts(artifact.metadata()));
        }
        card.getChildren().add(place(artifact));
        return card;
    }

    private HBox head(String name, RuntimeArtifact artifact) {
        Label size = Controls.label(size(artifact), "bn-caption", "bn-muted");
        size.setMinWidth(Region.USE_PREF_SIZE);
        return Controls.row(
                new PortSwatch(TypeLook.token(artifact.type()), false),
                Controls.label(name, "bn-field-label"),
                Controls.spacer(),
                size);
    }

    static String size(RuntimeArtifact artifact) {
        String type = TypeLook.word(artifact.type());
        return artifact.bytes() < 0 ? type : type + " · " + Figures.bytes(artifact.bytes());
    }

    private static VBox facts(Value.Struct metadata) {
        VBox box = new VBox(4);
        box.getStyleClass().addAll("bn-card", "bn-fact-card");
        int left = MOST_FACTS;
        for (Map.Entry<String, Value> fact : metadata.fields().entrySet()) {
            if (left-- > 0) {
                box.getChildren().add(fact(fact.getKey(), fact.getValue()));
            }
        }
        return box;
    }

    /** A number of a metric is what people look for: it stands large. */
    private static Region fact(String name, Value value) {
        Label label = Controls.label(name, "bn-caption", "bn-muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (value instanceof Value.Num(BigDecimal number)) {
            Label figure = Controls.label(Figures.number(number), "bn-figure");
            figure.setTooltip(new Tooltip(ValueText.of(value)));
            return new VBox(label, figure);
        }
        Label text = Controls.label(ValueText.brief(value), "bn-small");
        text.setTooltip(new Tooltip(ValueText.of(value)));
        return Controls.row(label, Controls.spacer(), text);
    }

    private HBox place(RuntimeArtifact artifact) {
        Label path = Controls.label(artifact.uri(), "bn-code", "bn-path");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        path.setTooltip(new Tooltip(artifact.uri()));
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        HBox place =
                new HBox(
                        path,
                        Controls.iconButton(
                                "mdoal-content_copy",
                                TEXTS.get("artifact.copy-path"),
                                () -> copy(artifact.uri())));
        if (artifact.bytes() >= 0) {
            place.getChildren()
                    .add(
                            Controls.iconButton(
                                    "mdoal-launch",
                                    TEXTS.get("artifact.open"),
                                    () -> preview.accept(artifact)));
        }
        place.getStyleClass().addAll("bn-card", "bn-place-card");
        return place;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
