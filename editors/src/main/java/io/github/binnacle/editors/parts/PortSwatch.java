package io.github.binnacle.editors.parts;

import io.github.binnacle.model.pipeline.GraphPort.PortType;
import io.github.binnacle.ui.theme.Token;
import javafx.scene.layout.Region;

/** The small shape of a type: a square for artifacts, a circle for parameters. */
public final class PortSwatch extends Region {
    public PortSwatch(PortType type) {
        this(TypeLook.token(type), type instanceof PortType.Parameter);
    }

    public PortSwatch(Token colour, boolean isParameter) {
        getStyleClass().add("bn-swatch");
        int radius = isParameter ? 6 : 2;
        setStyle(
                "-fx-background-color: %s; -fx-background-radius: %d;"
                        .formatted(colour.property(), radius));
        setMinSize(11, 11);
        setMaxSize(11, 11);
    }
}
