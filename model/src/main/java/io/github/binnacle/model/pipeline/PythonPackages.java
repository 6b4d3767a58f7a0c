package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the packages that the KFP SDK's install prelude names. */
final class PythonPackages {
    private static final Pattern INSTALL = Pattern.compile("-m pip install ([^&|;\\n]*)");
    private static final Pattern QUOTED = Pattern.compile("'([^'\\s-][^']*)'");
    private static final Pattern OWN = Pattern.compile("(kfp|typing-extensions)\\b.*");

    private PythonPackages() {}

    /** Returns requirement lines in their order, without those the SDK needs for itself. */
    static List<String> installedBy(PipelineContainerSpec container) {
        return container.command().stream()
                .filter(part -> part.contains("pip install"))
                .flatMap(part -> INSTALL.matcher(part).results())
                .map(MatchResult::group)
                .flatMap(install -> names(QUOTED.matcher(install)).stream())
                .distinct()
                .toList();
    }

    private static List<String> names(Matcher quoted) {
        return quoted.results()
                .map(result -> result.group(1))
                .filter(name -> !OWN.matcher(name).matches())
                .toList();
    }
}
