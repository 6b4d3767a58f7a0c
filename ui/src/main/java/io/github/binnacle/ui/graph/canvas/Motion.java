package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.View;
import io.github.binnacle.ui.theme.Theme;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/**
 * Repaints when something changed, at most once a frame, and while something moves: a new layout
 * taking its place, the arcs of running nodes on screen.
 */
final class Motion {
    private static final double TURN = 1.6e9;
    private static final double MOVE = 150e6;
    private static final double ARC_FRAME = 33e6;
    private static final int MANY = 400;

    private final GraphViewModel model;
    private final BooleanSupplier isShowing;
    private final DoubleConsumer paint;
    private final AnimationTimer timer;
    private @Nullable SceneTween tween;
    private String held = "";
    private boolean isDirty;
    private long moveStart;
    private long lastPaint;

    /**
     * @param isShowing whether anyone can see it; if not, nothing turns
     * @param paint is told where moving things are, in turns
     */
    Motion(GraphViewModel model, BooleanSupplier isShowing, DoubleConsumer paint) {
        this.model = model;
        this.isShowing = isShowing;
        this.paint = paint;
        timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        frame(now);
                    }
                };
    }

    void repaint() {
        isDirty = true;
        timer.start();
    }

    /** Keeps a node or group where it is on the screen through the next layout. */
    void hold(String id) {
        held = id;
    }

    void show(GraphScene next) {
        GraphScene before = model.scene();
        boolean isSameLayout = next.layout() == before.layout();
        View view = heldView(before, next);
        held = "";
        boolean moves =
                !isSameLayout
                        && !before.model().nodes().isEmpty()
                        && next.model().nodes().size() <= MANY
                        && !Theme.isMotionReduced();
        if (tween != null && isSameLayout(next)) {
            tween = tween.to(next);
        } else if (moves) {
            tween = new SceneTween(before, next, model.view(), view);
            moveStart = 0;
        } else {
            tween = null;
            model.lookIfShown(view);
            model.show(next);
        }
        repaint();
    }

    private boolean isSameLayout(GraphScene next) {
        return tween != null && tween.end().layout() == next.layout();
    }

    private View heldView(GraphScene before, GraphScene next) {
        Box from = before.box(held);
        Box to = next.box(held);
        View view = model.view();
        if (held.isEmpty() || from.width() == 0 || to.width() == 0) {
            return view;
        }
        Spot fixed = view.toScreen(from.x(), from.y());
        return new View(
                to.x() - fixed.x() / view.zoom(),
                to.y() - fixed.y() / view.zoom(),
                view.zoom(),
                view.width(),
                view.height());
    }

    private void frame(long now) {
        if (tween != null) {
            move(now);
        }
        boolean turns = isSomethingTurning();
        boolean isDue = now - lastPaint >= ARC_FRAME && isShowing.getAsBoolean();
        if (isDirty || turns && isDue) {
            isDirty = false;
            lastPaint = now;
            paint.accept(turns ? now % TURN / TURN : 0);
        }
        if (!turns && tween == null && !isDirty) {
            timer.stop();
        }
    }

    private void move(long now) {
        SceneTween moving = tween;
        if (moving == null) {
            return;
        }
        moveStart = moveStart == 0 ? now : moveStart;
        double part = (now - moveStart) / MOVE;
        if (part >= 1) {
            tween = null;
            model.lookIfShown(moving.endView());
            model.show(moving.end());
        } else {
            double eased = 1 - (1 - part) * (1 - part);
            model.lookIfShown(moving.viewAt(eased));
            model.show(moving.at(eased));
        }
        isDirty = true;
    }

    private boolean isSomethingTurning() {
        return !Theme.isMotionReduced()
                && (isRunningShown() || model.scene().isFlowingIn(model.view().visible()));
    }

    private boolean isRunningShown() {
        if (model.view().zoom() < 0.15) {
            return false;
        }
        Box seen = model.view().visible();
        return model.scene().nodesIn(seen).stream().anyMatch(node -> isRunning(node.status()))
                || model.scene().groupsIn(seen).stream()
                        .anyMatch(group -> isRunning(group.status()));
    }

    private static boolean isRunning(GraphModel.@Nullable Status status) {
        return status != null && status.glyph() == GraphModel.Glyph.RUNNING;
    }
}
