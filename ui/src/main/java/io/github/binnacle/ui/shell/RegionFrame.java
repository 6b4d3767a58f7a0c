package io.github.binnacle.ui.shell;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Lays out the middle of the window: navigator, editors over the bottom panel, inspector. Sizes are
 * pixels that stay when the window grows; edges can be dragged.
 *
 * <p>In a narrow window first the inspector, then the navigator lies over the editors.
 */
final class RegionFrame extends Region {
    private static final double HANDLE = 6;

    /** A window of 1280, less the activity bar and the borders that a window manager takes. */
    private static final double NARROW = 1280 - 48 - 16;

    private static final double VERY_NARROW = 1024 - 48;

    final DoubleProperty navigatorWidth = size(226);
    final DoubleProperty inspectorWidth = size(296);
    final DoubleProperty bottomHeight = size(212);

    private final Region navigator;
    private final Region editors;
    private final Region inspector;
    private final Region bottom;
    private final Region navigatorEdge;
    private final Region inspectorEdge;
    private final Region bottomEdge;

    RegionFrame(Region navigator, Region editors, Region inspector, Region bottom) {
        this.navigator = navigator;
        this.editors = editors;
        this.inspector = inspector;
        this.bottom = bottom;
        navigatorEdge = edge(navigator, navigatorWidth, Orientation.HORIZONTAL, 1, 180, 360);
        inspectorEdge = edge(inspector, inspectorWidth, Orientation.HORIZONTAL, -1, 240, 480);
        bottomEdge = edge(bottom, bottomHeight, Orientation.VERTICAL, -1, 96, 600);
        getChildren().addAll(editors, bottom, bottomEdge, inspector, inspectorEdge);
        getChildren().addAll(navigator, navigatorEdge);
        for (Node part : getChildren()) {
            part.visibleProperty().addListener(_ -> requestLayout());
        }
    }

    private DoubleProperty size(double start) {
        DoubleProperty size = new SimpleDoubleProperty(start);
        size.addListener(_ -> requestLayout());
        return size;
    }

    private static Region edge(
            Region part,
            DoubleProperty size,
            Orientation orientation,
            int sign,
            double least,
            double most) {
        boolean isHorizontal = orientation == Orientation.HORIZONTAL;
        Region edge = new Region();
        edge.getStyleClass().add("bn-edge");
        edge.setCursor(isHorizontal ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        edge.visibleProperty().bind(part.visibleProperty());
        double[] grabbed = new double[2];
        edge.setOnMousePressed(event -> {
            grabbed[0] = isHorizontal ? event.getScreenX() : event.getScreenY();
            grabbed[1] = size.get();
        });
        edge.setOnMouseDragged(event -> {
            double now = isHorizontal ? event.getScreenX() : event.getScreenY();
            double wanted = grabbed[1] + sign * (now - grabbed[0]);
            size.set(Math.clamp(wanted, least, most));
        });
        return edge;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double left = navigator.isVisible() ? navigatorWidth.get() : 0;
        double right = inspector.isVisible() ? inspectorWidth.get() : 0;
        double from = width < VERY_NARROW ? 0 : left;
        double to = width < NARROW ? width : width - right;
        double below = bottom.isVisible() ? Math.min(bottomHeight.get(), height * 0.7) : 0;

        navigator.resizeRelocate(0, 0, left, height);
        inspector.resizeRelocate(width - right, 0, right, height);
        editors.resizeRelocate(from, 0, to - from, height - below);
        bottom.resizeRelocate(from, height - below, to - from, below);
        navigatorEdge.resizeRelocate(left - HANDLE / 2, 0, HANDLE, height);
        inspectorEdge.resizeRelocate(width - right - HANDLE / 2, 0, HANDLE, height);
        bottomEdge.resizeRelocate(from, height - below - HANDLE / 2, to - from, HANDLE);
    }
}
