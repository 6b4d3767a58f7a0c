package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.workplace.SecretSource;
import io.github.binnacle.model.workplace.SecretSource.Kind;
import io.github.binnacle.testkit.contract.SecretSourceContract;
import java.util.Map;

class FakeSecretSourceTest extends SecretSourceContract {
    @Override
    protected SecretSource with(Map<Kind, Map<String, Map<String, String>>> entries) {
        var source = new FakeSecretSource();
        entries.forEach((kind, named) ->
                named.forEach((name, keys) ->
                        keys.forEach((key, value) -> source.with(kind, name, key, value))));
        return source;
    }
}
