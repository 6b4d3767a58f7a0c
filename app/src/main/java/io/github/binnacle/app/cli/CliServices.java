package io.github.binnacle.app.cli;

import io.github.binnacle.localengine.check.ProjectCheck;
import io.github.binnacle.localengine.host.EngineClient;
import io.github.binnacle.localstore.file.BinnacleHome;
import io.github.binnacle.localstore.file.Doctor;
import io.github.binnacle.localstore.file.SecretFile;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.lineage.LineageSource;
import io.github.binnacle.model.pipeline.PipelineCompiler;
import io.github.binnacle.model.run.ArtifactSource;
import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunHistory;
import io.github.binnacle.model.workplace.TrustStore;
import java.io.IOException;
import java.util.List;

/** What commands need; each is made when it is first asked for. */
public interface CliServices {
    BinnacleHome home();

    RunEngine engine();

    RunHistory history();

    LogSource logs();

    ArtifactSource artifacts();

    LineageSource lineage();

    PipelineCompiler compiler();

    TrustStore trust();

    SecretFile secrets();

    /** Looks at the home folder and at what else is needed. */
    List<Doctor.Finding> examine();

    ProjectCheck projectCheck();

    /** Shows the window, at these places, until the user closes it. */
    void openWindow(List<Address> places) throws Refused;

    /** Shows the window for a moment. */
    void rehearseWindow() throws Refused;

    /** Serves as the engine host until it is not needed any more. */
    void serveEngine() throws IOException, InterruptedException;

    /** Returns the engine as a client of its host, for what only a client can ask. */
    EngineClient engineClient();
}
