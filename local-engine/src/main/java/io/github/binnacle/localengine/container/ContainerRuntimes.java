package io.github.binnacle.localengine.container;

import io.github.binnacle.localengine.supervisor.ChildEnvironment;
import io.github.binnacle.localengine.supervisor.Question;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a podman or docker that can run containers now.
 *
 * <p>A client alone is not enough: its engine must answer. The answer holds for a minute, as
 * engines are started and stopped.
 */
public final class ContainerRuntimes {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final List<List<String>> QUESTIONS =
            List.of(
                    List.of("podman", "info", "--format", "{{.Version.Version}}"),
                    List.of("docker", "version", "--format", "{{.Server.Version}}"));

    private final Map<String, String> environment;
    private final InstantSource clock;
    private @Nullable Instant asked;
    private Optional<Path> answer = Optional.empty();

    /**
     * @param environment variables of the user, of which PATH and those of the clients count
     */
    public ContainerRuntimes(Map<String, String> environment, InstantSource clock) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /** Returns the executable of one that is usable; waits a few seconds at most. */
    public synchronized Optional<Path> find() throws InterruptedException {
        Instant now = clock.instant();
        if (asked == null || asked.plus(FRESH).isBefore(now)) {
            answer = ask();
            asked = now;
        }
        return answer;
    }

    private Optional<Path> ask() throws InterruptedException {
        for (List<String> question : QUESTIONS) {
            for (Path client : clients(question.getFirst())) {
                if (answers(client, question.subList(1, question.size()))) {
                    return Optional.of(client);
                }
            }
        }
        return Optional.empty();
    }

    private List<Path> clients(String name) {
        String file = File.separatorChar == '\\' ? name + ".exe" : name;
        List<Path> clients = new ArrayList<>();
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path client = Path.of(folder).resolve(file);
            if (!folder.isBlank() && Files.isExecutable(client) && clients.isEmpty()) {
                clients.add(client.toAbsolutePath());
            }
        }
        return clients;
    }

    private boolean answers(Path client, List<String> question) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(client.toString()));
        command.addAll(question);
        return Question.ask(command, forClients(), PATIENCE).isPresent();
    }

    /** The clients find their engine by variables of their own. */
    private Map<String, String> forClients() {
        Map<String, String> taken = new HashMap<>(ChildEnvironment.of(environment));
        environment.forEach((name, value) -> {
            if (name.startsWith("DOCKER_")
                    || name.startsWith("CONTAINER_")
                    || name.startsWith("XDG_")) {
                taken.put(name, value);
            }
        });
        return taken;
    }
}
