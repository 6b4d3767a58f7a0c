package io.github.binnacle.editors;

import io.github.binnacle.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

/** Asks the user for files and folders. */
final class FileDialogs {
    private static final Texts TEXTS = Texts.of(FileDialogs.class);

    private final Stage owner;

    FileDialogs(Stage owner) {
        this.owner = owner;
    }

    Optional<Path> file(Path start) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("dialog.open-file"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                TEXTS.get("dialog.pipelines"), "*.yaml", "*.yml", "*.json", "*.py"),
                        new ExtensionFilter(TEXTS.get("dialog.all"), "*"));
        startIn(start).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    Optional<Path> folder(Path start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("dialog.open-folder"));
        startIn(start).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    private static Optional<File> startIn(Path start) {
        return Optional.of(start.toFile()).filter(File::isDirectory);
    }
}
