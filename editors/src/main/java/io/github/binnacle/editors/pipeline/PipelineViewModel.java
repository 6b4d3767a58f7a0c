package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.ui.job.Job;
import io.github.binnacle.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** State of one pipeline tab: the file as read, its problems, the selection, the run sheet. */
public final class PipelineViewModel {
    /** How a pipeline is looked at. */
    public enum Mode {
        GRAPH,
        YAML,
        SPLIT
    }

    private static final Texts TEXTS = Texts.of(PipelineViewModel.class);

    private final ReadOnlyObjectWrapper<PipelineContent> content =
            new ReadOnlyObjectWrapper<>(new PipelineContent.Reading());
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<List<String>> selection = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.GRAPH);
    private final ReadOnlyObjectWrapper<@Nullable RunSheetModel> runSheet =
            new ReadOnlyObjectWrapper<>();
    private final PipelineServices services;
    private final PipelineReader reader;
    private final Path file;
    private final Runnable showProblems;
    private Optional<Stamp> stamp = Optional.empty();
    private List<Problem> refusals = List.of();
    private @Nullable Job reading;

    private record Stamp(FileTime time, long size) {}

    /**
     * @param showProblems brings the problems to the user's eyes
     */
    public PipelineViewModel(Path file, PipelineServices services, Runnable showProblems) {
        this.file = file;
        this.showProblems = showProblems;
        this.services = services;
        this.reader = new PipelineReader(services.compiler(), services.trust());
        reload();
    }

    public Path file() {
        return file;
    }

    public ReadOnlyObjectProperty<PipelineContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Everything wrong with the file, and why its last run was refused. */
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Task path of the selected step; empty for the pipeline itself. */
    public ObjectProperty<List<String>> selectionProperty() {
        return selection;
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** What is asked before a run; null while the sheet is closed. */
    public ReadOnlyObjectProperty<@Nullable RunSheetModel> runSheetProperty() {
        return runSheet.getReadOnlyProperty();
    }

    public Optional<PipelineContent.Ready> ready() {
        return content.get() instanceof PipelineContent.Ready ready
                ? Optional.of(ready)
                : Optional.empty();
    }

    public boolean canRun() {
        return ready().filter(ready -> !hasErrors(ready.problems())).isPresent();
    }

    private static boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** Reads the file again. */
    public void reload() {
        if (reading != null) {
            reading.cancel();
        }
        stamp = stampNow();
        reading =
                services.jobs()
                        .start(
                                TEXTS.get("job.reading", "file", fileName()),
                                progress -> reader.read(file, progress),
                                this::show,
                                failure -> {
                                    throw new IllegalStateException(failure);
                                });
    }

    /** Reads the file again if it has changed since. */
    public void reloadIfChanged() {
        services.jobs()
                .ask(
                        _ -> stampNow(),
                        now -> {
                            if (now.isPresent() && !now.equals(stamp)) {
                                reload();
                            }
                        },
                        _ -> {});
    }

    private Optional<Stamp> stampNow() {
        try {
            return Optional.of(new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void show(PipelineContent read) {
        refusals = List.of();
        content.set(read);
        if (ready().flatMap(ready -> ready.graph().node(selection.get())).isEmpty()) {
            selection.set(List.of());
        }
        updateProblems();
    }

    private void updateProblems() {
        List<Problem> all = new ArrayList<>();
        switch (content.get()) {
            case PipelineContent.Ready ready -> all.addAll(ready.problems());
            case PipelineContent.Unreadable unreadable -> all.addAll(unreadable.problems());
            case PipelineContent.Reading _, PipelineContent.Untrusted _ -> {}
        }
        refusals.stream().filter(refusal -> !all.contains(refusal)).forEach(all::add);
        problems.set(List.copyOf(all));
    }

    /** Trusts the folder of the file, from now on, and goes on with what needed it. */
    public void trustFolder() {
        Path folder = services.check().project(file);
        services.jobs()
                .ask(
                        _ -> {
                            services.trust().trustFolder(folder);
                            return folder;
                        },
                        _ -> reload(),
                        failure -> {
                            throw new IllegalStateException(failure);
                        });
    }

    /** Checks the file again, and whether it could run here. */
    public void validate() {
        ready().ifPresent(ready ->
                services.jobs()
                        .start(
                                TEXTS.get("job.checking", "file", fileName()),
                                _ -> check(ready),
                                this::refused,
                                failure -> {
                                    throw new IllegalStateException(failure);
                                }));
    }

    private List<Problem> check(PipelineContent.Ready ready) throws InterruptedException {
        return services.check().check(ready.document(), services.check().project(file));
    }

    private void refused(List<Problem> reasons) {
        refusals = reasons;
        updateProblems();
        showProblems.run();
    }

    /** Opens the sheet that asks for parameters; shows what is wrong if the file cannot run. */
    public void askToRun() {
        if (!canRun()) {
            showProblems.run();
        }
        ready().filter(_ -> canRun())
                .ifPresent(ready ->
                        runSheet.set(
                                new RunSheetModel(
                                        file, ready, services, this::started, this::refused)));
    }

    public void closeRunSheet() {
        runSheet.set(null);
    }

    private void started(Address run) {
        closeRunSheet();
        refusals = List.of();
        updateProblems();
        services.open().accept(run);
    }

    /** Selects the task that a character of the text is about. */
    public void selectAt(int offset) {
        ready().flatMap(ready -> ready.places().at(offset)).ifPresent(selection::set);
    }

    /** Names the file for a tab; one of the many called "pipeline" with its folder. */
    public String title() {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && folder.getFileName() != null && fileName().startsWith("pipeline.")
                ? folder.getFileName() + "/" + fileName()
                : fileName();
    }

    public String fileName() {
        return String.valueOf(file.getFileName());
    }
}
