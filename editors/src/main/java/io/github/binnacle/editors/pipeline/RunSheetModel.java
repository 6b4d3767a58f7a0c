package io.github.binnacle.editors.pipeline;

import io.github.binnacle.editors.parts.ParameterFields;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.ui.form.FormModel;
import io.github.binnacle.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What is asked before a run, and the submission itself. */
public final class RunSheetModel {
    private static final Texts TEXTS = Texts.of(RunSheetModel.class);

    private final ReadOnlyBooleanWrapper trusted = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper submitting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Problem>> refusals =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final BooleanProperty useCache = new SimpleBooleanProperty(true);
    private final FormModel form;
    private final Path file;
    private final Path project;
    private final PipelineContent.Ready ready;
    private final PipelineServices services;
    private final Consumer<Address> started;
    private final Consumer<List<Problem>> refused;

    RunSheetModel(
            Path file,
            PipelineContent.Ready ready,
            PipelineServices services,
            Consumer<Address> started,
            Consumer<List<Problem>> refused) {
        this.file = file;
        this.ready = ready;
        this.services = services;
        this.started = started;
        this.refused = refused;
        project = services.check().project(file);
        form = new FormModel(ParameterFields.of(inputs()), Map.of(), TEXTS.get("field.missing"));
        services.jobs()
                .ask(
                        _ -> services.trust().isTrusted(file, ready.document().text()),
                        trusted::set,
                        this::failed);
    }

    private ComponentInputsSpec inputs() {
        return ready.document().spec().root().inputDefinitions();
    }

    public FormModel form() {
        return form;
    }

    public String pipelineName() {
        return ready.document().spec().pipelineInfo().name();
    }

    /** Folder whose files would run. */
    public Path project() {
        return project;
    }

    /** Whether the user trusts what would run. */
    public ReadOnlyBooleanProperty trustedProperty() {
        return trusted.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty submittingProperty() {
        return submitting.getReadOnlyProperty();
    }

    /** Why the engine would not start the run. */
    public ReadOnlyObjectProperty<List<Problem>> refusalsProperty() {
        return refusals.getReadOnlyProperty();
    }

    /** What kept the run from being submitted at all; empty if nothing did. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether results of earlier runs may be reused. */
    public BooleanProperty useCacheProperty() {
        return useCache;
    }

    /** Trusts the project's folder from now on, if it was not, and starts the run. */
    public void run() {
        if (!form.valid().get() || submitting.get()) {
            return;
        }
        submitting.set(true);
        failure.set("");
        boolean mustTrust = !trusted.get();
        RunRequest request = request();
        services.jobs()
                .start(
                        TEXTS.get("job.submitting", "name", pipelineName()),
                        _ -> {
                            if (mustTrust) {
                                services.trust().trustFolder(project);
                            }
                            return services.engine().submit(request);
                        },
                        this::answered,
                        this::failed);
    }

    private RunRequest request() {
        return new RunRequest(
                ready.document().text(),
                file.toString(),
                project.toString(),
                "",
                ParameterFields.values(inputs(), form.given()),
                new RunOptions(useCache.get(), false, false));
    }

    private void answered(Outcome<RunId> outcome) {
        submitting.set(false);
        trusted.set(true);
        switch (outcome) {
            case Outcome.Done(RunId run, List<Problem> _) ->
                    started.accept(new Address.RunAddress(run));
            case Outcome.Refused(List<Problem> problems) -> {
                refusals.set(problems);
                refused.accept(problems);
            }
        }
    }

    private void failed(Exception reason) {
        submitting.set(false);
        failure.set(String.valueOf(reason.getMessage()));
    }
}
