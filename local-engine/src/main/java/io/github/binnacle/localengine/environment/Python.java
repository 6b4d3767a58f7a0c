package io.github.binnacle.localengine.environment;

import java.nio.file.Path;

/**
 * A Python of this computer.
 *
 * @param path of its interpreter, absolute
 * @param minor of its version 3.{@code minor}
 * @param version such as {@code 3.11.7}
 */
public record Python(Path path, int minor, String version) {
    /** The oldest that KFP's runtime and our own Python work with. */
    public static final int OLDEST_MINOR = 9;

    /** The newest that KFP's releases allow. */
    static final int NEWEST_MINOR_OF_KFP = 13;
}
