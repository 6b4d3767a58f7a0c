package io.github.binnacle.app;

import io.github.binnacle.localengine.container.ContainerRuntimes;
import io.github.binnacle.localengine.environment.PythonFinder;
import io.github.binnacle.localstore.file.Doctor.Finding;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Looks for what runs need on this computer besides our own files. */
final class MachineCheck {
    private final Map<String, String> environment;
    private final PythonFinder pythons;

    MachineCheck(Map<String, String> environment, PythonFinder pythons) {
        this.environment = environment;
        this.pythons = pythons;
    }

    List<Finding> examine() {
        return List.of(java(), python(), containers());
    }

    private static Finding java() {
        return new Finding(
                "Java", true, Runtime.version() + " in " + System.getProperty("java.home"));
    }

    private Finding python() {
        return pythons.any()
                .map(python -> new Finding("Python", true, python.version() + ", " + python.path()))
                .orElseGet(() ->
                        new Finding(
                                "Python",
                                false,
                                "none of version 3.9 or newer was found; steps cannot run."
                                        + " Install python3."));
    }

    /** Containers are only needed for some steps, so none is no fault. */
    private Finding containers() {
        try {
            return new ContainerRuntimes(environment, InstantSource.system())
                    .find()
                    .map(runtime -> new Finding("containers", true, runtime.toString()))
                    .orElse(
                            new Finding(
                                    "containers",
                                    true,
                                    "no usable podman or docker; steps that need an image's own"
                                            + " programs do not run here"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding("containers", true, "not asked");
        }
    }
}
