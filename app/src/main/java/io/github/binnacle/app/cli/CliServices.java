package io.github.binnacle.app.cli;

import io.github.binnacle.localstore.file.BinnacleHome;

/** What commands need; each is made when it is first asked for. */
public interface CliServices {
    BinnacleHome home();
}
