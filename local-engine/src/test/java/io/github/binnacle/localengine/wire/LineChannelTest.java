package io.github.binnacle.localengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.model.value.Value;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineChannelTest {
    private SocketChannel near;
    private SocketChannel far;

    @BeforeEach
    void connect() throws Exception {
        try (var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            near = SocketChannel.open(server.getLocalAddress());
            far = server.accept();
        }
    }

    @AfterEach
    void disconnect() throws Exception {
        near.close();
        far.close();
    }

    @Test
    void objectsArriveOneByOne() throws Exception {
        var sender = new LineChannel(near);
        var first = Value.of(Map.of("text", Value.of("ä\n\"")));
        var second = Value.of(Map.of("n", Value.of(2)));

        sender.write(first);
        sender.write(second);
        sender.close();

        var receiver = new LineChannel(far);
        assertThat(receiver.read()).contains(first);
        assertThat(receiver.read()).contains(second);
        assertThat(receiver.read()).isEmpty();
    }

    @Test
    void aLineThatIsTooLongIsNeitherSentNorTaken() throws Exception {
        var small = new LineChannel(far, 100);
        near.write(ByteBuffer.wrap("x".repeat(200).getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(small::read).hasMessageContaining("longer than 100 bytes");
        assertThatThrownBy(() -> small.write(Value.of(Map.of("t", Value.of("y".repeat(200))))))
                .hasMessageContaining("longer than 100 bytes");
    }

    @Test
    void whatIsNoJsonObjectIsRefused() throws Exception {
        near.write(ByteBuffer.wrap("[1]\n{\n".getBytes(StandardCharsets.UTF_8)));
        var receiver = new LineChannel(far);

        assertThatThrownBy(receiver::read).hasMessage("A message is no JSON object");
        assertThatThrownBy(receiver::read).hasMessageContaining("no JSON");
    }

    @Test
    void aCutLineIsNoMessage() throws Exception {
        near.write(ByteBuffer.wrap("{\"do\":\"subm".getBytes(StandardCharsets.UTF_8)));
        near.close();

        assertThat(new LineChannel(far).read()).isEmpty();
    }
}
