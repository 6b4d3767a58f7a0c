package io.github.binnacle.localengine.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localstore.ledger.SqliteRunHistory;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Talks to hosts that are processes of their own. */
@Timeout(120)
class EngineHostTest {
    private static final String BUILD = "test-1";
    private static final long NEVER = 600_000;

    @TempDir Path temporary;

    private final List<EngineClient> clients = new ArrayList<>();
    private Path home;
    private SqliteRunHistory history;

    @BeforeEach
    void prepareHome() throws IOException {
        home = Files.createDirectory(temporary.resolve("h"));
        history = SqliteRunHistory.open(home.resolve("ledger.db"));
    }

    @AfterEach
    void endHost() throws Exception {
        var host = done(client(BUILD, NEVER).shutdown());
        clients.forEach(EngineClient::close);
        awaitEnd(host.pid());
        history.close();
    }

    @Test
    void startsAHostOnDemandAndRecordsTheRun() {
        var client = client(BUILD, NEVER);

        var run = done(client.submit(request("short")));

        assertThat(history.snapshot(run).orElseThrow().run().state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void carriesTheWholeRequest() {
        var client = client(BUILD, NEVER);
        var request =
                new RunRequest(
                        "text: \"ä\n" + "x".repeat(3_000_000),
                        "p.yaml",
                        "/project",
                        "named",
                        Map.of("n", Value.of(4)),
                        new RunOptions(false, true, true));

        var run = done(client.submit(request));

        var recorded = history.snapshot(run).orElseThrow().run();
        assertThat(history.document(run)).contains(request.documentText());
        assertThat(recorded.parameters()).isEqualTo(request.parameters());
        assertThat(recorded.documentPath()).isEqualTo("p.yaml");
    }

    @Test
    void twoClientsAtOnceGetOneHost() {
        var first = client(BUILD, NEVER);
        var second = client(BUILD, NEVER);

        var racing = CompletableFuture.supplyAsync(() -> done(first.start()).pid());
        var other = done(second.start()).pid();

        assertThat(racing.join()).isEqualTo(other);
    }

    @Test
    void refusalsAndErrorsReachTheClientAsProblems() {
        var client = client(BUILD, NEVER);

        var refused = problems(client.submit(request("refused")));
        var broken = problems(client.submit(request("broken")));

        assertThat(refused).extracting(Problem::message).first().asString().contains("no");
        assertThat(broken)
                .extracting(Problem::message)
                .first()
                .asString()
                .contains("broken inside");
    }

    @Test
    void aKilledHostLeavesItsRunInterruptedAndTheNextResumesIt() throws Exception {
        var client = client(BUILD, NEVER);
        var run = done(client.submit(request("long")));
        kill(done(client.start()).pid());

        var resumed = client.resume(run);

        assertThat(done(resumed)).isEqualTo(run);
        assertThat(state(run)).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void aHostThatTakesOverMarksRunningRunsAsInterrupted() throws Exception {
        var client = client(BUILD, NEVER);
        var run = done(client.submit(request("long")));
        kill(done(client.start()).pid());

        done(client.start());

        assertThat(state(run)).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void followersSeeEveryChangeAcrossTheDeathOfTheHost() throws Exception {
        var client = client(BUILD, NEVER);
        var run = done(client.submit(request("long")));
        BlockingQueue<RunState> seen = new LinkedBlockingQueue<>();
        var following = client.follow(run).subscribe(snapshot -> seen.add(snapshot.run().state()));
        assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo(RunState.RUNNING);

        kill(done(client.start()).pid());
        client.start();

        assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo(RunState.INTERRUPTED);
        following.close();
    }

    @Test
    void anUpdateReachesAFollowerQuickly() throws Exception {
        var client = client(BUILD, NEVER);
        done(client.submit(request("short")));
        BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
        var following = client.runs().subscribe(runs -> seen.add(runs.size()));
        awaitCount(seen, 1);
        done(client.submit(request("short")));
        awaitCount(seen, 2);

        var delays = new ArrayList<Long>();
        for (int i = 3; i < 13; i++) {
            done(client.submit(request("short")));
            var recorded = System.nanoTime();
            awaitCount(seen, i);
            delays.add((System.nanoTime() - recorded) / 1_000_000);
        }

        following.close();
        assertThat(delays.stream().sorted().toList().get(5)).isLessThan(250);
    }

    @Test
    void aRequestThatNoHostTakesIsRefusedAtOnce() {
        var client = client(BUILD, NEVER);
        var request =
                new RunRequest(
                        "x".repeat(70_000_000), "", "", "short", Map.of(), RunOptions.DEFAULT);

        var problems = problems(client.submit(request));

        assertThat(problems)
                .extracting(Problem::message)
                .first()
                .asString()
                .contains("longer than");
        assertThat(client.start()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTerminalThatEndsTheClientDoesNotEndTheHost() throws Exception {
        var host = done(client(BUILD, NEVER).start()).pid();

        var stat = Files.readString(Path.of("/proc", Long.toString(host), "stat"));

        var session = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
        assertThat(session).isEqualTo(Long.toString(host));
    }

    @Test
    void endsWhenIdle() throws Exception {
        var client = client(BUILD, 300);

        var host = done(client.start()).pid();

        awaitEnd(host);
        assertThat(home.resolve("engine.sock")).doesNotExist();
    }

    @Test
    void doesNotEndWhileARunGoesOn() throws Exception {
        var client = client(BUILD, 700);
        var run = done(client.submit(request("long")));
        var host = done(client.start()).pid();
        var process = ProcessHandle.of(host).orElseThrow();

        assertThat(process.onExit().completeOnTimeout(null, 1500, TimeUnit.MILLISECONDS).join())
                .isNull();

        done(client.cancel(run));
        awaitEnd(host);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void sigtermLeavesRunsInterrupted() throws Exception {
        var client = client(BUILD, NEVER);
        var run = done(client.submit(request("long")));
        var host = done(client.start()).pid();

        ProcessHandle.of(host).orElseThrow().destroy();
        awaitEnd(host);

        assertThat(state(run)).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void shutdownEndsTheHostAndSaysWhichItWas() throws Exception {
        var client = client(BUILD, NEVER);
        var host = done(client.start());

        var ended = done(client.shutdown());

        assertThat(ended).isEqualTo(host);
        awaitEnd(host.pid());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheUserMayOpenTheSocket() throws IOException {
        done(client(BUILD, NEVER).start());

        var permissions = Files.getPosixFilePermissions(home.resolve("engine.sock"));

        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void aHomeWithALongPathGetsASocketElsewhere() throws Exception {
        home = Files.createDirectories(temporary.resolve("x".repeat(120)));
        history.close();
        history = SqliteRunHistory.open(home.resolve("ledger.db"));
        var client = client(BUILD, NEVER);

        var run = done(client.submit(request("short")));

        assertThat(state(run)).isEqualTo(RunState.SUCCEEDED);
        assertThat(Path.of(Files.readString(home.resolve("engine.socket")))).exists();
    }

    @Test
    void staleLockAndSocketFilesDoNotMatter() throws IOException {
        Files.writeString(home.resolve("engine.lock"), "4711");
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(home.resolve("engine.sock")));
        }

        var run = done(client(BUILD, NEVER).submit(request("short")));

        assertThat(state(run)).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void anIdleHostOfAnotherBuildMakesRoom() {
        var old = done(client("test-0", NEVER).start());

        var current = done(client(BUILD, NEVER).start());

        assertThat(current.build()).isEqualTo(BUILD);
        assertThat(current.pid()).isNotEqualTo(old.pid());
    }

    @Test
    void aBusyHostOfAnotherBuildIsLeftAloneButTakesCancel() {
        var old = client("test-0", NEVER);
        var run = done(old.submit(request("long")));
        var current = client(BUILD, NEVER);

        var refused = problems(current.submit(request("short")));
        var canceled = done(current.cancel(run));

        assertThat(refused).extracting(Problem::code).containsExactly("engine.other-build");
        assertThat(canceled).isEqualTo(run);
        assertThat(state(run)).isEqualTo(RunState.CANCELED);
    }

    @Test
    void garbageOnTheSocketClosesThatConnectionOnly() throws IOException {
        var client = client(BUILD, NEVER);
        var host = done(client.start());
        var answers = new HashSet<String>();

        for (var garbage :
                List.of("GET / HTTP/1.1\r\n\r\n", "\0\1\2\n", "[]\n", "{\"binnacle\":1}\n]\n")) {
            answers.add(talk(garbage));
        }

        assertThat(answers).hasSizeLessThanOrEqualTo(2);
        assertThat(done(client.start())).isEqualTo(host);
    }

    @Test
    void aHostThatCannotStartIsReportedWithItsLog() {
        var client =
                new EngineClient(
                        HostMain.folders(home),
                        history,
                        () -> List.of(java(), "-cp", "nowhere", "NoSuchClass"),
                        BUILD);

        var problems = problems(client.submit(request("short")));

        assertThat(problems)
                .extracting(Problem::message)
                .first()
                .asString()
                .contains("NoSuchClass");
        client.close();
    }

    /** Sends bytes and returns what comes until the host closes. */
    private String talk(String bytes) throws IOException {
        try (var socket =
                SocketChannel.open(UnixDomainSocketAddress.of(home.resolve("engine.sock")))) {
            socket.write(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.UTF_8)));
            var answer = ByteBuffer.allocate(10_000);
            while (socket.read(answer) >= 0) {}
            return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
        }
    }

    private EngineClient client(String build, long idleMillis) {
        var command =
                List.of(
                        java(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostMain.class.getName(),
                        home.toString(),
                        build,
                        Long.toString(idleMillis));
        var client = new EngineClient(HostMain.folders(home), history, () -> command, build);
        clients.add(client);
        return client;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static RunRequest request(String name) {
        return new RunRequest("document", "", "", name, Map.of(), RunOptions.DEFAULT);
    }

    private RunState state(RunId run) {
        return history.snapshot(run).orElseThrow().run().state();
    }

    private static void awaitCount(BlockingQueue<Integer> seen, int count) throws Exception {
        for (Integer size = seen.poll(30, TimeUnit.SECONDS);
                size != null && size != count;
                size = seen.poll(30, TimeUnit.SECONDS)) {}
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        awaitEnd(pid);
    }

    private static void awaitEnd(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).as("%s", sentences(outcome)).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).problems();
    }

    private static List<String> sentences(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(List<Problem> problems)
                ? problems.stream().map(Problem::message).toList()
                : List.of();
    }
}
