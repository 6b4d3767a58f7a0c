package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.Schema;
import io.github.binnacle.localstore.sql.StoreFile;
import java.nio.file.Path;
import java.time.InstantSource;

/** The ledger's tables: ML Metadata's and ours. */
final class LedgerSchema {
    static final Schema SCHEMA = Schema.of(LedgerSchema.class, "schema.sql");

    private LedgerSchema() {}

    static StoreFile in(Path file) {
        return new StoreFile(file.toAbsolutePath(), SCHEMA, InstantSource.system());
    }
}
