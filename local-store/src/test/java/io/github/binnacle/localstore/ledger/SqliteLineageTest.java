package io.github.binnacle.localstore.ledger;

import io.github.binnacle.model.lineage.LineageSource;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.testkit.contract.LineageSourceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteLineageTest extends LineageSourceContract {
    @TempDir Path folder;
    private SqliteRunLedger opened;

    @Override
    protected RunLedger open() {
        opened = SqliteRunLedger.open(folder.resolve("ledger.db"));
        return opened;
    }

    @Override
    protected LineageSource lineage(RunLedger ledger) {
        return opened.lineage();
    }

    @AfterEach
    void close() {
        opened.close();
    }
}
