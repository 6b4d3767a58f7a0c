package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.environment.Environments;
import io.github.binnacle.localengine.environment.PythonEnvironment;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Has one environment, or says why not. */
final class FakeEnvironments implements Environments {
    volatile String failure = "";
    volatile String key = "lock-1";

    @Override
    public PythonEnvironment require(EnvironmentSpec specification, Consumer<String> progress)
            throws EnvironmentException {
        progress.accept("Installing kfp");
        if (!failure.isEmpty()) {
            throw new EnvironmentException(failure);
        }
        return new PythonEnvironment(key, Path.of("/environment/bin/python3"), "");
    }

    @Override
    public boolean isReady(EnvironmentSpec specification) {
        return failure.isEmpty();
    }
}
