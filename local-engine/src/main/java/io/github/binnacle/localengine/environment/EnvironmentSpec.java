package io.github.binnacle.localengine.environment;

import java.util.List;

/**
 * What an environment holds.
 *
 * @param python version such as {@code 3.11}; empty for any that is there
 * @param requirements requirement lines as pip takes them, kfp included, in order
 * @param indexUrls package indexes asked for by the component; empty for the user's own
 */
public record EnvironmentSpec(String python, List<String> requirements, List<String> indexUrls) {
    public EnvironmentSpec {
        requirements = List.copyOf(requirements);
        indexUrls = List.copyOf(indexUrls);
    }
}
