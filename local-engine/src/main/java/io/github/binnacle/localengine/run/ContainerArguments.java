package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.plan.ExecutionPlan.ContainerRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes the command line that runs a container through podman or docker. */
final class ContainerArguments {
    private ContainerArguments() {}

    /**
     * @param readable files outside the attempt's folder that the container may read, at the same
     *     place
     * @param binds volumes, by folder and path in the container
     */
    record Places(Set<Path> readable, List<PodEnvironment.Bind> binds) {}

    /** The container is named by the attempt's token. */
    static List<String> of(
            ContainerRun plan, List<String> words, Orders.Prepared attempt, Places places) {
        List<String> line = new ArrayList<>(List.of(plan.runtime().toString(), "run", "--rm"));
        line.addAll(List.of("--init", "--name", attempt.token()));
        Path folder = attempt.folder().folder();
        volume(line, folder, folder.toString(), "");
        places.readable().forEach(path -> volume(line, path, path.toString(), ":ro"));
        places.binds().forEach(bind -> volume(line, bind.folder(), bind.path(), ""));
        line.addAll(List.of("--workdir", attempt.folder().work().toString()));
        attempt.variables().keySet().forEach(name -> line.addAll(List.of("--env", name)));
        long memory = attempt.limits().memoryBytes();
        if (memory > 0) {
            line.addAll(List.of("--memory", Long.toString(memory)));
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
