package io.github.binnacle.app.cli;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.address.Address.TaskAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "open",
        description = {"Opens the window with a pipeline, at a step of it.", ""})
final class OpenCommand implements Callable<Integer> {
    private final CliServices services;

    @Parameters(
            paramLabel = "PATH[:STEP]",
            description = "Pipeline file; after a colon a step such as for-loop-1/train.")
    private String place = "";

    OpenCommand(CliServices services) {
        this.services = services;
    }

    @Override
    public Integer call() throws InterruptedException, Refused {
        services.openWindow(List.of(address()));
        return ExitCode.OK;
    }

    /** A file whose name holds a colon is taken whole. */
    private Address address() throws Refused {
        if (Files.isRegularFile(Path.of(place))) {
            return document(place);
        }
        int colon = place.lastIndexOf(':');
        String file = colon < 0 ? place : place.substring(0, colon);
        if (!Files.isRegularFile(Path.of(file))) {
            throw new Refused(ExitCode.USAGE, "There is no file " + file + ". Check its name.");
        }
        return new TaskAddress(document(file), List.of(place.substring(colon + 1).split("/")));
    }

    private static DocumentAddress document(String file) {
        return new DocumentAddress(Path.of(file).toAbsolutePath().normalize().toString());
    }
}
