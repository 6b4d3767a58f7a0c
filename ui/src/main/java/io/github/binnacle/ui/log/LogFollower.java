package io.github.binnacle.ui.log;

import io.github.binnacle.ui.job.Jobs;
import java.io.IOException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Keeps a window of one log current. For the JavaFX thread; reading is done by jobs. */
public final class LogFollower {
    private final ReadOnlyObjectWrapper<LogWindow> window =
            new ReadOnlyObjectWrapper<>(LogWindow.EMPTY);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final Jobs jobs;
    private @Nullable LogText log;
    private boolean isReading;

    public LogFollower(Jobs jobs) {
        this.jobs = jobs;
    }

    public ReadOnlyObjectProperty<LogWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** Why the log cannot be read; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the end is kept in view. */
    public BooleanProperty followingProperty() {
        return following;
    }

    /** Turns to another log; null shows nothing. */
    public void show(@Nullable LogText shown) {
        log = shown;
        isReading = false;
        problem.set("");
        window.set(LogWindow.EMPTY);
        following.set(true);
        if (shown != null) {
            read(shown, () -> LogWindow.end(shown));
        }
    }

    /** Looks for more; does nothing while still reading. */
    public void poll() {
        LogText shown = log;
        if (shown != null && !isReading) {
            LogWindow now = window.get();
            boolean isFollowing = following.get();
            read(shown, () -> now.latest(shown, isFollowing));
        }
    }

    /** Reads the stretch before what is shown. */
    public void readEarlier() {
        LogText shown = log;
        LogWindow now = window.get();
        if (shown != null && !isReading && now.hasEarlier()) {
            following.set(false);
            read(shown, () -> now.withEarlier(shown));
        }
    }

    private void read(LogText shown, Reading reading) {
        isReading = true;
        jobs.ask(
                _ -> reading.read(),
                read -> {
                    if (shown == log) {
                        isReading = false;
                        problem.set("");
                        window.set(read);
                    }
                },
                failure -> {
                    if (shown == log) {
                        isReading = false;
                        problem.set(String.valueOf(failure.getMessage()));
                    }
                });
    }

    private interface Reading {
        LogWindow read() throws IOException;
    }
}
