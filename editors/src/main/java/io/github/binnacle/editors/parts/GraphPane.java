package io.github.binnacle.editors.parts;

import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.canvas.GraphCanvas;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.theme.Appearance;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A drawing of a pipeline that follows the selection of its tab, and changes it. */
public final class GraphPane extends StackPane {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final SetChangeListener<PseudoClass> lookListener = _ -> updateAppearance();
    private final GraphCanvas canvas;
    private Consumer<List<String>> receiver = _ -> {};
    private boolean isSelecting;
    private String awaited = "";

    public GraphPane(Jobs jobs) {
        canvas = new GraphCanvas(jobs);
        getStyleClass().add("bn-graph-pane");
        getChildren().add(canvas);
        canvas.viewModel().selectionProperty().addListener((_, _, ids) -> selected(ids));
        canvas.viewModel().sceneProperty().addListener(_ -> drawn());
        sceneProperty().addListener((_, before, now) -> follow(before, now));
    }

    /** Takes on the appearance of the scene, now and whenever it changes. */
    private void follow(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            look(before).removeListener(lookListener);
        }
        if (now != null) {
            look(now).addListener(lookListener);
            updateAppearance();
        }
    }

    private static ObservableSet<PseudoClass> look(Scene scene) {
        return scene.getRoot().getPseudoClassStates();
    }

    private void updateAppearance() {
        Parent root = getScene() == null ? this : getScene().getRoot();
        boolean isDark = root.getPseudoClassStates().contains(DARK);
        canvas.appearanceProperty().set(isDark ? Appearance.DARK : Appearance.LIGHT);
    }

    /** Shows a drawing, or other states of the one shown. */
    public void show(GraphModel model) {
        canvas.setModel(model);
    }

    /** Shows the drawing as a picture only: without bars, not to be touched. */
    public void showAsPicture() {
        canvas.viewModel().minimapProperty().set(false);
        canvas.getChildrenUnmodifiable().stream()
                .filter(child -> child.getStyleClass().contains("bn-graph-bar"))
                .forEach(bar -> bar.setVisible(false));
        canvas.setFocusTraversable(false);
        setMouseTransparent(true);
    }

    /** Marks the node at a task path, and brings it into view, now or as soon as it is drawn. */
    public void select(List<String> path) {
        String id = PipelineDrawing.id(path);
        isSelecting = true;
        if (id.isEmpty()) {
            canvas.viewModel().select(Set.of());
        } else if (!canvas.viewModel().selectionProperty().get().equals(Set.of(id))) {
            canvas.viewModel().reveal(id);
        }
        boolean isDrawn = canvas.viewModel().selectionProperty().get().contains(id);
        awaited = isDrawn || id.isEmpty() ? "" : id;
        isSelecting = false;
    }

    /** A drawing is shown whole at first, so what is awaited needs no revealing. */
    private void drawn() {
        if (!awaited.isEmpty()) {
            isSelecting = true;
            canvas.viewModel().select(Set.of(awaited));
            isSelecting = false;
            awaited = "";
        }
    }

    /** Tells which task path the user selects; the empty one for the pipeline itself. */
    public void setOnSelect(Consumer<List<String>> told) {
        receiver = told;
    }

    private void selected(Set<String> ids) {
        if (!isSelecting && ids.size() <= 1) {
            receiver.accept(ids.stream().findFirst().map(PipelineDrawing::path).orElse(List.of()));
        }
    }
}
