package io.github.binnacle.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.live.LiveValue;
import io.github.binnacle.testkit.contract.LiveContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model's own live value; here, because the model's tests cannot see the contract. */
class LiveValueTest extends LiveContract {
    private LiveValue<String> value = new LiveValue<>("");

    @Override
    protected Live<String> open(String initial) {
        value = new LiveValue<>(initial);
        return value;
    }

    @Override
    protected void publish(String next) {
        value.publish(next);
    }

    @Test
    void dropsAValueThatEqualsTheCurrentOne() {
        List<String> received = new ArrayList<>();
        value.subscribe(received::add);

        value.publish("first");

        assertThat(received).containsExactly("first");
    }
}
