package dev.cancha.common.json;

import static dev.cancha.common.json.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.json.Samples.Act;
import dev.cancha.common.json.Samples.Chain;
import dev.cancha.common.json.Samples.Clock;
import dev.cancha.common.json.Samples.Direction;
import dev.cancha.common.json.Samples.Options;
import dev.cancha.common.json.Samples.Tree;
import dev.cancha.common.json.Samples.View;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private static final String HEAD = "{'$schema':'https://json-schema.org/draft/2020-12/schema','title':";
  private static final String INT = "{'type':'integer','minimum':-2147483648,'maximum':2147483647}";

  @Test
  void aSealedInterfaceHasOneMemberOfItsVariants() {
    assertThat(JsonType.of(Act.class).schema()).isEqualTo(json(HEAD + "'Act','type':'object','properties':{"
        + "'bid':{'type':'object','properties':{'count':{'type':'integer','minimum':1,'maximum':30},"
        + "'face':{'type':'integer','minimum':1,'maximum':6}},'required':['count','face']},"
        + "'call':{'enum':['up','down','halfLeft']},'pass':{'type':'object','properties':{}},"
        + "'lookAway':{'type':'array','items':" + INT + "}},"
        + "'additionalProperties':false,'minProperties':1,'maxProperties':1}"));
  }

  @Test
  void mapsSetsAndAbsentComponentsAreDescribed() {
    assertThat(JsonType.of(View.class).schema().toString().replace('"', '\'')).contains(
        "'dice':{'type':'object','propertyNames':{'pattern':'^(0|-?[1-9][0-9]{0,8})$'},'additionalProperties':"
            + INT,
        "'bid':{'type':['object','null'],'properties':", "'names':{'type':'array','items':{'type':'string'},"
            + "'uniqueItems':true}",
        "'propertyNames':{'enum':['up','down','halfLeft']}",
        "'required':['dice','names','heat','clocks','line']");
  }

  @Test
  void onlyTypesThatContainThemselvesHaveDefinitions() {
    assertThat(JsonType.of(Chain.class).schema())
        .isEqualTo(json(HEAD + "'Chain','$ref':'#/$defs/Chain','$defs':{"
            + "'Chain':{'type':'object','properties':{'link':" + INT
            + ",'next':{'anyOf':[{'$ref':'#/$defs/Chain'},{'type':'null'}]}},'required':['link']}}}"));
    assertThat(JsonType.of(Tree.class).schema().toString()).contains("\"$defs\":{\"Tree\":{");
    assertThat(JsonType.of(View.class).schema().toString()).doesNotContain("$defs", "$ref");
  }

  @Test
  void ofOptionsNothingIsRequiredAndTheDefaultsAreTold() {
    Options defaults = new Options(7, true, null, new Clock(60, Direction.UP));
    assertThat(JsonType.of(Options.class).schema(defaults)).isEqualTo(json(HEAD + "'Options','type':'object',"
        + "'properties':{'columns':{'type':['integer','null'],'minimum':4,'maximum':9,'default':7},"
        + "'fast':{'type':['boolean','null'],'default':true},'name':{'type':['string','null']},"
        + "'clock':{'type':['object','null'],'properties':{"
        + "'seconds':{'type':['integer','null'],'minimum':1,'maximum':3600,'default':60},"
        + "'when':{'enum':['up','down','halfLeft',null],'default':'up'}}}}}"));
  }

  @Test
  void theDefaultsOfATypeThatContainsItselfAreWrittenOut() {
    assertThat(
        JsonType.of(Chain.class).schema(new Chain(1, new Chain(2, null))).toString().replace('"', '\''))
        .contains("'link':{'type':['integer','null'],'minimum':-2147483648,'maximum':2147483647,'default':1}",
            "'link':{'type':['integer','null'],'minimum':-2147483648,'maximum':2147483647,'default':2}",
            "'next':{'anyOf':[{'$ref':'#/$defs/Chain'},{'type':'null'}]}");
  }

  @Test
  void twoTypesOfOneNameHaveTwoDefinitions() {
    assertThat(JsonType.of(Both.class).schema().toString()).contains("#/$defs/Knot\"", "#/$defs/Knot2\"");
  }

  record Both(One.Knot one, Other.Knot other) {}

  static final class One {
    record Knot(java.util.List<Knot> knots) {}
  }

  static final class Other {
    record Knot(java.util.List<Knot> knots) {}
  }
}
