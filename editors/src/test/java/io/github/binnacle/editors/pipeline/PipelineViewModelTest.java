package io.github.binnacle.editors.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.editors.WindowFixture;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.testkit.fake.SampleRuns;
import io.github.binnacle.ui.job.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineViewModelTest {
    @TempDir Path folder;
    private final List<Address> opened = new ArrayList<>();
    private WindowFixture fixture;
    private int shown;
    private PipelineServices services;

    @BeforeEach
    void setUp() {
        fixture = new WindowFixture(folder);
        services =
                new PipelineServices(
                        fixture.engine,
                        new WindowFixture.UnusedCompiler(),
                        fixture.trust,
                        new WindowFixture.FolderCheck(folder),
                        new Jobs(Runnable::run, Runnable::run),
                        opened::add);
    }

    private PipelineViewModel model() {
        return new PipelineViewModel(fixture.sample, services, () -> shown++);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void readsAFileIntoGraphAndText() {
        PipelineViewModel model = model();

        assertThat(model.ready()).isPresent();
        assertThat(model.canRun()).isTrue();
    }

    @Test
    void keepsTheTextOfAFileThatIsNoPipelineAndSaysWhatIsWrong() throws IOException {
        PipelineViewModel model =
                new PipelineViewModel(
                        write("bad.yaml", "root:\n  - [1\n"), services, () -> shown++);

        assertThat(model.contentProperty().get()).isInstanceOf(PipelineContent.Unreadable.class);
        assertThat(model.problemsProperty().get())
                .first()
                .satisfies(problem -> assertThat(problem.range()).isNotNull());
        assertThat(model.canRun()).isFalse();
    }

    @Test
    void readsAgainOnlyWhatHasChangedOnDisk() throws IOException {
        PipelineViewModel model = model();
        PipelineContent before = model.contentProperty().get();

        model.reloadIfChanged();
        PipelineContent unchanged = model.contentProperty().get();
        write("sweep.yaml", WindowFixture.text().replace("depth-sweep", "other-name"));
        model.reloadIfChanged();

        assertThat(unchanged).isSameAs(before);
        assertThat(model.ready().orElseThrow().document().spec().pipelineInfo().name())
                .isEqualTo("other-name");
    }

    @Test
    void selectsTheStepThatAPlaceInTheTextIsAbout() {
        PipelineViewModel model = model();
        int offset = WindowFixture.text().indexOf("name: train-model");

        model.selectAt(offset);

        assertThat(model.selectionProperty().get())
                .containsExactly("exit-handler-1", "for-loop-2", "train-model");
    }

    @Test
    void asksBeforePythonOfAnUntrustedFolderRuns() throws IOException {
        Path source = write("pipe.py", "@dsl.pipeline\ndef p(): ...\n");
        PipelineViewModel model = new PipelineViewModel(source, services, () -> shown++);
        PipelineContent before = model.contentProperty().get();

        model.trustFolder();

        assertThat(before).isInstanceOf(PipelineContent.Untrusted.class);
        assertThat(model.contentProperty().get()).isInstanceOf(PipelineContent.Unreadable.class);
        assertThat(fixture.trust.isTrusted(source, "")).isTrue();
    }

    @Test
    void submitsTheTextWithTheParametersGiven() {
        RunId run = SampleRuns.id(1);
        fixture.engine.script(WindowFixture.snapshot(run, RunState.RUNNING, Map.of()));
        PipelineViewModel model = model();

        model.askToRun();
        RunSheetModel sheet = model.runSheetProperty().get();
        boolean wasTrusted = sheet.trustedProperty().get();
        sheet.form().fields().stream()
                .filter(field -> field.description().name().equals("rows"))
                .forEach(field -> field.text().set("12"));
        sheet.run();

        assertThat(wasTrusted).isFalse();
        assertThat(fixture.trust.isTrusted(fixture.sample, "")).isTrue();
        assertThat(fixture.engine.requests().getFirst().parameters())
                .containsEntry("rows", Value.of(12));
        assertThat(opened).containsExactly(new Address.RunAddress(run));
        assertThat(model.runSheetProperty().get()).isNull();
    }

    @Test
    void showsWhyARunWasRefused() {
        Problem refusal =
                new Problem(
                        "document.empty",
                        Severity.ERROR,
                        new Address.DocumentAddress("x"),
                        null,
                        Map.of());
        fixture.engine.refuse(refusal);
        PipelineViewModel model = model();

        model.askToRun();
        RunSheetModel sheet = model.runSheetProperty().get();
        sheet.run();

        assertThat(sheet.refusalsProperty().get()).containsExactly(refusal);
        assertThat(model.problemsProperty().get()).contains(refusal);
        assertThat(shown).isEqualTo(1);
        assertThat(opened).isEmpty();
    }

    @Test
    void doesNotSubmitAFormThatIsNotValid() {
        PipelineViewModel model = model();
        model.askToRun();
        RunSheetModel sheet = model.runSheetProperty().get();
        sheet.form().fields().stream()
                .filter(field -> field.description().name().equals("rows"))
                .forEach(field -> field.text().set("many"));

        sheet.run();

        assertThat(fixture.engine.requests()).isEmpty();
    }
}
