package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.View;
import io.github.binnacle.ui.theme.Theme;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/**
 * Repaints when something changed, at most once a frame, and while something moves: a new layout
 * taking its place, the arcs of running nodes on screen. Once all is still it stops.
 */
final class Motion {
    private static final double TURN = 1.6e9;
    private static final double MOVE = 150e6;
    private static final double ARC_FRAME = 33e6;
    private static final int MANY = 400;

    /** What is painted on. */
    interface Surface {
        /** Says whether anyone can see it; if not, nothing turns. */
        boolean isShowing();

        /** Says whether anything turns on what shows. */
        boolean isTurning();

        /**
         * Paints what changed.
         *
         * @param turn where moving things are, in turns
         */
        void paint(double turn);

        /** Does a little of what can wait; returns false if nothing is left. */
        boolean paintAhead();
    }

    private final GraphViewModel model;
    private final Surface surface;
    private final AnimationTimer timer;
    private @Nullable SceneTween tween;
    private String held = "";
    private boolean isDirty;
    private long moveStart;
    private long lastPaint;

    Motion(GraphViewModel model, Surface surface) {
        this.model = model;
        this.surface = surface;
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
        SceneTween running = tween;
        if (running != null && running.end().layout() == next.layout()) {
            tween = running.to(next);
            return;
        }
        GraphScene before = model.scene();
        boolean isHeld = !held.isEmpty();
        View view = heldView(before, next);
        held = "";
        if (isWorthMoving(before, next)) {
            tween = new SceneTween(before, next, model.view(), view);
            moveStart = 0;
        } else {
            tween = null;
            model.show(next);
            if (isHeld) {
                model.lookIfShown(view);
            }
        }
        repaint();
    }

    private static boolean isWorthMoving(GraphScene before, GraphScene next) {
        return next.layout() != before.layout()
                && !before.model().nodes().isEmpty()
                && next.model().nodes().size() <= MANY
                && !Theme.isMotionReduced();
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
        SceneTween moving = tween;
        if (moving != null) {
            move(moving, now);
        }
        boolean turns = !Theme.isMotionReduced() && surface.isTurning();
        boolean isDue = turns && now - lastPaint >= ARC_FRAME && surface.isShowing();
        if (isDirty || isDue) {
            isDirty = false;
            lastPaint = now;
            surface.paint(turns ? now % TURN / TURN : 0);
        } else if (tween == null && !surface.paintAhead() && !turns) {
            timer.stop();
        }
    }

    private void move(SceneTween moving, long now) {
        moveStart = moveStart == 0 ? now : moveStart;
        double part = (now - moveStart) / MOVE;
        if (part >= 1) {
            tween = null;
            model.show(moving.end());
            model.lookIfShown(moving.endView());
        } else {
            double eased = 1 - (1 - part) * (1 - part);
            model.show(moving.at(eased));
            model.lookIfShown(moving.viewAt(eased));
        }
        isDirty = true;
    }
}
