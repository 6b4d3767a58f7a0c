package io.github.binnacle.editors;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The compass in the sizes that window systems ask for. */
final class WindowIcons {
    private WindowIcons() {}

    static List<Image> load() {
        return Stream.of("icon-16.png", "icon-32.png", "icon-64.png", "icon-256.png")
                .map(name -> Objects.requireNonNull(WindowIcons.class.getResourceAsStream(name)))
                .map(Image::new)
                .toList();
    }
}
