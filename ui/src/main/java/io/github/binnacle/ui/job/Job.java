package io.github.binnacle.ui.job;

import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** One background activity, as people see it. Properties change on the JavaFX thread. */
public final class Job {
    final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private final String title;
    private volatile boolean isCanceled;

    Job(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** What it is doing, in a short sentence; empty if there is nothing to say. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** From 0 to 1; negative while unknown. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Asks the work to end; its result is dropped. Safe from any thread. */
    public void cancel() {
        isCanceled = true;
        Thread worker = thread.get();
        if (worker != null) {
            worker.interrupt();
        }
    }

    public boolean isCanceled() {
        return isCanceled;
    }

    void attach(Thread worker) {
        thread.set(worker);
        if (isCanceled) {
            worker.interrupt();
        }
    }

    void detach() {
        thread.set(null);
    }
}
