package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.lineage.LineageSource;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.testkit.contract.LineageSourceContract;

class FakeLineageTest extends LineageSourceContract {
    private final FakeRunLedger ledger = new FakeRunLedger();

    @Override
    protected RunLedger open() {
        return ledger;
    }

    @Override
    protected LineageSource lineage(RunLedger opened) {
        return ledger.lineage();
    }
}
