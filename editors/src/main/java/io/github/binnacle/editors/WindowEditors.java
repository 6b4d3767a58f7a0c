package io.github.binnacle.editors;

import io.github.binnacle.editors.pipeline.PipelineEditor;
import io.github.binnacle.editors.pipeline.PipelineServices;
import io.github.binnacle.editors.run.RunEditor;
import io.github.binnacle.editors.run.RunServices;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.ui.fx.FxThread;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.shell.Editor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens addresses of pipelines and runs as editors, and hands each feature what it needs. */
final class WindowEditors {
    private final WindowServices services;
    private final Jobs jobs;
    private final Consumer<Address> open;
    private final Consumer<String> showPanel;

    /**
     * @param open takes the user to an address
     * @param showPanel shows a panel of the editor in front
     */
    WindowEditors(
            WindowServices services,
            Jobs jobs,
            Consumer<Address> open,
            Consumer<String> showPanel) {
        this.services = services;
        this.jobs = jobs;
        this.open = open;
        this.showPanel = showPanel;
    }

    RunServices runServices() {
        return new RunServices(
                services.engine(),
                services.history(),
                services.logs(),
                services.artifacts(),
                jobs,
                FxThread.executor());
    }

    private PipelineServices pipelineServices() {
        return new PipelineServices(
                services.engine(),
                services.compiler(),
                services.trust(),
                services.check(),
                jobs,
                open);
    }

    Optional<Editor> openPipeline(Address address) {
        return switch (address) {
            case DocumentAddress(String path) ->
                    Optional.of(new PipelineEditor(Path.of(path), pipelineServices(), showPanel));
            case Address.TaskAddress task ->
                    Optional.of(
                            new PipelineEditor(
                                    Path.of(task.document().path()),
                                    pipelineServices(),
                                    showPanel));
            case Address.NodeAddress _, Address.PortAddress _, Address.ArtifactAddress _ ->
                    Optional.empty();
            case Address.RunAddress _, Address.RunTaskAddress _ -> Optional.empty();
        };
    }

    Optional<Editor> openRun(Address address) {
        return switch (address) {
            case Address.RunAddress(var run) ->
                    Optional.of(new RunEditor(run, runServices(), open, showPanel));
            case Address.RunTaskAddress task ->
                    Optional.of(new RunEditor(task.run(), runServices(), open, showPanel));
            case DocumentAddress _, Address.NodeAddress _, Address.TaskAddress _ ->
                    Optional.empty();
            case Address.PortAddress _, Address.ArtifactAddress _ -> Optional.empty();
        };
    }
}
