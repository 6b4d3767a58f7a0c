package io.github.binnacle.localengine.environment;

import java.nio.file.Path;

/**
 * An environment that is there.
 *
 * @param key digest of its lock: same key, same packages; part of every cache key
 * @param python its interpreter
 * @param warning what differs from what was asked, in a sentence; empty if nothing does
 */
public record PythonEnvironment(String key, Path python, String warning) {}
