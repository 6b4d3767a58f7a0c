package io.github.binnacle.localengine.host;

import io.github.binnacle.localengine.wire.Fields;
import io.github.binnacle.localengine.wire.Reply;
import io.github.binnacle.localengine.wire.RunRequestJson;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what clients ask. */
final class HostRequests {
    private static final Logger LOG = LoggerFactory.getLogger(HostRequests.class);

    private final RunEngine engine;
    private final HostActivity activity;
    private final String build;

    HostRequests(RunEngine engine, HostActivity activity, String build) {
        this.engine = engine;
        this.activity = activity;
        this.build = build;
    }

    /** Takes an answer to where it was asked. */
    @FunctionalInterface
    interface Answering {
        void answer(Reply reply);
    }

    /** Answers one request; while it does, the host does not end by itself. */
    void answer(Value.Struct request, Answering asked) {
        if (!activity.beginRequest()) {
            asked.answer(new Reply.Ending());
            return;
        }
        try {
            asked.answer(reply(request));
        } finally {
            activity.endRequest();
        }
    }

    void clientCame() {
        activity.clientCame();
    }

    private Reply reply(Value.Struct request) {
        try {
            return dispatch(request);
        } catch (RuntimeException e) {
            LOG.error("The request {} failed", Fields.text(request, "do"), e);
            return new Reply.Failed("An error in the engine: " + e);
        }
    }

    private Reply dispatch(Value.Struct request) {
        RunId run = new RunId(Fields.text(request, "run"));
        return switch (Fields.text(request, "do")) {
            case "submit" ->
                    Reply.of(
                            engine.submit(RunRequestJson.read(Fields.struct(request, "request"))),
                            "run");
            case "cancel" -> Reply.of(engine.cancel(run), "run");
            case "resume" -> Reply.of(engine.resume(run), "run");
            case "delete" -> Reply.of(engine.delete(run), "run");
            case "ping", "watch" -> done();
            case "retire" -> retired();
            case "shutdown" -> {
                activity.end();
                yield done();
            }
            default ->
                    new Reply.Failed(
                            "The engine does not know the request " + Fields.text(request, "do"));
        };
    }

    private Reply retired() {
        try {
            return activity.endIfIdle() ? done() : new Reply.Failed("The engine is at work");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Failed("The engine was interrupted");
        }
    }

    private Reply done() {
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("build", Value.of(build));
        facts.put("pid", Value.of(ProcessHandle.current().pid()));
        facts.put("goingOn", Value.of(activity.runsGoingOn()));
        return new Reply.Done(Value.of(facts), List.of());
    }
}
