package io.github.binnacle.testkit.rules.sample.model.util;

import java.io.IOException;

/** Breaks: names of package and class; a process in the model. */
final class ScoreManager {
    Process start() throws IOException {
        return new ProcessBuilder("true").start();
    }
}
