package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.file.PrivateFolder;
import io.github.binnacle.model.run.TaskPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of one attempt; every attempt has a folder of its own. */
record AttemptFolder(Path folder) {
    static AttemptFolder of(Path run, TaskPath task, int number) {
        return new AttemptFolder(SafeName.folder(run, task).resolve(Integer.toString(number)));
    }

    Path log() {
        return folder.resolve("log.txt");
    }

    Path executorInput() {
        return folder.resolve("executor_input.json");
    }

    Path executorOutput() {
        return folder.resolve("executor_output.json");
    }

    /** Returns the folder in which the process starts. */
    Path work() {
        return folder.resolve("work");
    }

    Path artifact(String output) {
        return folder.resolve("artifacts").resolve(SafeName.of(output));
    }

    Path parameter(String output) {
        return folder.resolve("parameters").resolve(SafeName.of(output));
    }

    /** Returns the folder of a volume that only this attempt sees. */
    Path volume(String name) {
        return folder.resolve("volumes").resolve(SafeName.of(name));
    }

    /** Makes the folders, empty. */
    void create() throws IOException {
        PrivateFolder.create(work());
        Files.createDirectory(folder.resolve("artifacts"));
        Files.createDirectory(folder.resolve("parameters"));
    }
}
