package io.github.binnacle.app;

import io.github.binnacle.app.cli.CliServices;
import io.github.binnacle.localstore.file.BinnacleHome;
import java.util.Map;

/** Wires everything by constructors; what is not asked for is not made. */
public final class Workbench implements CliServices {
    private final BinnacleHome home;

    public Workbench(Map<String, String> environment) {
        home = BinnacleHome.find(environment);
    }

    @Override
    public BinnacleHome home() {
        return home;
    }
}
