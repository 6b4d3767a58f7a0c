package io.github.binnacle.localengine.project;

import io.github.binnacle.model.workplace.ProjectSettings.ImageMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes image mappings of the Dockerfiles in a project. */
final class ImageProposals {
    private ImageProposals() {}

    static List<ImageMapping> of(Path project) throws IOException {
        List<ImageMapping> proposals = new ArrayList<>();
        for (Path file : ProjectTree.files(project, Dockerfile::isName)) {
            Dockerfile dockerfile = Dockerfile.read(file, project);
            if (saysSomething(dockerfile)) {
                proposals.add(mapping(project, dockerfile));
            }
        }
        return proposals;
    }

    private static boolean saysSomething(Dockerfile dockerfile) {
        return !dockerfile.python().isEmpty()
                || !dockerfile.requirementsFiles().isEmpty()
                || !dockerfile.packages().isEmpty();
    }

    /** A Dockerfile does not know its image's name; images are usually named as their folder. */
    private static ImageMapping mapping(Path project, Dockerfile dockerfile) {
        String requirements =
                dockerfile.requirementsFiles().isEmpty()
                        ? ""
                        : project.relativize(dockerfile.requirementsFiles().getFirst())
                                .toString()
                                .replace('\\', '/');
        return new ImageMapping(
                "*/" + folderName(project, dockerfile.file()),
                dockerfile.python(),
                requirements,
                dockerfile.packages());
    }

    private static String folderName(Path project, Path file) {
        Path folder = file.getParent();
        Path name = folder == null ? project.getFileName() : folder.getFileName();
        return name == null ? "*" : name.toString();
    }
}
