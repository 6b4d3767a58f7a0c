package io.github.binnacle.ui.shell;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The window's frame (ux §1.2): header, activities, navigator, editor tabs, inspector, bottom panel
 * and status bar. It knows no feature; providers open addresses as editors.
 */
public final class Shell {
    private static final Texts TEXTS = Texts.of(Shell.class);

    private final BorderPane root = new BorderPane();
    private final EditorTabs tabs = new EditorTabs();
    private final SidePane navigator = new SidePane("bn-navigator");
    private final SidePane inspector = new SidePane("bn-inspector");
    private final ObjectProperty<@Nullable Activity> activity = new SimpleObjectProperty<>();
    private final ActivityBar activities = new ActivityBar(activity);
    private final Menus menus = new Menus();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final List<EditorProvider> providers = new ArrayList<>();
    private final BooleanProperty inspectorShown = new SimpleBooleanProperty(true);
    private final Map<String, Boolean> bottomShown = new HashMap<>();
    private final BottomPanel bottom;
    private final RegionFrame frame;
    private final StatusBar status;
    private final FocusRing focusRing;

    /**
     * @param placeName where work runs
     * @param statusTools controls at the right of the status bar
     */
    public Shell(Jobs jobs, String placeName, Node problemCounts, Node... statusTools) {
        bottom =
                new BottomPanel(
                        Controls.iconButton(
                                "mdoal-close", TEXTS.get("bottom.close"), () -> showBottom(false)));
        frame = new RegionFrame(navigator, tabs, inspector, bottom);
        status = new StatusBar(jobs, place(placeName), problemCounts, statusTools);
        focusRing = new FocusRing(List.of(activities, navigator, tabs, bottom, inspector));
        root.getStyleClass().add("bn-shell");
        root.getStylesheets().add(stylesheet());
        root.setTop(new Header(new Logo(20), menus.bar(), title, place(placeName)));
        root.setLeft(activities);
        root.setCenter(frame);
        root.setBottom(status);
        inspector.visibleProperty().bind(inspectorShown.and(tabs.front().isNotNull()));
        tabs.front().subscribe(this::showFront);
        activity.addListener((_, _, shown) -> showNavigator(shown));
        showNavigator(null);
        root.sceneProperty().subscribe(ShellKeys.of(this));
    }

    private static String stylesheet() {
        return Objects.requireNonNull(Shell.class.getResource("shell.css")).toExternalForm();
    }

    private static Label place(String name) {
        Label place = Controls.label(name, "bn-place");
        place.setGraphic(Controls.icon("mdoal-computer"));
        return place;
    }

    public BorderPane root() {
        return root;
    }

    /** Returns what is in front, for the window's title. */
    public ReadOnlyStringWrapper title() {
        return title;
    }

    public void addProvider(EditorProvider provider) {
        providers.add(provider);
    }

    public void addActivity(Activity added) {
        activities.add(added, () -> toggle(added));
    }

    public void addMenu(String menu, List<Command> commands) {
        menus.add(menu, commands);
    }

    /** Names the menu that shows the commands of the editor in front. */
    public void addEditorMenu(String menu) {
        menus.add(menu, List.of());
        tabs.front()
                .subscribe(editor ->
                        menus.replace(menu, editor == null ? List.of() : editor.commands()));
    }

    /** Sets what is shown while nothing is open. */
    public void setPlaceholder(Node placeholder) {
        tabs.setPlaceholder(placeholder);
    }

    /** Takes the user to a place: brings its editor to the front, or opens one. */
    public void open(Address address) {
        if (tabs.reveal(address)) {
            return;
        }
        for (EditorProvider provider : providers) {
            Optional<Editor> editor = provider.open(address);
            if (editor.isPresent()) {
                tabs.add(editor.get());
                editor.get().reveal(address);
                return;
            }
        }
    }

    public ReadOnlyObjectProperty<@Nullable Editor> front() {
        return tabs.front();
    }

    public List<Editor> editors() {
        return tabs.editors();
    }

    public void closeFront() {
        tabs.closeFront();
    }

    public void closeAll() {
        tabs.closeAll();
    }

    public void stepTab(int by) {
        tabs.step(by);
    }

    public void stepRegion(int by) {
        focusRing.step(by);
    }

    /** Shows a panel of the editor in front, opening the bottom panel. */
    public void showPanel(String id) {
        showBottom(true);
        bottom.choose(id);
    }

    /** Opens or closes the bottom panel, for all editors of the kind in front. */
    public void showBottom(boolean isShown) {
        Editor front = tabs.front().get();
        if (front != null) {
            bottomShown.put(front.icon(), isShown);
            bottom.setVisible(isShown);
        }
    }

    public boolean isBottomShown() {
        return bottom.isVisible();
    }

    public void show(Activity shown) {
        activity.set(shown);
    }

    public BooleanProperty navigatorShown() {
        return navigator.visibleProperty();
    }

    public BooleanProperty inspectorShown() {
        return inspectorShown;
    }

    private void toggle(Activity clicked) {
        boolean isFront = clicked.equals(activity.get()) && navigator.isVisible();
        navigator.setVisible(!isFront);
        activity.set(clicked);
    }

    private void showNavigator(@Nullable Activity shown) {
        if (shown == null) {
            navigator.show("", new Pane(), null);
        } else {
            navigator.show(shown.title(), shown.navigator(), shown.tools());
        }
    }

    private void showFront(@Nullable Editor editor) {
        title.unbind();
        status.facts().textProperty().unbind();
        if (editor == null) {
            title.set("");
            status.facts().setText("");
            inspector.show(TEXTS.get("inspector.title"), new Pane(), null);
            bottom.show(List.of());
            bottom.setVisible(false);
        } else {
            title.bind(editor.title());
            status.facts().textProperty().bind(editor.facts());
            inspector.show(TEXTS.get("inspector.title"), editor.inspector(), null);
            bottom.show(editor.panels());
            bottom.setVisible(bottomShown.getOrDefault(editor.icon(), editor.showsPanelsAtFirst()));
        }
    }
}
