package io.github.binnacle.localengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.address.Address.TaskAddress;
import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyTest {
    private static final DocumentAddress DOCUMENT = new DocumentAddress("/p/ä.yaml");

    static Stream<Address> addresses() {
        var task = new TaskAddress(DOCUMENT, List.of("loop", "train"));
        return Stream.of(
                DOCUMENT,
                new Address.NodeAddress(DOCUMENT, 1, List.of("a", "0")),
                task,
                new Address.PortAddress(task, true, "rows"),
                new Address.RunAddress(new RunId("r")),
                new Address.RunTaskAddress(new RunId("r"), TaskPath.of("loop[2]/train")),
                new Address.ArtifactAddress(7));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void problemsArriveAsTheyWereSent(Address where) throws Exception {
        var problem =
                new Problem(
                        "spec.wrong-type",
                        Severity.WARNING,
                        where,
                        new SourceRange(3, 4, 50, 60),
                        Map.of("text", "a \"b\"\n", "count", 4L, "share", 0.5));

        var arrived = sent(new Reply.Refused(List.of(problem)));

        assertThat(arrived).isEqualTo(new Reply.Refused(List.of(problem)));
    }

    @Test
    void aProblemWithoutAPlaceArrives() throws Exception {
        var problem = new Problem("document.empty", Severity.NOTE, null, null, Map.of());

        var arrived = sent(new Reply.Done(Value.of(Map.of("x", Value.NULL)), List.of(problem)));

        assertThat(arrived)
                .isEqualTo(new Reply.Done(Value.of(Map.of("x", Value.NULL)), List.of(problem)));
    }

    @Test
    void failuresAndEndingsArrive() throws Exception {
        assertThat(sent(new Reply.Failed("why"))).isEqualTo(new Reply.Failed("why"));
        assertThat(sent(new Reply.Ending())).isEqualTo(new Reply.Ending());
    }

    @Test
    void anAddressOfAnUnknownKindIsRefused() {
        var address = Value.of(Map.of("kind", Value.of("moon")));

        assertThatThrownBy(() -> AddressJson.read(address)).isInstanceOf(ProtocolException.class);
    }

    private static Reply sent(Reply reply) throws Exception {
        var line = JsonText.compact(reply.toJson(3));
        return Reply.fromJson((Value.Struct) JsonReader.parse(line));
    }
}
