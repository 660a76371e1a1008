package dev.cancha.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Act;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Protocol;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ActWriterTest {
  private static final Json ACTION = Json.ofChecked("{\"ñ\":[1]}");

  private final MessageWriter general = new MessageWriter(ClientMessage.class);

  @Property
  void actsHaveTheBytesThatTheGeneralWriterGivesThem(
      @ForAll @LongRange(min = 1, max = Protocol.MAX_INTEGER) long seq,
      @ForAll @LongRange(max = Protocol.MAX_INTEGER) long rev) {
    Act act = new Act(seq, ACTION, rev);
    assertThat(ActWriter.write(act)).isEqualTo(general.write(act));
  }

  @Test
  void soHaveThoseAtTheBoundsAndThoseOfNoRevision() {
    Stream
        .of(new Act(1L, Json.emptyObject(), null), new Act(Protocol.MAX_INTEGER, ACTION, null),
            new Act(10L, ACTION, 0L))
        .forEach(act -> assertThat(ActWriter.write(act)).isEqualTo(general.write(act)));
  }
}
