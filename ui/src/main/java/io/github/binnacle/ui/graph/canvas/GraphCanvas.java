package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.FxBrush;
import io.github.binnacle.ui.draw.Pen;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.paint.GraphPainter;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.MinimapPainter;
import io.github.binnacle.ui.graph.paint.View;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.text.Texts;
import io.github.binnacle.ui.theme.Appearance;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

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
    private final Canvas canvas = new Canvas();
    private final FxBrush brush = new FxBrush(canvas.getGraphicsContext2D());
    private final SpokenNodes spoken = new SpokenNodes(viewModel);
    private final Minimap minimap = new Minimap(viewModel, appearance);
    private final ZoomBar zoomBar = new ZoomBar(viewModel);
    private final Label notice = new Label();
    private final Arrangement arrangement;
    private final Motion motion;
    private Optional<Box> band = Optional.empty();

    public GraphCanvas(Jobs jobs) {
        motion = new Motion(viewModel, this::isShowing, this::paint);
        arrangement = new Arrangement(jobs, motion::show);
        getStyleClass().add("bn-graph");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        notice.getStyleClass().addAll("bn-muted", "bn-graph-notice");
        notice.textProperty().bind(arrangement.noticeProperty());
        getChildren().addAll(canvas, spoken, notice, minimap, zoomBar);
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

    private void showBand(Optional<Box> newBand) {
        band = newBand;
        motion.repaint();
    }

    private void sceneChanged(GraphScene scene) {
        setAccessibleText(TEXTS.get("graph", "nodes", scene.model().nodes().size()));
        viewChanged();
    }

    private void viewChanged() {
        minimap.setVisible(isMinimapUseful());
        motion.repaint();
    }

    private boolean isShowing() {
        Node node = this;
        while (node != null) {
            if (!node.isVisible()) {
                return false;
            }
            node = node.getParent();
        }
        return getScene() != null && getScene().getWindow() != null;
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
        paint(0);
    }

    private void paint(double turn) {
        View view = viewModel.view();
        if (view.width() <= 0 || view.height() <= 0) {
            return;
        }
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Palette palette = Palette.of(appearance.get());
        GraphPainter painter = new GraphPainter(brush, palette, view, viewModel.marks(), turn);
        painter.paint(viewModel.scene());
        band.ifPresent(box -> paintBand(box, palette));
        minimap.paint();
        spoken.update();
    }

    private void paintBand(Box box, Palette palette) {
        brush.fill(box, 2, palette.of(Token.ACCENT_MUTED).faded(0.4));
        brush.stroke(box, 2, Pen.of(palette.of(Token.ACCENT_EMPHASIS), 1));
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            viewModel.resize(width, height);
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
