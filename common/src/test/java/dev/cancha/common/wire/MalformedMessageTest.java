package dev.cancha.common.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Protocol;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sends wrongly, and what it is told. */
class MalformedMessageTest {
  private final MessageCodec codec = new MessageCodec();

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "3", "null", "\"sync\"", "{", "{\"type\":\"sync\"",
    "{\"type\":\"sync\"}}",
    "{\"type\":\"sync\"} 1", "{\"type\":\"sync\"}{}", "{\"type\":\"sync\",}", "{,\"type\":\"sync\"}",
    "{\"type\" \"sync\"}", "{'type':'sync'}", "{type:\"sync\"}", "{\"type\":\"sync\"/**/}",
    "{\"type\":\"sync\",\"x\":01}",
    "{\"type\":\"sync\",\"x\":1.}", "{\"type\":\"sync\",\"x\":.1}", "{\"type\":\"sync\",\"x\":+1}",
    "{\"type\":\"sync\",\"x\":-}", "{\"type\":\"sync\",\"x\":1e}", "{\"type\":\"sync\",\"x\":NaN}",
    "{\"type\":\"sync\",\"x\":tru}", "{\"type\":\"sync\",\"x\":truee}", "{\"type\":\"sync\",\"x\":[1,]}",
    "{\"type\":\"sync\",\"x\":[1 2]}", "{\"type\":\"sync\",\"x\":\"\\x41\"}",
    "{\"type\":\"sync\",\"x\":\"\\u00g0\"}",
    "{\"type\":\"sync\",\"x\":\"\t\"}", "{\"type\":\"sync\",\"x\":\"\0\"}", "{\"type\":\"sync\",\"x\":\"a}",
    "\ufeff{\"type\":\"sync\"}", "{\"type\":\"sync\",\0\"x\":1}", "{\"type\":\"sync\"}\0"})
  void whatIsNotOneJsonObjectIsBadJson(String text) {
    assertThat(refusal(text)).extracting(Malformed::code, Malformed::re)
        .containsExactly(ErrorCode.BAD_JSON, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"sync\",\"id\":1,\"id\":1}", "{\"type\":\"sync\",\"type\":\"sync\"}",
    "{\"id\":1,\"type\":\"sync\",\"type\":\"sync\"}", "{\"type\":\"sync\",\"x\":{\"a\":1,\"\\u0061\":1}}",
    "{\"type\":\"act\",\"seq\":1,\"action\":{\"a\":[{\"b\":1,\"b\":2}]}}",
    "{\"type\":\"nope\",\"id\":1,\"id\":1}",
    "{\"type\":\"sync\",\"id\":\"1\",\"x\":1,\"x\":2}"})
  void aMemberNamedTwiceIsBadJsonAtAnyDepth(String text) {
    assertThat(refusal(text).code()).isEqualTo(ErrorCode.BAD_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"act\",\"seq\":\"1\",\"action\":{}]", "{\"type\":\"dance\"",
    "{\"type\":7,\"x\":}"})
  void jsonComesBeforeMeaning(String text) {
    assertThat(refusal(text).code()).isEqualTo(ErrorCode.BAD_JSON);
  }

  @Test
  void depthOver32IsBadJson() {
    String arrays = "[".repeat(32) + "]".repeat(32);

    assertThat(refusal("{\"type\":\"sync\",\"x\":" + arrays + "}").code()).isEqualTo(ErrorCode.BAD_JSON);
    assertThat(
        refusal("{\"type\":\"act\",\"seq\":1,\"action\":{\"x\":" + "[".repeat(31) + "]".repeat(31) + "}}")
            .code())
        .isEqualTo(ErrorCode.BAD_JSON);
    assertThat(refusal("{\"x\":" + "[".repeat(60_000)).code()).isEqualTo(ErrorCode.BAD_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "bf", "c080", "c1bf", "c2", "e08080", "e282", "eda080", "edbfbf", "f0808080",
    "f48fbf",
    "f4908080", "f5808080", "ff", "fe"})
  void whatIsNotUtf8IsBadJsonInValuesAndNames(String hex) {
    byte[] bad = java.util.HexFormat.of().parseHex(hex);
    String latin = new String(bad, StandardCharsets.ISO_8859_1);
    byte[] value = ("{\"type\":\"chat\",\"text\":\"" + latin + "\"}").getBytes(StandardCharsets.ISO_8859_1);
    byte[] name = ("{\"type\":\"sync\",\"" + latin + "\":1}").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(refusal(value).code()).isEqualTo(ErrorCode.BAD_JSON);
    assertThat(refusal(name).code()).isEqualTo(ErrorCode.BAD_JSON);
  }

  @Test
  void otherEncodingsAreNotGuessed() {
    assertThat(refusal("{\"type\":\"sync\"}".getBytes(StandardCharsets.UTF_16LE)).code())
        .isEqualTo(ErrorCode.BAD_JSON);
    assertThat(refusal("{\"type\":\"sync\"}".getBytes(StandardCharsets.UTF_16BE)).code())
        .isEqualTo(ErrorCode.BAD_JSON);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
    "{}|'type' is missing", "{\"type\":null}|'type' is missing", "{\"type\":7}|'type' must be text",
    "{\"type\":\"sync\",\"id\":3.0}|'id' must be an integer",
    "{\"type\":\"sync\",\"id\":1e0}|'id' must be an integer",
    "{\"type\":\"sync\",\"id\":\"3\"}|'id' must be an integer",
    "{\"type\":\"sync\",\"id\":true}|'id' must be an integer",
    "{\"type\":\"sync\",\"id\":0}|'id' is 0, but must be 1 to 2147483647",
    "{\"type\":\"sync\",\"id\":2147483648}|'id' must be an integer of at most 2147483647",
    "{\"type\":\"list\",\"watch\":1}|'watch' must be true or false",
    "{\"type\":\"describe\"}|'game' is missing", "{\"type\":\"describe\",\"game\":null}|'game' is missing",
    "{\"type\":\"describe\",\"game\":4}|'game' must be text",
    "{\"type\":\"describe\",\"game\":\"a\\udc00\"}|'game' must be text without half a surrogate pair",
    "{\"type\":\"create\",\"game\":\"x\",\"options\":[]}|'options' must be an object",
    "{\"type\":\"create\",\"game\":\"x\",\"settings\":3}|'settings' must be an object",
    "{\"type\":\"configure\",\"settings\":{\"turnSeconds\":\"3\"}}|'settings.turnSeconds' must be an integer",
    "{\"type\":\"configure\",\"settings\":{\"onAbsent\":7}}|'settings.onAbsent' must be 'forfeit', 'bot' or 'wait'",
    "{\"type\":\"create\",\"game\":\"x\",\"visibility\":0}|'visibility' must be 'public' or 'private'",
    "{\"type\":\"act\",\"action\":{}}|'seq' is missing",
    "{\"type\":\"hello\",\"name\":[1,{\"x\":2}]}|'name' must be text"})
  void badMessageNamesTheMemberAndWhatWouldBeRight(String text, String sentence) {
    assertThat(refusal(text)).extracting(Malformed::code, Malformed::message)
        .containsExactly(ErrorCode.BAD_MESSAGE, sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9007199254740992", "99999999999999999", "123456789012345678",
    "9223372036854775808", "-9007199254740992"})
  void integersFrom2To53OnAreRefused(String seq) {
    assertThat(refusal("{\"type\":\"act\",\"seq\":" + seq + ",\"action\":{}}"))
        .isEqualTo(new Malformed(ErrorCode.BAD_MESSAGE,
            "'seq' must be an integer of at most 9007199254740991", null, null));
  }

  @Test
  void whatIsOnlyTooLongIsBadMessage() {
    assertThat(refusal("{\"type\":\"chat\",\"id\":2,\"text\":\"" + "x".repeat(5_000) + "\"}"))
        .extracting(Malformed::code, Malformed::re)
        .containsExactly(ErrorCode.BAD_MESSAGE, 2);
    assertThat(refusal("{\"type\":\"sync\",\"id\":" + "1".repeat(400) + "}").code())
        .isEqualTo(ErrorCode.BAD_MESSAGE);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '|', nullValues = "-", value = {
    "{\"type\":\"dance\",\"id\":6}|6|-", "{\"id\":6,\"type\":\"dance\"}|6|-", "{\"type\":[],\"id\":6}|6|-",
    "{\"id\":6}|6|-",
    "{\"type\":\"dance\",\"id\":0}|-|-", "{\"type\":\"dance\",\"id\":2147483648}|-|-",
    "{\"type\":\"dance\",\"id\":\"6\"}|-|-",
    "{\"type\":\"dance\",\"id\":6.0}|-|-", "{\"type\":\"dance\",\"seq\":6}|-|-",
    "{\"type\":\"chat\",\"text\":7,\"x\":[1],\"id\":6}|6|-",
    "{\"type\":\"hello\",\"token\":\"short\",\"id\":6}|6|-",
    "{\"type\":\"act\",\"id\":6,\"seq\":8}|-|8",
    "{\"type\":\"act\",\"action\":3,\"seq\":9007199254740991}|-|9007199254740991",
    "{\"type\":\"act\",\"action\":3,\"seq\":9007199254740992}|-|-",
    "{\"type\":\"act\",\"action\":{},\"seq\":0}|-|-",
    "{\"type\":\"pong\",\"id\":6,\"t\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}|-|-"})
  void anErrorAnswersTheRequestOrActThatItIsAbout(String text, Integer re, Long seq) {
    assertThat(refusal(text)).extracting(Malformed::re, Malformed::seq).containsExactly(re, seq);
  }

  @Test
  void anUnknownTypeIsSaidAndQuotedWithoutWhatPeopleCannotSee() {
    assertThat(refusal("{\"type\":\"dance\"}"))
        .isEqualTo(new Malformed(ErrorCode.UNKNOWN_TYPE, "there is no message of type 'dance'", null, null));
    assertThat(refusal("{\"type\":\"a\\u0000\\u202e\\n\\ud800b\"}").message()).endsWith("'a????b'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"%s\"}", "{\"%s\":1}",
    "{\"type\":\"create\",\"game\":\"x\",\"visibility\":\"%s\"}", "%s",
    "{\"type\":\"sync\",\"id\":\"%s\"}", "{\"type\":\"hello\",\"token\":\"%s\"}", "{\"type\":\"%s",
    "{\"type\":\"chat\",\"text\":\"%s\"}"})
  void anErrorRepeatsLittleAndShowsNothingOfTheMachinery(String text) {
    String message = refusal(text.formatted("😀zzz".repeat(1_000))).message();

    assertThat(message.codePoints().filter(c -> c == 'z' || c == 0x1F600).count())
        .isLessThanOrEqualTo(Protocol.MAX_ECHO_CHARACTERS);
    assertThat(message)
        .doesNotContainPattern("(?i)java|jackson|token \\(|source|START_|VALUE_|exception|line:");
  }

  @Test
  void aRefusalCostsNoStackWalk() {
    MalformedException refusal = catchThrowableOfType(MalformedException.class,
        () -> codec.readClient(Unpooled.EMPTY_BUFFER));

    assertThat(refusal.getStackTrace()).isEmpty();
    assertThat(refusal).hasMessage(refusal.malformed().message());
  }

  private Malformed refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  private Malformed refusal(byte[] bytes) {
    MalformedException refusal = catchThrowableOfType(MalformedException.class,
        () -> codec.readClient(Unpooled.wrappedBuffer(bytes)));
    assertThat(refusal).as("the refusal of %s", new String(bytes, StandardCharsets.UTF_8)).isNotNull();
    return refusal.malformed();
  }
}
