package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.plan.ExecutionPlan.ContainerRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the command line that runs a container through podman or docker. */
final class ContainerArguments {
    private ContainerArguments() {}

    /**
     * @param readable folders outside the attempt's that the container may read, at the same place
     * @param binds volumes, by folder and path in the container
     */
    record Places(AttemptFolder attempt, Set<Path> readable, List<PodEnvironment.Bind> binds) {}

    static List<String> of(
            ContainerRun plan,
            List<String> words,
            Map<String, String> variables,
            Places places,
            long memoryLimit) {
        List<String> line = new ArrayList<>(List.of(plan.runtime().toString(), "run", "--rm"));
        line.add("--init");
        volume(line, places.attempt().folder(), places.attempt().folder().toString(), "");
        places.readable().forEach(path -> volume(line, path, path.toString(), ":ro"));
        places.binds().forEach(bind -> volume(line, bind.folder(), bind.path(), ""));
        line.addAll(List.of("--workdir", places.attempt().work().toString()));
        variables.keySet().forEach(name -> line.addAll(List.of("--env", name)));
        if (memoryLimit > 0) {
            line.addAll(List.of("--memory", Long.toString(memoryLimit)));
        }
        boolean hasCommand = !plan.command().isEmpty() && !words.isEmpty();
        if (hasCommand) {
            line.addAll(List.of("--entrypoint", words.getFirst()));
        }
        line.add(plan.image());
        line.addAll(hasCommand ? words.subList(1, words.size()) : words);
        return line;
    }

    private static void volume(List<String> line, Path from, String to, String mode) {
        line.addAll(List.of("--volume", from + ":" + to + mode));
    }
}
