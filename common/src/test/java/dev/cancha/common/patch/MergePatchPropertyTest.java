package dev.cancha.common.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Patches between records, held against a diff of whole trees. */
class MergePatchPropertyTest {
  enum Colour {
    RED, DARK_BLUE
  }

  sealed interface Move {}

  record Bid(int count, int face) implements Move {}

  record Call(Colour colour) implements Move {}

  record Pass() implements Move {}

  record Again(Leaf leaf) implements Move {}

  record Leaf(@Nullable Integer number, String text, @Nullable Boolean flag) {}

  record Other(String text, long number) {}

  record Node(SortedMap<Integer, Leaf> leaves, SortedMap<String, SortedMap<Colour, Integer>> counts,
      List<Move> moves, @Nullable Move last) {}

  record Room(String code, Node node, @Nullable Object view, Json raw, SortedSet<String> names,
      double heat) {}

  @Property(edgeCases = EdgeCasesMode.NONE)
  void applyingThePatchGivesTheRecordAfter(@ForAll("rooms") Room before, @ForAll("rooms") Room after) {
    Document document = Document.of(write(before)).apply(MergePatch.between(before, after));
    assertThat(document).isEqualTo(Document.of(write(after)));
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 200)
  void aClientThatAppliesEveryPatchStaysEqual(@ForAll("courses") List<Room> course) {
    Document document = Document.of(write(course.get(0)));
    for (int i = 1; i < course.size(); i++) {
      document = document.apply(MergePatch.between(course.get(i - 1), course.get(i)));
      assertThat(document).isEqualTo(Document.of(write(course.get(i))));
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void thePatchIsThatOfTheTreesAndNothingMore(@ForAll("rooms") Room before, @ForAll("rooms") Room after) {
    JsonNode naive = diff((ObjectNode) Document.of(write(before)).node(),
        (ObjectNode) Document.of(write(after)).node());
    assertThat(Document.of(MergePatch.between(before, after)).node()).isEqualTo(naive);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aCopyThatSharesNothingHasAnEmptyPatch(@ForAll("rooms") Room room) {
    Node node = new Node(new TreeMap<>(room.node.leaves), new TreeMap<>(room.node.counts),
        List.copyOf(room.node.moves), room.node.last);
    Room copy = new Room(room.code, node, room.view, Json.ofChecked(room.raw.utf8().clone()),
        new TreeSet<>(room.names), room.heat);
    assertThat(MergePatch.between(room, copy)).isEqualTo(Json.emptyObject());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadAsTheSameRecord(@ForAll("nodes") Node node, @ForAll("moves") Move move) {
    assertThat(JsonType.of(Node.class).read(JsonType.of(Node.class).write(node))).isEqualTo(node);
    assertThat(JsonType.of(Move.class).read(JsonType.of(Move.class).write(move))).isEqualTo(move);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theMemberOfASeatIsPatchedLikeTheRest(@ForAll("rooms") Room room,
      @ForAll("views") @Nullable Object before,
      @ForAll("views") @Nullable Object after) {
    Document document = Document.of(MergePatch.with(write(room), "me", null, before));
    Document next = document.apply(MergePatch.with(Json.emptyObject(), "me", before, after));
    assertThat(next).isEqualTo(Document.of(MergePatch.with(write(room), "me", null, after)));
  }

  private static Json write(Room room) {
    return JsonType.of(Room.class).write(room);
  }

  /** The smallest merge patch from one object to another. */
  private static ObjectNode diff(ObjectNode before, ObjectNode after) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    before.propertyNames().stream().filter(name -> !after.has(name)).forEach(patch::putNull);
    after.properties().forEach(member -> {
      JsonNode was = before.get(member.getKey());
      JsonNode is = member.getValue();
      if (was instanceof ObjectNode old && is instanceof ObjectNode now) {
        ObjectNode inner = diff(old, now);
        if (!inner.isEmpty()) {
          patch.set(member.getKey(), inner);
        }
      } else if (!is.equals(was)) {
        patch.set(member.getKey(), is);
      }
    });
    return patch;
  }

  /** Few distinct values, so that two records have much in common. */
  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(-1, 2);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of("", "a", "\"é\n", "😀");
  }

  private static Arbitrary<Leaf> leaves() {
    return Combinators
        .combine(numbers().injectNull(0.3), texts(), Arbitraries.of(true, false).injectNull(0.3))
        .as(Leaf::new);
  }

  @Provide
  Arbitrary<Move> moves() {
    return Arbitraries.oneOf(Combinators.combine(numbers(), numbers()).as(Bid::new),
        Arbitraries.of(Colour.class).map(Call::new), Arbitraries.just(new Pass()), leaves().map(Again::new));
  }

  @Provide
  Arbitrary<Node> nodes() {
    Arbitrary<SortedMap<Colour, Integer>> counts = Arbitraries.maps(Arbitraries.of(Colour.class), numbers())
        .map(TreeMap::new);
    return Combinators.combine(
        Arbitraries.maps(numbers(), leaves())
            .ofMaxSize(3)
            .map(map -> (SortedMap<Integer, Leaf>) new TreeMap<>(map)),
        Arbitraries.maps(texts(), counts)
            .ofMaxSize(3)
            .map(map -> (SortedMap<String, SortedMap<Colour, Integer>>) new TreeMap<>(map)),
        moves().list().ofMaxSize(2), moves().injectNull(0.3)).as(Node::new);
  }

  @Provide
  Arbitrary<Object> views() {
    return Arbitraries.<Object>oneOf(leaves(), moves(), nodes(), texts(), numbers(),
        Combinators.combine(texts(), numbers().map(Integer::longValue)).as(Other::new)).injectNull(0.2);
  }

  @Provide
  Arbitrary<List<Room>> courses() {
    return rooms().list().ofMinSize(2).ofMaxSize(8);
  }

  @Provide
  Arbitrary<Room> rooms() {
    Arbitrary<Json> raws = Arbitraries.of("{}", "{\"a\":1}", "{\"a\":{\"b\":[1]},\"c\":1.5}",
        "{\"a\":{\"b\":[2],\"d\":{}}}", "[{\"a\":1}]", "3", "\"x\"").map(Json::ofChecked);
    Arbitrary<SortedSet<String>> names = texts().set().ofMaxSize(2).map(TreeSet::new);
    return Combinators.combine(texts(), nodes(), views(), raws, names, Arbitraries.of(0.0, 1.5, 1e300))
        .as(Room::new);
  }
}
