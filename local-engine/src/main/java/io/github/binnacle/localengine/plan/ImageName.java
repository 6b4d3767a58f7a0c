package io.github.binnacle.localengine.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a container image, taken apart.
 *
 * @param repository with its registry, without tag and digest
 * @param tag empty if there is none
 */
record ImageName(String repository, String tag) {
    private static final Pattern DOCKER_HUB =
            Pattern.compile("^((index\\.|registry-1\\.)?docker\\.io/)?(library/)?");
    private static final Pattern VERSION = Pattern.compile("^(\\d+\\.\\d+)(?=[.\\-]|rc|$)");
    private static final Pattern RED_HAT =
            Pattern.compile(
                    "registry\\.(?:access\\.)?redhat\\.(?:com|io)/ubi\\d+/python-3(\\d+).*");

    static ImageName of(String image) {
        int digest = image.indexOf('@');
        String named = digest < 0 ? image : image.substring(0, digest);
        int colon = named.lastIndexOf(':');
        return colon > named.lastIndexOf('/')
                ? new ImageName(named.substring(0, colon), named.substring(colon + 1))
                : new ImageName(named, "");
    }

    /**
     * Returns the Python version of an image that holds Python and nothing else: Docker's official
     * one, also through a mirror, or Red Hat's. The version is empty if the tag names none.
     */
    Optional<String> plainPython() {
        Matcher redHat = RED_HAT.matcher(repository);
        if (redHat.matches()) {
            return Optional.of("3." + redHat.group(1));
        }
        boolean isOfficial =
                DOCKER_HUB.matcher(repository).replaceFirst("").equals("python")
                        || repository.endsWith("/library/python");
        if (!isOfficial) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(tag);
        return Optional.of(version.find() ? version.group(1) : "");
    }
}
