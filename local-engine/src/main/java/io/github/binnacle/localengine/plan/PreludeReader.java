package io.github.binnacle.localengine.plan;

import java.util.List;

/** Reads what the pip prelude in a component's command would install. */
@FunctionalInterface
public interface PreludeReader {
    Prelude read(List<String> command);

    /**
     * @param requirements requirement lines in order, kfp included if the prelude installs it
     * @param indexUrls package indexes named by the component
     */
    record Prelude(List<String> requirements, List<String> indexUrls) {
        public static final Prelude NONE = new Prelude(List.of(), List.of());

        public Prelude {
            requirements = List.copyOf(requirements);
            indexUrls = List.copyOf(indexUrls);
        }
    }
}
