package io.github.binnacle.localstore.ledger;

import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.testkit.contract.RunLedgerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteRunLedgerTest extends RunLedgerContract {
    @TempDir Path folder;
    private SqliteRunLedger opened;

    @Override
    protected RunLedger open() {
        opened = SqliteRunLedger.open(folder.resolve("ledger.db"));
        return opened;
    }

    @AfterEach
    void close() {
        opened.close();
    }
}
