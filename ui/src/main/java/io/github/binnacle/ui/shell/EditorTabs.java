package io.github.binnacle.ui.shell;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.ui.control.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The open editors, one tab each, and which is in front. */
final class EditorTabs extends StackPane {
    private final TabPane tabs = new TabPane();
    private final ReadOnlyObjectWrapper<@Nullable Editor> front = new ReadOnlyObjectWrapper<>();

    EditorTabs() {
        getStyleClass().add("bn-editors");
        setMinSize(0, 0);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        getChildren().add(tabs);
        tabs.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, tab) -> front.set(tab == null ? null : editor(tab)));
    }

    ReadOnlyObjectProperty<@Nullable Editor> front() {
        return front.getReadOnlyProperty();
    }

    List<Editor> editors() {
        return tabs.getTabs().stream().map(EditorTabs::editor).toList();
    }

    /** Brings the editor of an address to the front, if it is open. */
    boolean reveal(Address address) {
        Optional<Tab> open =
                tabs.getTabs().stream().filter(tab -> editor(tab).reveal(address)).findFirst();
        open.ifPresent(tabs.getSelectionModel()::select);
        return open.isPresent();
    }

    void add(Editor editor) {
        Tab tab = new Tab("", editor.content());
        tab.setUserData(editor);
        tab.setGraphic(head(editor));
        tab.setOnClosed(_ -> editor.close());
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
    }

    private static Node head(Editor editor) {
        Label title = Controls.label("", "bn-tab-title");
        title.textProperty().bind(editor.title());
        HBox head = Controls.row(Controls.icon(editor.icon()), title);
        editor.mark()
                .subscribe(mark -> {
                    head.getChildren()
                            .setAll(head.getChildren().subList(0, 2).toArray(new Node[0]));
                    if (mark != null) {
                        head.getChildren().add(mark);
                    }
                });
        return head;
    }

    void closeFront() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (tab != null) {
            tabs.getTabs().remove(tab);
            editor(tab).close();
        }
    }

    void closeAll() {
        for (Tab tab : new ArrayList<>(tabs.getTabs())) {
            editor(tab).close();
        }
        tabs.getTabs().clear();
    }

    void step(int by) {
        int count = tabs.getTabs().size();
        if (count > 0) {
            int next = tabs.getSelectionModel().getSelectedIndex() + by;
            tabs.getSelectionModel().select(Math.floorMod(next, count));
        }
    }

    /** What is shown while no editor is open. */
    void setPlaceholder(Node placeholder) {
        placeholder.visibleProperty().bind(Bindings.isEmpty(tabs.getTabs()));
        getChildren().addFirst(placeholder);
        tabs.visibleProperty().bind(Bindings.isNotEmpty(tabs.getTabs()));
    }

    private static Editor editor(Tab tab) {
        return (Editor) tab.getUserData();
    }
}
