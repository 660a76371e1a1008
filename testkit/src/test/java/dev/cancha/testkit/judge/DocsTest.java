package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocsTest {
  /** From the examples of RFC 7396. */
  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
    "{\"a\":\"b\"}; {\"a\":\"c\"}; {\"a\":\"c\"}",
    "{\"a\":\"b\"}; {\"b\":\"c\"}; {\"a\":\"b\",\"b\":\"c\"}",
    "{\"a\":\"b\",\"b\":\"c\"}; {\"a\":null}; {\"b\":\"c\"}",
    "{\"a\":[\"b\"]}; {\"a\":\"c\"}; {\"a\":\"c\"}",
    "{\"a\":{\"b\":\"c\"}}; {\"a\":{\"b\":\"d\",\"c\":null}}; {\"a\":{\"b\":\"d\"}}",
    "{\"a\":[{\"b\":\"c\"}]}; {\"a\":[1]}; {\"a\":[1]}",
    "{\"e\":1}; {\"a\":{\"bb\":{\"ccc\":null}}}; {\"a\":{\"bb\":{}},\"e\":1}"})
  void mergesAsTheRfcSays(String target, String patch, String merged) {
    var document = Docs.object(Json.ofChecked(target));
    Docs.merge(document, Docs.object(Json.ofChecked(patch)));
    assertThat(document).isEqualTo(Docs.object(Json.ofChecked(merged)));
  }

  @Test
  void aPatchIsNotChangedByThoseThatFollowIt() {
    var document = Docs.object(Json.ofChecked("{}"));
    var first = Docs.object(Json.ofChecked("{\"a\":{\"b\":{\"c\":1}}}"));
    Docs.merge(document, first);
    Docs.merge(document, Docs.object(Json.ofChecked("{\"a\":{\"b\":{\"c\":2}}}")));
    assertThat(document).hasToString("{\"a\":{\"b\":{\"c\":2}}}");
    assertThat(first).hasToString("{\"a\":{\"b\":{\"c\":1}}}");
  }
}
