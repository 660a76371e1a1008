package dev.cancha.common.json;

import static dev.cancha.common.json.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cancha.common.json.Samples.Act;
import dev.cancha.common.json.Samples.Box;
import dev.cancha.common.json.Samples.Chain;
import dev.cancha.common.json.Samples.Pair;
import dev.cancha.common.json.Samples.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MismatchTest {
  private static final String VARIANTS = "exactly one of bid, call, pass, lookAway";

  private static Mismatch mismatch(Class<?> type, String text) {
    return catchThrowableOfType(Mismatch.class, () -> JsonType.of(type).read(json(text)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "3                                    | the value must be an object with VARIANTS, but is 3",
    "[1]                                  | the value must be an object with VARIANTS, but is an array",
    "{}                                   | the value must be an object with VARIANTS, but is empty",
    "{'fold':{}}                          | 'fold' is unknown: there must be VARIANTS",
    "{'pass':{},'call':'up'}              | 'call' is one too many: there must be VARIANTS",
    "{'pass':{},'call':null}              | 'call' is one too many: there must be VARIANTS",
    "{'pass':null}                        | 'pass' must be an object, but is null",
    "{'bid':{'count':3}}                  | 'bid.face' is missing: it must be an integer from 1 to 6",
    "{'bid':{'count':null,'face':1}}      | 'bid.count' is missing: it must be an integer from 1 to 30",
    "{'bid':{'count':31,'face':1}}        | 'bid.count' must be an integer from 1 to 30, but is 31",
    "{'bid':{'count':3.0,'face':1}}       | 'bid.count' must be an integer from 1 to 30, but is 3.0",
    "{'bid':{'count':'3','face':1}}       | 'bid.count' must be an integer from 1 to 30, but is '3'",
    "{'bid':{'count':true,'face':1}}      | 'bid.count' must be an integer from 1 to 30, but is true",
    "{'bid':{'count':3,'count':4}}        | 'bid.count' is there twice",
    "{'call':'left'}                      | 'call' must be one of up, down, halfLeft, but is 'left'",
    "{'call':'UP'}                        | 'call' must be one of up, down, halfLeft, but is 'UP'",
    "{'call':{'call':['up']}}             | 'call' must be one of up, down, halfLeft, but is an object",
    "{'lookAway':[1,null]}                | 'lookAway.1' must be an integer, but is null",
    "{'lookAway':[99999999999]} | 'lookAway.0' must be an integer from -2147483648 to 2147483647, but is 99999999999",
  })
  void theMemberIsNamedAndWhatWouldBeRight(String text, String message) {
    assertThat(mismatch(Act.class, text)).hasMessage(
        message.replace("VARIANTS", VARIANTS).replaceAll("is '(.*)'$", "is \"$1\""));
  }

  @Test
  void aValueOutOfBoundsIsToldFromOneOfAnotherShape() {
    assertThat(mismatch(Act.class, "{'bid':{'count':31,'face':1}}").outOfBounds()).isTrue();
    assertThat(mismatch(Act.class, "{'bid':{'count':99999999999999999999,'face':1}}").outOfBounds()).isTrue();
    assertThat(mismatch(Act.class, "{'bid':{'count':3.0,'face':1}}").outOfBounds()).isFalse();
    assertThat(mismatch(Act.class, "{'bid':{'count':3}}").outOfBounds()).isFalse();
    assertThat(mismatch(Act.class, "{'fold':{}}").outOfBounds()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{'dice':{'01':3}}            | 'dice.01' has a key that is not an integer of at most nine digits",
    "{'dice':{'-0':3}}            | 'dice.-0' has a key that is not an integer of at most nine digits",
    "{'dice':{'1234567890':3}}    | 'dice.1234567890' has a key that is not an integer of at most nine digits",
    "{'dice':{'1':null}}          | 'dice.1' must be an integer, but is null",
    "{'dice':{'1':1,'1':1}}       | 'dice.1' is there twice",
    "{'names':['a','a']}          | 'names' must be an array without repetitions",
    "{'heat':1e999}               | 'heat' must be a number, but is 1e999",
    "{'heat':[]}                  | 'heat' must be a number, but is an array",
    "{'clocks':{'left':{}}}       | 'clocks.left' has a key that is not one of up, down, halfLeft",
    "{'clocks':{'up':{}}}         | 'clocks.up.seconds' is missing: it must be an integer from 1 to 3600",
    "{'line':[[1],[2,[]]]}        | 'line.1.1' must be an integer, but is an array",
  })
  void thePathLeadsThroughMapsAndLists(String text, String message) {
    assertThat(mismatch(View.class, text)).hasMessage(message);
  }

  @Test
  void anIntegerOfAnySizeIsRefusedNotWrapped() {
    assertThat(mismatch(Chain.class, "{'link':" + "9".repeat(300) + "}"))
        .hasMessageContaining("'link' must be")
        .hasMessageContaining("9…");
  }

  @Test
  void aConstructorsOwnWordsReachTheSender() {
    assertThat(mismatch(Pair.class, "{'low':2,'high':1}")).hasMessage("'low' is above 'high'");
  }

  @Test
  void atMostAHundredCharactersOfTheInputAreRepeated() {
    assertThat(mismatch(Samples.Fussy.class, "{'name':'" + "x".repeat(500) + "'}").getMessage()).hasSize(100);
    String deep = "{'next':".repeat(200) + "{'link':'" + "y".repeat(500) + "'}" + "}".repeat(200);
    String message = mismatch(Chain.class, deep).getMessage();
    assertThat(message.chars().filter(c -> c == 'y').count()).isBetween(30L, 35L);
    assertThat(message.split("next", -1)).hasSizeLessThanOrEqualTo(13);
    assertThat(mismatch(Act.class, "{'" + "z".repeat(500) + "':1}").getMessage().replaceAll("[^z]", ""))
        .hasSizeLessThanOrEqualTo(60);
  }

  @Test
  void halfACharacterIsNeverRepeated() {
    String message = mismatch(Act.class, "{'call':'" + "😀".repeat(100) + "'}").getMessage();
    assertThat(message.chars().filter(c -> Character.isHighSurrogate((char) c)).count())
        .isEqualTo(message.chars().filter(c -> Character.isLowSurrogate((char) c)).count());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"[1", "{'content'", "{'content':1,}", "nul",
    "{} {}",
    "{'content':[1,]}", "''{", "{'content':01}"})
  void bytesThatAreNotOneValueAreAMismatch(String text) {
    assertThatThrownBy(() -> JsonType.of(Box.class).read(json(text))).isInstanceOf(Mismatch.class);
  }

  @Test
  void aMismatchWalksNoStack() {
    assertThat(mismatch(Act.class, "3").getStackTrace()).isEmpty();
  }

  @Test
  void rawJsonIsNeverNull() {
    assertThat(mismatch(Box.class, "{'content':null}"))
        .hasMessage("'content' is missing: it must be a value");
  }
}
