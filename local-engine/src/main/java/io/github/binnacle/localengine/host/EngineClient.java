package io.github.binnacle.localengine.host;

import io.github.binnacle.localengine.follow.RunFollower;
import io.github.binnacle.localengine.wire.Fields;
import io.github.binnacle.localengine.wire.Reply;
import io.github.binnacle.localengine.wire.RunRequestJson;
import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunHistory;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The engine as other processes see it: requests go to the host, which is started when it is
 * needed; runs are followed in the ledger, whether a host is there or not.
 */
public final class EngineClient implements RunEngine, AutoCloseable {
    private final HostLink link;
    private final HostConversation host;
    private final RunFollower follower;

    /**
     * @param history the ledger, open for reading
     * @param build names the program: a host of another name is of other code
     */
    public EngineClient(
            EngineFolders folders, RunHistory history, HostLauncher launcher, String build) {
        HostStart start = new HostStart(folders, launcher, build);
        link = new HostLink(start, build);
        host = new HostConversation(start, link);
        follower = new RunFollower(history, new HostSignal(link));
    }

    @Override
    public Outcome<RunId> submit(RunRequest request) {
        return request("submit", Map.of("request", RunRequestJson.write(request)));
    }

    @Override
    public Outcome<RunId> cancel(RunId run) {
        return request("cancel", named(run));
    }

    @Override
    public Outcome<RunId> resume(RunId run) {
        return request("resume", named(run));
    }

    @Override
    public Outcome<RunId> delete(RunId run) {
        return request("delete", named(run));
    }

    @Override
    public Live<RunSnapshot> follow(RunId run) {
        return follower.follow(run);
    }

    @Override
    public Live<List<Run>> runs() {
        return follower.runs();
    }

    /** Starts a host if none is there, so that the first run does not wait for it. */
    public Outcome<HostFacts> start() {
        return facts(ask("ping", Map.of()));
    }

    /** Ends the host if one is there; what runs is interrupted. */
    public Outcome<HostFacts> shutdown() {
        return facts(host.askIfThere(message("shutdown", Map.of())));
    }

    /**
     * @param pid 0 if there is no host
     * @param runsGoingOn that the host was asked about
     */
    public record HostFacts(long pid, String build, int runsGoingOn) {}

    private static Map<String, Value> named(RunId run) {
        return Map.of("run", Value.of(run.value()));
    }

    private Outcome<RunId> request(String verb, Map<String, Value> fields) {
        return switch (ask(verb, fields)) {
            case Reply.Done(Value.Struct result, List<Problem> warnings) ->
                    new Outcome.Done<>(new RunId(Fields.text(result, "run")), warnings);
            case Reply.Refused(List<Problem> problems) -> new Outcome.Refused<>(problems);
            case Reply.Failed(String detail) -> new Outcome.Refused<>(failed(detail));
            case Reply.Ending _ -> new Outcome.Refused<>(failed("it is ending"));
        };
    }

    private Reply ask(String verb, Map<String, Value> fields) {
        return host.ask(message(verb, fields));
    }

    private static Value.Struct message(String verb, Map<String, Value> fields) {
        Map<String, Value> message = new LinkedHashMap<>();
        message.put("do", Value.of(verb));
        message.putAll(fields);
        return Value.of(message);
    }

    private static Outcome<HostFacts> facts(Reply reply) {
        return switch (reply) {
            case Reply.Done(Value.Struct result, List<Problem> warnings) ->
                    new Outcome.Done<>(
                            new HostFacts(
                                    Fields.number(result, "pid"),
                                    Fields.text(result, "build"),
                                    (int) Fields.number(result, "goingOn")),
                            warnings);
            case Reply.Refused(List<Problem> problems) -> new Outcome.Refused<>(problems);
            case Reply.Failed(String detail) -> new Outcome.Refused<>(failed(detail));
            case Reply.Ending _ -> new Outcome.Refused<>(failed("it is ending"));
        };
    }

    private static Problem failed(String detail) {
        return new Problem("engine.failed", Severity.ERROR, null, null, Map.of("detail", detail));
    }

    @Override
    public void close() {
        follower.close();
        link.close();
    }
}
