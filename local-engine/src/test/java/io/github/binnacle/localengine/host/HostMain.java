package io.github.binnacle.localengine.host;

import io.github.binnacle.localstore.ledger.SqliteRunLedger;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The host's process in tests: home folder, build and idle limit in milliseconds. */
final class HostMain {
    private HostMain() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        boolean isHost =
                new EngineHost(
                                folders(home),
                                args[1],
                                Duration.ofMillis(Long.parseLong(args[2])),
                                new Composition(home),
                                InstantSource.system())
                        .run();
        System.out.println(isHost ? "host ended" : "another host is there");
        System.exit(0);
    }

    static EngineFolders folders(Path home) {
        return new EngineFolders(
                home,
                home.resolve("runs"),
                home.resolve("environments"),
                home.resolve("runtime"),
                home.resolve("volumes"),
                home.resolve("logs"));
    }

    private static final class Composition implements EngineComposition {
        private final Path home;
        private @Nullable SqliteRunLedger ledger;

        Composition(Path home) {
            this.home = home;
        }

        @Override
        public RunLedger openLedger() {
            ledger = SqliteRunLedger.open(home.resolve("ledger.db"));
            return ledger;
        }

        @Override
        public RunningEngine start(RunLedger observed) {
            return new Running(new LedgerOnlyEngine(observed));
        }

        @Override
        public void close() {
            if (ledger != null) {
                ledger.close();
            }
        }
    }

    private record Running(RunEngine engine) implements EngineComposition.RunningEngine {
        @Override
        public void close() {}
    }
}
