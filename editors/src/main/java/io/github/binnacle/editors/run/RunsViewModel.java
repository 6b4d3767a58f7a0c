package io.github.binnacle.editors.run;

import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.ui.fx.Delivery;
import io.github.binnacle.ui.fx.Lifetime;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The runs of this computer, newest first, as they are now. */
public final class RunsViewModel implements AutoCloseable {
    private final ReadOnlyObjectWrapper<@Nullable List<Run>> runs = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Lifetime lifetime = new Lifetime();
    private final RunServices services;

    public RunsViewModel(RunServices services) {
        this.services = services;
        services.jobs()
                .ask(
                        _ -> services.engine().runs(),
                        this::follow,
                        failure -> problem.set(String.valueOf(failure.getMessage())));
    }

    /** The runs, newest first; null before they have been read. */
    public ReadOnlyObjectProperty<@Nullable List<Run>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    /** Why the runs cannot be read; empty if they can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Counts what is under way. */
    public static int running(@Nullable List<Run> runs) {
        return runs == null
                ? 0
                : (int) runs.stream().filter(run -> !run.state().isFinished()).count();
    }

    private void follow(Live<List<Run>> live) {
        lifetime.add(Delivery.follow(live, services.fx(), runs::set));
    }

    @Override
    public void close() {
        lifetime.close();
    }
}
