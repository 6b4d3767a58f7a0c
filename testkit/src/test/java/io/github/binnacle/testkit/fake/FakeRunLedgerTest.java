package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.testkit.contract.RunLedgerContract;

class FakeRunLedgerTest extends RunLedgerContract {
    @Override
    protected RunLedger open() {
        return new FakeRunLedger();
    }
}
