package io.github.binnacle.editors;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Opens files that are dropped on the window. */
final class FileDrop {
    private final Consumer<Path> open;

    FileDrop(Consumer<Path> open) {
        this.open = open;
    }

    void on(Scene scene) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        event.getDragboard().getFiles().stream()
                .filter(File::isFile)
                .map(File::toPath)
                .forEach(open);
        event.setDropCompleted(true);
    }
}
