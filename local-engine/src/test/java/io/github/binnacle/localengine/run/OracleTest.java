package io.github.binnacle.localengine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.SecretSource.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs pipelines that a real KFP ran, and compares what became of them.
 *
 * <p>{@code oracle/differences.json} lists, by pipeline, where we mean to differ and why; there the
 * state expected of the run is given, and comparison ends.
 */
@Tag("corpus")
@Tag("package-index")
@Timeout(600)
class OracleTest {
    private static final Duration LONGEST = Duration.ofSeconds(120);

    @TempDir static Path home;
    private static RealEngine engine;

    @BeforeAll
    static void startEngine() {
        engine = new RealEngine(home, 16);
        engine.secrets
                .with(Kind.SECRET, "test-secret-1", "username", "user1")
                .with(Kind.SECRET, "test-secret-1", "password", "psw1")
                .with(Kind.SECRET, "test-secret-2", "username", "user2")
                .with(Kind.SECRET, "test-secret-2", "password", "psw1")
                .with(Kind.SECRET, "test-secret-3", "username", "user3")
                .with(Kind.SECRET, "test-secret-3", "password", "psw2")
                .with(Kind.SECRET, "user-gcp-sa", "type", "service_account");
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    static Stream<String> recordings() throws IOException {
        String shared = System.getProperty("binnacle.shared", System.getenv("BINNACLE_SHARED"));
        if (shared == null) {
            return Stream.of("");
        }
        try (Stream<Path> files = Files.list(Path.of(shared, "oracle"))) {
            return files
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".json") && !file.contains("~"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void agreesWithTheCluster(String file) throws Exception {
        assumeTrue(!file.isEmpty(), "no corpus: set BINNACLE_SHARED");
        OracleRecording recording = OracleRecording.read(Path.of(file));
        assumeTrue(recording.wasRun(), "the cluster did not run it");
        Value.Struct difference = difference(recording.name());

        Outcome<RunId> outcome = engine.submit(recording.pipeline(), recording.parameters());

        if (outcome instanceof Outcome.Refused<RunId> refused) {
            assertThat(difference.field("state"))
                    .as("%s", refused.problems())
                    .contains(Value.of("REFUSED"));
            return;
        }
        RunId run = ((Outcome.Done<RunId>) outcome).value();
        RunSnapshot snapshot = engine.await(run, LONGEST);
        List<String> differences = new ArrayList<>(recording.differences(snapshot));
        if (difference.field("state").isPresent()) {
            assertThat(snapshot.run().state().name())
                    .as("%s", snapshot.run().problem())
                    .isEqualTo(recording.text(difference, "state"));
        } else {
            assertThat(differences).as("%s", snapshot.run().problem()).isEmpty();
        }
    }

    private static Value.Struct difference(String pipeline) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        OracleTest.class.getResourceAsStream("/oracle/differences.json"))) {
            Value all = JsonReader.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Value> fields = ((Value.Struct) all).fields();
            return (Value.Struct) fields.getOrDefault(pipeline, Value.Struct.EMPTY);
        }
    }
}
