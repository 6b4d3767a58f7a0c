package io.github.binnacle.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.workplace.SecretSource;
import io.github.binnacle.model.workplace.SecretSource.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link SecretSource} keeps to. */
public abstract class SecretSourceContract {
    /** Makes a source with these entries: kind, then name, then keys with their values. */
    protected abstract SecretSource with(Map<Kind, Map<String, Map<String, String>>> entries)
            throws Exception;

    @Test
    void givesTheKeysAndValuesOfAnEntry() throws Exception {
        var values = Map.of("user", "ada", "password", "ü \"quoted\" \n line");
        var source = with(Map.of(Kind.SECRET, Map.of("db", values)));

        assertThat(source.find(Kind.SECRET, "db")).contains(values);
    }

    @Test
    void keepsSecretsAndConfigMapsOfOneNameApart() throws Exception {
        var source =
                with(
                        Map.of(
                                Kind.SECRET, Map.of("db", Map.of("key", "secret")),
                                Kind.CONFIG_MAP, Map.of("db", Map.of("key", "plain"))));

        assertThat(source.find(Kind.SECRET, "db")).contains(Map.of("key", "secret"));
        assertThat(source.find(Kind.CONFIG_MAP, "db")).contains(Map.of("key", "plain"));
    }

    @Test
    void hasNothingUnderANameThatIsNotThere() throws Exception {
        assertThat(with(Map.of()).find(Kind.SECRET, "db")).isEmpty();
    }
}
