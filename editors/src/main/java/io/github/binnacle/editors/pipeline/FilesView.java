package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.control.StatePane;
import io.github.binnacle.ui.text.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The file list of the navigator: the pipelines of a folder, in their folders. */
public final class FilesView extends BorderPane {
    private static final Texts TEXTS = Texts.of(FilesView.class);

    private final TreeView<Path> tree = new TreeView<>();
    private final FilesViewModel model;
    private final Consumer<Address> open;

    /**
     * @param chooseFolder asks the user for another folder
     */
    public FilesView(FilesViewModel model, Consumer<Address> open, Runnable chooseFolder) {
        this.model = model;
        this.open = open;
        getStyleClass().add("bn-files");
        tree.getStyleClass().add("bn-list");
        tree.setShowRoot(false);
        tree.setAccessibleText(TEXTS.get("files.list"));
        tree.setCellFactory(_ -> new Cell(model));
        tree.setOnMouseClicked(_ -> openSelected());
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        Button choose =
                Controls.button(TEXTS.get("files.choose"), "mdoal-folder_open", chooseFolder);
        StatePane none = StatePane.empty("mdoal-account_tree", TEXTS.get("files.none"), choose);
        Label folder = Controls.label("", "bn-section-title", "bn-files-folder");
        folder.textProperty().bind(model.folderProperty().map(FilesView::name));
        folder.tooltipProperty()
                .bind(model.folderProperty().map(path -> new Tooltip(path.toString())));
        setTop(folder);
        setCenter(new StackPane(tree, none));
        model.filesProperty()
                .subscribe(files -> {
                    none.setVisible(files.isEmpty());
                    tree.setVisible(!files.isEmpty());
                    show(files);
                });
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private void show(List<Path> files) {
        Path folder = model.folderProperty().get();
        Map<Path, TreeItem<Path>> folders = new HashMap<>();
        TreeItem<Path> root = new TreeItem<>(folder);
        folders.put(folder, root);
        for (Path file : files) {
            Path parent = file.getParent();
            if (parent != null) {
                item(folders, root, parent).getChildren().add(new TreeItem<>(file));
            }
        }
        tree.setRoot(root);
    }

    private static TreeItem<Path> item(
            Map<Path, TreeItem<Path>> folders, TreeItem<Path> root, Path folder) {
        TreeItem<Path> known = folders.get(folder);
        Path parent = folder.getParent();
        if (known != null || parent == null) {
            return known == null ? root : known;
        }
        TreeItem<Path> item = new TreeItem<>(folder);
        item.setExpanded(true);
        folders.put(folder, item);
        item(folders, root, parent).getChildren().add(item);
        return item;
    }

    private void openSelected() {
        TreeItem<Path> item = tree.getSelectionModel().getSelectedItem();
        if (item != null && item.isLeaf() && item.getValue() != null) {
            open.accept(new DocumentAddress(item.getValue().toString()));
        }
    }

    private static final class Cell extends TreeCell<Path> {
        private final FilesViewModel model;

        Cell(FilesViewModel model) {
            this.model = model;
        }

        @Override
        protected void updateItem(@Nullable Path path, boolean isEmpty) {
            super.updateItem(path, isEmpty);
            if (path == null || isEmpty) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(name(path));
            boolean isFile = model.filesProperty().get().contains(path);
            setGraphic(Controls.icon(isFile ? icon(path) : "mdoal-folder_open"));
        }

        private static String icon(Path file) {
            return file.toString().endsWith(".py") ? "mdoal-code" : "mdoal-account_tree";
        }
    }
}
