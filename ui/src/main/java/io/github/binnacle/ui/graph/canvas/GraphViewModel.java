package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.Marks;
import io.github.binnacle.ui.graph.paint.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What shows of a graph and what is marked in it. For one thread. */
public final class GraphViewModel {
    private static final double MARGIN = 24;
    private static final double STEP = 1.2;

    private final ReadOnlyObjectWrapper<GraphScene> scene =
            new ReadOnlyObjectWrapper<>(GraphScene.EMPTY);
    private final ReadOnlyObjectWrapper<View> view =
            new ReadOnlyObjectWrapper<>(new View(0, 0, 1, 0, 0));
    private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
    private final ReadOnlyObjectWrapper<Set<String>> selection =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final ObjectProperty<Consumer<String>> onOpen = new SimpleObjectProperty<>(_ -> {});
    private final BooleanProperty minimap = new SimpleBooleanProperty(true);
    private boolean isFitPending = true;
    private boolean isWhole;

    public ReadOnlyObjectProperty<GraphScene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Marks> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /** Ids of the selected nodes and groups. */
    public ReadOnlyObjectProperty<Set<String>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** Is given the id of a node that is opened, by double click or Enter. */
    public ObjectProperty<Consumer<String>> onOpenProperty() {
        return onOpen;
    }

    /** Whether the map of the whole is wanted. */
    public BooleanProperty minimapProperty() {
        return minimap;
    }

    public GraphScene scene() {
        return scene.get();
    }

    public View view() {
        return view.get();
    }

    public Marks marks() {
        return marks.get();
    }

    /** Shows another graph or state; the first one is shown whole. */
    void show(GraphScene next) {
        scene.set(next);
        Set<String> kept = new LinkedHashSet<>(selection.get());
        kept.removeIf(id -> !isThere(id));
        String focused = isThere(marks.get().focused()) ? marks.get().focused() : "";
        set(kept, marks.get().links(), focused);
        fitIfPending();
    }

    void resize(double width, double height) {
        view.set(view.get().resized(width, height));
        isFitPending |= isWhole;
        fitIfPending();
    }

    private void fitIfPending() {
        boolean hasSize = view.get().width() > 0 && view.get().height() > 0;
        if (isFitPending && hasSize && !scene.get().model().nodes().isEmpty()) {
            fit();
        }
    }

    /** Shows the next graph whole, when it comes. */
    public void fitNext() {
        isFitPending = true;
    }

    /**
     * Shows everything, at most at 100 %, whatever size the view takes until the user looks
     * elsewhere.
     */
    public void fit() {
        isFitPending = false;
        fit(scene.get().layout().bounds());
        isWhole = true;
    }

    /** Shows what is selected, or everything if nothing is. */
    public void fitSelection() {
        selection.get().stream()
                .map(scene.get()::box)
                .reduce(Box::union)
                .ifPresentOrElse(this::fit, this::fit);
    }

    private void fit(Box box) {
        isWhole = false;
        View now = view.get();
        view.set(View.fitting(box, now.width(), now.height(), MARGIN, 1));
    }

    /** Looks there unless the graph is still to be shown whole. */
    void lookIfShown(View next) {
        if (!isFitPending && next.width() == view.get().width()) {
            view.set(next.resized(view.get().width(), view.get().height()));
        }
    }

    void look(View next) {
        isFitPending = false;
        isWhole = false;
        view.set(next);
    }

    public void pan(double dx, double dy) {
        look(view.get().panned(dx, dy));
    }

    /** Zooms about a place on the screen. */
    public void zoom(double factor, double screenX, double screenY) {
        look(view.get().zoomed(view.get().zoom() * factor, screenX, screenY));
    }

    public void zoomIn() {
        zoomTo(view.get().zoom() * STEP);
    }

    public void zoomOut() {
        zoomTo(view.get().zoom() / STEP);
    }

    /** Zooms about the middle. */
    public void zoomTo(double zoom) {
        View now = view.get();
        look(now.zoomed(zoom, now.width() / 2, now.height() / 2));
    }

    Hit hitAt(double screenX, double screenY) {
        return new HitTest(scene.get(), view.get()).at(screenX, screenY);
    }

    void hover(Hit hit) {
        GraphModel.Link link = hit instanceof Hit.OnLink(GraphModel.Link on) ? on : null;
        boolean isGround = hit instanceof Hit.OnGroup(GraphModel.Group _, boolean head) && !head;
        marks.set(marks.get().withHovered(isGround ? "" : hit.id(), link));
    }

    public void select(Set<String> ids) {
        set(ids, Set.of(), ids.size() == 1 ? ids.iterator().next() : "");
    }

    /** Selects what was clicked; with {@code isAdding} adds it or takes it away. */
    void select(Hit hit, boolean isAdding) {
        if (hit instanceof Hit.OnLink(GraphModel.Link link)) {
            set(Set.of(), Set.of(link), "");
            return;
        }
        Set<String> ids = new LinkedHashSet<>(isAdding ? selection.get() : Set.of());
        boolean isGround = hit instanceof Hit.OnGroup(GraphModel.Group _, boolean head) && !head;
        if (!hit.id().isEmpty() && !isGround && !ids.remove(hit.id())) {
            ids.add(hit.id());
        }
        set(ids, Set.of(), ids.contains(hit.id()) ? hit.id() : "");
    }

    /** Selects nodes that lie wholly in a part of the screen. */
    void selectWithin(Box screen, Set<String> before) {
        Box area =
                Box.between(
                        view.get().toGraph(screen.x(), screen.y()).x(),
                        view.get().toGraph(screen.x(), screen.y()).y(),
                        view.get().toGraph(screen.right(), screen.bottom()).x(),
                        view.get().toGraph(screen.right(), screen.bottom()).y());
        Set<String> ids = new LinkedHashSet<>(before);
        scene.get().nodesIn(area).stream()
                .map(GraphModel.Node::id)
                .filter(id -> area.contains(scene.get().box(id)))
                .forEach(ids::add);
        set(ids, Set.of(), "");
    }

    public void selectAll() {
        List<GraphModel.Node> nodes = scene.get().model().nodes();
        Set<String> ids = new LinkedHashSet<>();
        nodes.forEach(node -> ids.add(node.id()));
        set(ids, Set.of(), "");
    }

    /** Selects a node and brings it into view. */
    public void reveal(String id) {
        if (isThere(id)) {
            select(Set.of(id));
            look(view.get().revealing(scene.get().box(id), MARGIN));
        }
    }

    /** Moves the selection to the nearest node in a direction. */
    void move(Direction direction) {
        String from = marks.get().focused();
        Optional<String> next =
                from.isEmpty()
                        ? scene.get().model().nodes().stream().findFirst().map(node -> node.id())
                        : direction.nearest(scene.get(), from);
        next.ifPresent(this::reveal);
    }

    /** Moves along a link, against it if upstream. */
    void follow(boolean isUpstream) {
        String from = marks.get().focused();
        for (GraphModel.Link link : scene.get().model().links()) {
            String near = isUpstream ? link.to().owner() : link.from().owner();
            String far = isUpstream ? link.from().owner() : link.to().owner();
            if (near.equals(from) && !far.equals(from)) {
                reveal(far);
                return;
            }
        }
    }

    private boolean isThere(String id) {
        return scene.get().node(id) != null || scene.get().group(id) != null;
    }

    private void set(Set<String> ids, Set<GraphModel.Link> links, String focused) {
        Set<String> fixed = Set.copyOf(ids);
        marks.set(marks.get().withSelected(fixed).withLinks(links).withFocused(focused));
        selection.set(fixed);
    }
}
