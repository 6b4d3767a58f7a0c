package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.BlobStore;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.workplace.SecretSource;

/** What runs read and record. */
public record RunStores(RunLedger ledger, BlobStore blobs, SecretSource secrets) {}
