package dev.cancha.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.text.Key.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyDecoderTest {
  private final KeyDecoder decoder = new KeyDecoder();

  @Test
  void charactersAreThemselvesAlsoThoseOfTwoUnits() {
    assertThat(keys("aé日👍")).containsExactly(Key.of('a'), Key.of('é'), Key.of('日'), Key.of(0x1F44D));
  }

  @Test
  void arrowsComeInBothWaysOfSendingThem() {
    assertThat(keys("\u001b[A\u001b[B\u001bOC\u001bOD")).containsExactly(Key.UP, Key.DOWN, Key.RIGHT,
        Key.LEFT);
    assertThat(keys("\u001b[1;5C")).containsExactly(Key.RIGHT);
  }

  @Test
  void keysWithNumbersAreKnown() {
    assertThat(keys("\u001b[3~\u001b[5~\u001b[6~\u001b[1~\u001b[4~\u001b[H\u001b[F\u001b[Z"))
        .extracting(Key::kind)
        .containsExactly(Kind.DELETE, Kind.PAGE_UP, Kind.PAGE_DOWN, Kind.HOME, Kind.END, Kind.HOME, Kind.END,
            Kind.BACK_TAB);
  }

  @Test
  void aSequenceThatNobodyKnowsIsNothing() {
    assertThat(keys("\u001b[200~x\u001b[?1;2c\u001b[15~")).containsExactly(Key.of('x'));
  }

  @Test
  void aSequenceWithoutAnEndDoesNotSwallowEverything() {
    assertThat(keys("\u001b[" + "1".repeat(200))).isNotEmpty();
  }

  @Test
  void aLoneEscapeIsKnownAfterSilence() {
    assertThat(keys("\u001b")).isEmpty();
    assertThat(decoder.waits()).isTrue();
    assertThat(decoder.silence()).containsExactly(Key.ESCAPE);
    assertThat(decoder.waits()).isFalse();
    assertThat(decoder.silence()).isEmpty();
  }

  @Test
  void escapeBeforeAnythingElseIsAKeyOfItsOwn() {
    assertThat(keys("\u001bq\u001b\u001b[A")).containsExactly(Key.ESCAPE, Key.of('q'), Key.ESCAPE, Key.UP);
  }

  @Test
  void controlsAreLettersAndSomeHaveNames() {
    assertThat(keys("\u0003\r\n\t\b\u007f\u0015\u0000\u001c")).containsExactly(Key.STOP, Key.ENTER, Key.ENTER,
        Key.TAB, Key.BACKSPACE, Key.BACKSPACE, new Key(Kind.CONTROL, 'u'));
  }

  @Test
  void halfACharacterAloneIsNothing() {
    assertThat(keys("\udc00a")).containsExactly(Key.of('a'));
  }

  private List<Key> keys(String sent) {
    List<Key> keys = new ArrayList<>();
    sent.chars().forEach(unit -> keys.addAll(decoder.take((char) unit)));
    return keys;
  }
}
