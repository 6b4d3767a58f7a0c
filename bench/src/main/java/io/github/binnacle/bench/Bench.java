package io.github.binnacle.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a measurement may use.
 *
 * @param share part of the named counts to do, from 0 to 1
 * @param folder empty folder to work in
 * @param project root of the source tree
 * @param shared the reference corpora, where they are there
 * @param peers Python programs of the peers
 */
public record Bench(
        double share, Path folder, Path project, Optional<Path> shared, PeerPython peers) {}
