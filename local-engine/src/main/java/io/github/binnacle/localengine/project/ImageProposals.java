package io.github.binnacle.localengine.project;

import io.github.binnacle.model.workplace.ProjectSettings.ImageMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Proposes image mappings from the Dockerfiles of a project. */
final class ImageProposals {
    private static final String USUAL_FILE = "requirements.txt";

    private ImageProposals() {}

    /** Proposes a mapping for every Dockerfile that says something about Python. */
    static List<ImageMapping> of(Path project) throws IOException {
        List<ImageMapping> proposals = new ArrayList<>();
        for (Dockerfile dockerfile : dockerfiles(project)) {
            proposals.add(mapping("*/" + folderName(project, dockerfile), project, dockerfile));
        }
        return proposals;
    }

    /**
     * Proposes a mapping for an image: from the Dockerfile whose folder is named as the image is,
     * or the only one there is; else from the project's requirements file.
     */
    static ImageMapping forImage(Path project, String image) throws IOException {
        List<Dockerfile> dockerfiles = dockerfiles(project);
        Optional<Dockerfile> named =
                dockerfiles.stream()
                        .filter(file -> folderName(project, file).equals(lastName(image)))
                        .findFirst();
        if (named.isEmpty() && dockerfiles.size() == 1) {
            named = Optional.of(dockerfiles.getFirst());
        }
        if (named.isPresent()) {
            return mapping(image, project, named.get());
        }
        boolean hasFile = Files.isRegularFile(project.resolve(USUAL_FILE));
        return new ImageMapping(image, "", hasFile ? USUAL_FILE : "", List.of());
    }

    private static List<Dockerfile> dockerfiles(Path project) throws IOException {
        List<Dockerfile> found = new ArrayList<>();
        for (Path file : ProjectTree.files(project, Dockerfile::isName)) {
            Dockerfile dockerfile = Dockerfile.read(file, project);
            if (dockerfile.saysSomething()) {
                found.add(dockerfile);
            }
        }
        return found;
    }

    private static ImageMapping mapping(String pattern, Path project, Dockerfile dockerfile) {
        String requirements =
                dockerfile.requirementsFiles().isEmpty()
                        ? ""
                        : project.relativize(dockerfile.requirementsFiles().getFirst())
                                .toString()
                                .replace('\\', '/');
        return new ImageMapping(pattern, dockerfile.python(), requirements, dockerfile.packages());
    }

    /** Images are usually named as the folder that they are built in. */
    private static String folderName(Path project, Dockerfile dockerfile) {
        Path folder = dockerfile.file().getParent();
        Path name = folder == null ? project.getFileName() : folder.getFileName();
        return name == null ? "*" : name.toString().toLowerCase(Locale.ROOT);
    }

    private static String lastName(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        return name.replaceFirst("[:@].*$", "").toLowerCase(Locale.ROOT);
    }
}
