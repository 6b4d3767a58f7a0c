package io.github.binnacle.localengine.host;

import io.github.binnacle.localengine.follow.ChangeSignal;
import io.github.binnacle.localengine.wire.Hello;
import io.github.binnacle.localengine.wire.Reply;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the host, while there is one, tell of changes in the ledger. Used by one thread. */
final class HostSignal implements ChangeSignal {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Value.Struct WATCH = Value.of(Map.of("do", Value.of("watch")));

    private final HostLink link;
    private volatile @Nullable ClientConnection watched;

    HostSignal(HostLink link) {
        this.link = link;
    }

    @Override
    public boolean arm(Runnable wake) {
        try {
            ClientConnection host = link.find();
            return host != null && (host == watched || watch(host, wake));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean watch(ClientConnection host, Runnable wake) throws InterruptedException {
        if (host.host().protocol() != Hello.PROTOCOL) {
            return false;
        }
        host.onChange(wake);
        try {
            boolean isWatching = host.ask(WATCH, ANSWER_LIMIT) instanceof Reply.Done;
            watched = isWatching ? host : null;
            return isWatching;
        } catch (IOException e) {
            return false;
        }
    }

    /** The host goes on telling, which costs a line now and then; nobody is woken. */
    @Override
    public void disarm() {
        ClientConnection host = watched;
        if (host != null) {
            host.onChange(() -> {});
            watched = null;
        }
    }
}
