package io.github.binnacle.editors.pipeline;

import io.github.binnacle.ui.job.Job;
import io.github.binnacle.ui.job.Jobs;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The pipelines of the opened folder. */
public final class FilesViewModel {
    private final ReadOnlyObjectWrapper<Path> folder;
    private final ReadOnlyObjectWrapper<List<Path>> files = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Jobs jobs;
    private @Nullable Job reading;

    public FilesViewModel(Path folder, Jobs jobs) {
        this.folder = new ReadOnlyObjectWrapper<>(folder);
        this.jobs = jobs;
        refresh();
    }

    public ReadOnlyObjectProperty<Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** Absolute paths in alphabetical order. */
    public ReadOnlyObjectProperty<List<Path>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    /** Why the folder cannot be read; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Shows another folder. */
    public void open(Path opened) {
        folder.set(opened);
        files.set(List.of());
        refresh();
    }

    /** Looks again what is there. */
    public void refresh() {
        if (reading != null) {
            reading.cancel();
        }
        Path wanted = folder.get();
        reading =
                jobs.ask(
                        _ -> PipelineFiles.in(wanted),
                        found -> {
                            problem.set("");
                            files.set(found);
                        },
                        failure -> problem.set(String.valueOf(failure.getMessage())));
    }
}
