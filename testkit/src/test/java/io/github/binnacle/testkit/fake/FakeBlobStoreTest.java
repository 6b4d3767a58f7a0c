package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.run.BlobStore;
import io.github.binnacle.testkit.contract.BlobStoreContract;

class FakeBlobStoreTest extends BlobStoreContract {
    @Override
    protected BlobStore open() {
        return new FakeBlobStore();
    }
}
