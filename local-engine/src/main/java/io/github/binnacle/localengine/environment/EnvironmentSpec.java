package io.github.binnacle.localengine.environment;

import java.util.List;

/**
 * What an environment holds.
 *
 * @param python version such as {@code 3.11}; empty for any that is there
 * @param requirements requirement lines as pip takes them, kfp included, in order; a line that ends
 *     with {@link #WITHOUT_DEPENDENCIES} is installed alone
 * @param indexUrls package indexes asked for by the component, the first in place of the usual one;
 *     empty for the user's own
 */
public record EnvironmentSpec(String python, List<String> requirements, List<String> indexUrls) {
    /** Marks a requirement to be installed without what it depends on, as kfp installs itself. */
    public static final String WITHOUT_DEPENDENCIES = " --no-deps";

    public EnvironmentSpec {
        requirements = List.copyOf(requirements);
        indexUrls = List.copyOf(indexUrls);
    }
}
