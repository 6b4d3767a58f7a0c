package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.workplace.TrustStore;
import io.github.binnacle.testkit.contract.TrustStoreContract;

class FakeTrustStoreTest extends TrustStoreContract {
    @Override
    protected TrustStore open() {
        return new FakeTrustStore();
    }
}
