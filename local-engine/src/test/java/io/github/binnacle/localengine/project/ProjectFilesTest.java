package io.github.binnacle.localengine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.workplace.ProjectSettings;
import io.github.binnacle.model.workplace.ProjectSettings.ImageMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {
    @TempDir Path folder;

    @Test
    void theNearestFolderWithAProjectFileIsTheProject() throws IOException {
        write("binnacle.yaml", "");
        write("inner/.git/HEAD", "");
        write("inner/pipelines/p.yaml", "");
        write("outer/pipelines/p.yaml", "");

        assertThat(ProjectFiles.folderOf(folder.resolve("inner/pipelines/p.yaml")))
                .isEqualTo(folder.resolve("inner"));
        assertThat(ProjectFiles.folderOf(folder.resolve("outer/pipelines/p.yaml")))
                .isEqualTo(folder);
    }

    @Test
    void aProjectWithoutTheFileHasEmptySettings() {
        assertThat(ProjectFiles.settings(folder))
                .isEqualTo(new Outcome.Done<>(ProjectSettings.EMPTY));
    }

    @Test
    void imagesAreMappedInTheOrderOfTheFile() throws IOException {
        write("requirements.txt", "numpy\n");
        var settings =
                read(
                        """
                        # what our images hold
                        images:
                          registry.example.com/team/*: requirements.txt
                          "*/gpu:*": {python: "3.10", packages: [torch==2.4, "numpy>=2"]}
                        targets:
                          staging: {context: staging}
                        """);

        assertThat(settings)
                .isEqualTo(
                        new Outcome.Done<>(
                                new ProjectSettings(
                                        List.of(
                                                new ImageMapping(
                                                        "registry.example.com/team/*",
                                                        "",
                                                        "requirements.txt",
                                                        List.of()),
                                                new ImageMapping(
                                                        "*/gpu:*",
                                                        "3.10",
                                                        "",
                                                        List.of("torch==2.4", "numpy>=2"))))));
    }

    @Test
    void unknownKeysAreWarnedOfWithTheirLine() throws IOException {
        var outcome = (Outcome.Done<ProjectSettings>) read("images: {}\nimage: {}\n");

        var warning = outcome.warnings().getFirst();
        assertThat(warning.message()).contains("\"image\"").contains("images, targets");
        assertThat(Objects.requireNonNull(warning.range()).line()).isEqualTo(2);
    }

    @Test
    void aVersionThatYamlTakesForANumberIsRefused() throws IOException {
        var problem = problem("images:\n  a/b: {python: 3.10}\n");

        assertThat(problem.message()).contains("3.10").contains("quotes");
        assertThat(Objects.requireNonNull(problem.range()).line()).isEqualTo(2);
        assertThat(Objects.requireNonNull(problem.range()).column()).isEqualTo(17);
    }

    @Test
    void requirementsOutsideOfTheProjectOrMissingAreRefused() throws IOException {
        assertThat(problem("images: {a: ../../etc/passwd}\n").code())
                .isEqualTo("project.requirements-missing");
        assertThat(problem("images: {a: {requirements: nowhere.txt}}\n").code())
                .isEqualTo("project.requirements-missing");
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsPlace() throws IOException {
        var problem = problem("images:\n  a: [1\n");

        assertThat(problem.code()).isEqualTo("document.syntax");
        assertThat(problem.range()).isNotNull();
    }

    @Test
    void whatIsNoMappingIsRefused() throws IOException {
        assertThat(problem("- images\n").code()).isEqualTo("spec.wrong-type");
        assertThat(problem("images: [a]\n").code()).isEqualTo("spec.wrong-type");
        assertThat(problem("images: {a: {packages: numpy}}\n").code()).isEqualTo("spec.wrong-type");
    }

    @Test
    void requirementsFilesIncludeOthersAndNameIndexes() throws IOException {
        write("base.txt", "numpy==2.1 \\\n  --hash=sha256:0f\n-r requirements.txt\n");
        write(
                "requirements.txt",
                "# comment\n-r base.txt\n--extra-index-url https://index.example.com\npandas # fast\n");

        var file = RequirementsFile.read(folder.resolve("requirements.txt"));

        assertThat(file)
                .isEqualTo(
                        new RequirementsFile(
                                List.of("numpy==2.1", "pandas"),
                                List.of("https://index.example.com")));
    }

    @Test
    void anOptionThatCannotBeFollowedIsNamed() throws IOException {
        write("requirements.txt", "-e .\n");

        assertThatThrownBy(() -> RequirementsFile.read(folder.resolve("requirements.txt")))
                .hasMessageContaining("-e .")
                .hasMessageContaining("requirements.txt");
    }

    @Test
    void dockerfilesProposeMappings() throws IOException {
        write("images/train/requirements.txt", "torch\n");
        write(
                "images/train/Dockerfile",
                """
                FROM --platform=linux/amd64 docker.io/library/python:3.10-slim AS base
                COPY requirements.txt /tmp/
                RUN pip install --no-cache-dir -r /tmp/requirements.txt \\
                    && pip install "rich>=13" 'typer'
                """);
        write("images/web/Dockerfile", "FROM nginx\n");

        var proposals = ProjectFiles.proposals(folder);

        assertThat(proposals)
                .containsExactly(
                        new ImageMapping(
                                "*/train",
                                "3.10",
                                "images/train/requirements.txt",
                                List.of("rich>=13", "typer")));
        assertThat(ImageLine.of(proposals.getFirst()))
                .isEqualTo(
                        "\"*/train\": {python: \"3.10\", requirements:"
                                + " \"images/train/requirements.txt\", packages: [\"rich>=13\","
                                + " \"typer\"]}");
    }

    @Test
    void aProposedLineReadsBackAsItsMapping() throws IOException {
        write("requirements.txt", "numpy\n");
        var mapping =
                new ImageMapping(
                        "*/x:1", "3.11", "requirements.txt", List.of("a[b]>=1; os_name=='posix'"));

        var settings = read("images:\n  " + ImageLine.of(mapping) + "\n");

        assertThat(settings).isEqualTo(new Outcome.Done<>(new ProjectSettings(List.of(mapping))));
    }

    private Outcome<ProjectSettings> read(String text) throws IOException {
        write("binnacle.yaml", text);
        return ProjectFiles.settings(folder);
    }

    private Problem problem(String text) throws IOException {
        var outcome = read(text);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<ProjectSettings>) outcome).problems().getFirst();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
