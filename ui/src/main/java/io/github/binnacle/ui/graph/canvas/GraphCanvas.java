package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.MinimapPainter;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.text.Texts;
import io.github.binnacle.ui.theme.Appearance;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Shows a graph: panned by wheel, space or middle button, zoomed by Ctrl and wheel, selected in by
 * mouse and keys.
 *
 * <p>Paints only what shows, at most once a frame. A graph that differs from the last in states
 * only is repainted where it stands; any other is laid out in a job first.
 */
public final class GraphCanvas extends Region {
    private static final Texts TEXTS = Texts.of(GraphCanvas.class);
    private static final double EDGE = 12;

    private final GraphViewModel viewModel = new GraphViewModel();
    private final ObjectProperty<Appearance> appearance =
            new SimpleObjectProperty<>(Appearance.LIGHT);
    private final GraphSurface surface =
            new GraphSurface(viewModel, appearance, this, this::paintOverlays);
    private final Rectangle band = new Rectangle();
    private final Rectangle clip = new Rectangle();
    private final SpokenNodes spoken = new SpokenNodes(viewModel);
    private final Minimap minimap = new Minimap(viewModel, appearance);
    private final ZoomBar zoomBar = new ZoomBar(viewModel);
    private final Label notice = new Label();
    private final Arrangement arrangement;
    private final Motion motion = new Motion(viewModel, surface);

    public GraphCanvas(Jobs jobs) {
        arrangement = new Arrangement(jobs, motion::show);
        getStyleClass().add("bn-graph");
        setClip(clip);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        band.getStyleClass().add("bn-graph-band");
        band.setManaged(false);
        band.setVisible(false);
        notice.getStyleClass().addAll("bn-muted", "bn-graph-notice");
        notice.textProperty().bind(arrangement.noticeProperty());
        getChildren().addAll(surface.tiles(), band, spoken, notice, minimap, zoomBar);
        new GraphGestures(viewModel, this, this::toggle, this::showBand);
        new GraphTooltip(viewModel, this);
        viewModel.sceneProperty().addListener((_, _, scene) -> sceneChanged(scene));
        viewModel.viewProperty().addListener((_, _, _) -> viewChanged());
        viewModel.marksProperty().addListener((_, _, _) -> motion.repaint());
        appearance.addListener((_, _, _) -> motion.repaint());
        sceneProperty().addListener((_, _, _) -> motion.repaint());
    }

    /** Shows a graph, or another state of the one that shows. For the JavaFX thread. */
    public void setModel(GraphModel model) {
        arrangement.arrange(model);
    }

    /**
     * What shows and what is selected; {@code reveal}, {@code fit} and zooming are its commands.
     */
    public GraphViewModel viewModel() {
        return viewModel;
    }

    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    /** Closes an open group or opens a closed one. */
    public void toggle(String group) {
        motion.hold(group);
        arrangement.toggle(group);
    }

    private void showBand(Optional<Box> box) {
        band.setVisible(box.isPresent());
        box.ifPresent(shown -> {
            band.setX(shown.x());
            band.setY(shown.y());
            band.setWidth(shown.width());
            band.setHeight(shown.height());
        });
    }

    private void sceneChanged(GraphScene scene) {
        setAccessibleText(TEXTS.get("graph", "nodes", scene.model().nodes().size()));
        viewChanged();
    }

    private void viewChanged() {
        minimap.setVisible(isMinimapUseful());
        motion.repaint();
    }

    private boolean isMinimapUseful() {
        Box bounds = viewModel.scene().layout().bounds();
        return viewModel.minimapProperty().get()
                && getWidth() > 3 * MinimapPainter.WIDTH
                && !viewModel.scene().model().nodes().isEmpty()
                && !viewModel.view().visible().contains(bounds);
    }

    /** Paints without waiting for the next frame. */
    void paintNow() {
        surface.paintNow();
    }

    private void paintOverlays() {
        minimap.paint();
        spoken.update();
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        if (viewModel.view().width() != width || viewModel.view().height() != height) {
            viewModel.resize(width, height);
            clip.setWidth(width);
            clip.setHeight(height);
        }
        spoken.resizeRelocate(0, 0, width, height);
        notice.autosize();
        notice.relocate((width - notice.getWidth()) / 2, (height - notice.getHeight()) / 2);
        minimap.resizeRelocate(
                width - EDGE - MinimapPainter.WIDTH,
                height - EDGE - MinimapPainter.HEIGHT,
                MinimapPainter.WIDTH,
                MinimapPainter.HEIGHT);
        zoomBar.autosize();
        zoomBar.relocate(EDGE, height - EDGE - zoomBar.getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
