package io.github.binnacle.localengine.host;

import io.github.binnacle.localengine.wire.Fields;
import io.github.binnacle.localengine.wire.ProtocolException;
import io.github.binnacle.localengine.wire.Reply;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the host, and another one if the first is lost or ends before it has begun. */
final class HostConversation {
    private static final Logger LOG = LoggerFactory.getLogger(HostConversation.class);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
    private static final Duration SHORT_LIMIT = Duration.ofSeconds(10);
    private static final Duration LOST_LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final HostStart start;
    private final HostLink link;

    HostConversation(HostStart start, HostLink link) {
        this.start = start;
        this.link = link;
    }

    /** Asks the host, starting one if none is there. */
    Reply ask(Value.Struct request) {
        String verb = Fields.text(request, "do");
        try {
            return askUntilAnswered(request, verb);
        } catch (HostUnavailable e) {
            return new Reply.Refused(List.of(e.problem()));
        } catch (ProtocolException e) {
            return new Reply.Failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.warn("The engine was lost while it was asked to {}", verb, e);
            return refused("engine.lost", verb);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("engine.canceled", verb);
        }
    }

    private Reply askUntilAnswered(Value.Struct request, String verb)
            throws HostUnavailable, IOException, InterruptedException {
        long end = System.nanoTime() + LOST_LIMIT.toNanos();
        while (true) {
            ClientConnection host = link.require(verb);
            boolean isLate = System.nanoTime() > end;
            try {
                Reply reply = host.ask(request, ANSWER_LIMIT);
                if (!(reply instanceof Reply.Ending) || isLate) {
                    return reply;
                }
                link.drop(host);
            } catch (IOException e) {
                if (isLate || !mayAskAgain(verb, host, e)) {
                    throw e;
                }
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    /** A submission that the host may have seen is not sent again: it might run twice. */
    private static boolean mayAskAgain(String verb, ClientConnection host, IOException reason) {
        return reason instanceof ClientConnection.NotSent
                || !host.isOpen() && !verb.equals("submit");
    }

    /** Asks the host if one is there; if none is, nothing happens and the facts are empty. */
    Reply askIfThere(Value.Struct request) {
        try (ClientConnection host = start.connect()) {
            return host.ask(request, SHORT_LIMIT);
        } catch (IOException e) {
            return new Reply.Done(Value.Struct.EMPTY, List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("engine.canceled", Fields.text(request, "do"));
        }
    }

    private static Reply refused(String code, String verb) {
        return new Reply.Refused(
                List.of(new Problem(code, Severity.ERROR, null, null, Map.of("request", verb))));
    }
}
