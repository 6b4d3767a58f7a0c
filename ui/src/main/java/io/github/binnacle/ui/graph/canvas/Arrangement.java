package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.layout.GraphLayout;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.job.Job;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.text.Texts;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a graph laid out: what differs in states only is shown at once, all else after a layout in
 * a job, the newest graph winning. For the JavaFX thread.
 */
final class Arrangement {
    private static final Texts TEXTS = Texts.of(Arrangement.class);

    private final Jobs jobs;
    private final Consumer<GraphScene> show;
    private final Set<String> closed = new HashSet<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private GraphModel wanted = GraphModel.EMPTY;
    private GraphModel arranging = GraphModel.EMPTY;
    private GraphScene shown = GraphScene.EMPTY;
    private @Nullable Job job;

    /**
     * @param show is given each scene to show
     */
    Arrangement(Jobs jobs, Consumer<GraphScene> show) {
        this.jobs = jobs;
        this.show = show;
    }

    /** What goes on while there is nothing to show yet, or why there is not; empty for neither. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void arrange(GraphModel model) {
        wanted = model;
        GraphModel folded = model.collapsed(closed, Arrangement::subtitle);
        if (folded.hasLayoutOf(shown.model())) {
            stop();
            show(shown.withModel(folded));
        } else if (job != null && folded.hasLayoutOf(arranging)) {
            arranging = folded;
        } else {
            start(folded);
        }
    }

    /** Closes an open group or opens a closed one. */
    void toggle(String group) {
        if (!closed.remove(group)) {
            closed.add(group);
        }
        arrange(wanted);
    }

    private void start(GraphModel model) {
        stop();
        arranging = model;
        if (shown.model().nodes().isEmpty() && !model.nodes().isEmpty()) {
            notice.set(TEXTS.get("graph.arranging", "nodes", model.nodes().size()));
        }
        job = jobs.ask(_ -> GraphScene.of(model, GraphLayout.of(model)), this::finish, this::fail);
    }

    private void stop() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void finish(GraphScene scene) {
        job = null;
        show(scene.withModel(arranging));
    }

    private void fail(Exception reason) {
        job = null;
        notice.set(TEXTS.get("graph.arranging.failed", "reason", String.valueOf(reason)));
    }

    private void show(GraphScene scene) {
        shown = scene;
        notice.set("");
        show.accept(scene);
    }

    private static String subtitle(GraphModel.Group group, int nodes) {
        return TEXTS.get("group.closed", "nodes", nodes);
    }
}
