package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.graph.GraphModel;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/** Turns mouse, wheel and keys into what they do to a graph's view. */
final class GraphGestures {
    private static final double WHEEL = 0.002;
    private static final double CLICK = 4;

    private final GraphViewModel model;
    private final Node surface;
    private final Consumer<String> toggle;
    private final Consumer<Optional<Box>> band;
    private @Nullable MouseEvent pressed;
    private Set<String> before = Set.of();
    private double lastX;
    private double lastY;
    private boolean isSpaceDown;
    private boolean isPanning;

    /**
     * @param toggle opens or closes a group
     * @param band is shown the rubber band, in screen px
     */
    GraphGestures(
            GraphViewModel model,
            Node surface,
            Consumer<String> toggle,
            Consumer<Optional<Box>> band) {
        this.model = model;
        this.surface = surface;
        this.toggle = toggle;
        this.band = band;
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> model.hover(new Hit.Nothing()));
        surface.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        surface.addEventHandler(ZoomEvent.ZOOM, this::pinch);
        surface.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        surface.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
    }

    private void press(MouseEvent event) {
        surface.requestFocus();
        pressed = event;
        lastX = event.getX();
        lastY = event.getY();
        before = event.isShortcutDown() ? model.selectionProperty().get() : Set.of();
        isPanning = isSpaceDown || event.getButton() == MouseButton.MIDDLE;
        if (isPanning) {
            surface.setCursor(Cursor.CLOSED_HAND);
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (pressed == null) {
            return;
        }
        if (isPanning) {
            model.pan(event.getX() - lastX, event.getY() - lastY);
        } else if (isBand(event)) {
            Box box = bandBox(pressed, event);
            band.accept(Optional.of(box));
            model.selectWithin(box, before);
        }
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }

    private boolean isBand(MouseEvent event) {
        return pressed != null
                && event.getButton() == MouseButton.PRIMARY
                && Math.hypot(event.getX() - pressed.getX(), event.getY() - pressed.getY()) > CLICK;
    }

    private static Box bandBox(MouseEvent from, MouseEvent to) {
        return Box.between(
                Math.min(from.getX(), to.getX()),
                Math.min(from.getY(), to.getY()),
                Math.max(from.getX(), to.getX()),
                Math.max(from.getY(), to.getY()));
    }

    private void release(MouseEvent event) {
        band.accept(Optional.empty());
        boolean isClick = pressed != null && !isPanning && !isBand(event);
        pressed = null;
        isPanning = false;
        surface.setCursor(isSpaceDown ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        if (isClick) {
            click(event);
        }
        event.consume();
    }

    private void click(MouseEvent event) {
        Hit hit = model.hitAt(event.getX(), event.getY());
        if (event.getButton() != MouseButton.PRIMARY) {
            if (!model.selectionProperty().get().contains(hit.id())) {
                model.select(hit, false);
            }
            return;
        }
        if (event.getClickCount() == 2) {
            open(hit);
        } else {
            model.select(hit, event.isShortcutDown());
        }
    }

    private void open(Hit hit) {
        switch (hit) {
            case Hit.OnNode(GraphModel.Node node) -> open(node);
            case Hit.OnGroup(GraphModel.Group group, boolean isHeader) -> {
                if (isHeader) {
                    toggle.accept(group.id());
                }
            }
            case Hit.OnPort _, Hit.OnLink _, Hit.Nothing _ -> {}
        }
    }

    private void open(GraphModel.Node node) {
        if (node.style() == GraphModel.NodeStyle.STACKED) {
            toggle.accept(node.id());
        } else {
            model.onOpenProperty().get().accept(node.id());
        }
    }

    private void hover(MouseEvent event) {
        model.hover(model.hitAt(event.getX(), event.getY()));
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            double factor = Math.exp(event.getDeltaY() * WHEEL);
            model.zoom(factor, event.getX(), event.getY());
        } else {
            model.pan(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        model.zoom(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            isSpaceDown = false;
            surface.setCursor(Cursor.DEFAULT);
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        boolean isHandled =
                event.isShortcutDown()
                        ? withShortcut(event.getCode())
                        : event.isAltDown()
                                ? withAlt(event.getCode())
                                : !event.isShiftDown() && plain(event.getCode());
        if (isHandled) {
            event.consume();
        }
    }

    private boolean withShortcut(KeyCode code) {
        switch (code) {
            case A -> model.selectAll();
            case PLUS, EQUALS, ADD -> model.zoomIn();
            case MINUS, SUBTRACT -> model.zoomOut();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withAlt(KeyCode code) {
        switch (code) {
            case LEFT -> model.follow(true);
            case RIGHT -> model.follow(false);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyCode code) {
        switch (code) {
            case LEFT -> model.move(Direction.LEFT);
            case RIGHT -> model.move(Direction.RIGHT);
            case UP -> model.move(Direction.UP);
            case DOWN -> model.move(Direction.DOWN);
            case DIGIT0, NUMPAD0 -> model.fit();
            case DIGIT1, NUMPAD1 -> model.zoomTo(1);
            case DIGIT2, NUMPAD2 -> model.fitSelection();
            case SPACE -> startSpace();
            case ENTER -> openFocused();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void startSpace() {
        isSpaceDown = true;
        surface.setCursor(Cursor.OPEN_HAND);
    }

    private void openFocused() {
        String id = model.marks().focused();
        GraphModel.Node node = model.scene().node(id);
        if (node != null) {
            open(node);
        } else if (model.scene().group(id) != null) {
            toggle.accept(id);
        }
    }
}
