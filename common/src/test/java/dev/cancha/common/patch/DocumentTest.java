package dev.cancha.common.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.message.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class DocumentTest {
  private static Json json(String text) {
    return Json.ofChecked(text.replace('\'', '"'));
  }

  /** RFC 7396, appendix A, in its order. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{'a':'b'}             | {'a':'c'}                  | {'a':'c'}",
    "{'a':'b'}             | {'b':'c'}                  | {'a':'b','b':'c'}",
    "{'a':'b'}             | {'a':null}                 | {}",
    "{'a':'b','b':'c'}     | {'a':null}                 | {'b':'c'}",
    "{'a':['b']}           | {'a':'c'}                  | {'a':'c'}",
    "{'a':'c'}             | {'a':['b']}                | {'a':['b']}",
    "{'a':{'b':'c'}}       | {'a':{'b':'d','c':null}}   | {'a':{'b':'d'}}",
    "{'a':[{'b':'c'}]}     | {'a':[1]}                  | {'a':[1]}",
    "['a','b']             | ['c','d']                  | ['c','d']",
    "{'a':'b'}             | ['c']                      | ['c']",
    "{'a':'foo'}           | null                       | null",
    "{'a':'foo'}           | 'bar'                      | 'bar'",
    "{'e':null}            | {'a':1}                    | {'e':null,'a':1}",
    "[1,2]                 | {'a':'b','c':null}         | {'a':'b'}",
    "{}                    | {'a':{'bb':{'ccc':null}}}  | {'a':{'bb':{}}}",
  })
  void thePatchIsAppliedAsTheStandardHasIt(String original, String patch, String result) {
    assertThat(Document.of(json(original)).apply(json(patch)).json()).isEqualTo(json(result));
  }

  @Test
  void aPatchLeavesTheDocumentBeforeItAsItWas() {
    Document before = Document.of(json("{'a':{'b':1},'c':{'d':2}}"));
    Document after = before.apply(json("{'a':{'b':null,'e':3}}"));
    assertThat(before.json()).isEqualTo(json("{'a':{'b':1},'c':{'d':2}}"));
    assertThat(after.json()).isEqualTo(json("{'a':{'e':3},'c':{'d':2}}"));
    assertThat(after.node().get("c")).isSameAs(before.node().get("c"));
  }

  @Test
  void documentsAreEqualWhateverTheOrderOfTheirMembers() {
    Document one = Document.of(json("{'a':1,'b':2}"));
    Document other = Document.of(json("{'b':2,'a':1}"));
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(Document.of(json("{'a':1}")));
    assertThat(one).hasToString("{\"a\":1,\"b\":2}");
  }

  @Test
  void whatIsNotJsonIsRefused() {
    assertThatThrownBy(() -> Document.of(json("{'a'"))).isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> Document.of(json("{}")).apply(json("{} 1")))
        .isInstanceOf(JacksonException.class);
  }
}
