package dev.cancha.testkit.fault;

import dev.cancha.common.wire.Framing;
import dev.cancha.testkit.fault.Mix.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mix on one line, such as {@code mix seconds=60 loops=2 latency=20 jitter=5 segment=1460 coalesce=50 window=65536
 * disk=fast framing=frames,webSocket work=duels,table}: words without anything that a shell would touch between quotes.
 */
final class MixText {
  private MixText() {}

  static String print(Mix mix) {
    Network network = mix.network();
    return "mix seconds=" + mix.seconds() + " loops=" + mix.loops() + " latency=" + network.latencyMillis()
        + " jitter=" + network.jitterMillis() + " segment=" + network.segmentBytes() + " coalesce="
        + network.coalescePercent() + " window=" + network.windowBytes() + " disk=" + mix.disk().word()
        + " framing="
        + String.join(",", mix.framings().stream().map(MixText::word).toList()) + " work="
        + String.join(",", mix.workloads());
  }

  static Mix parse(String text) {
    String[] words = text.strip().split(" +");
    if (!words[0].equals("mix")) {
      throw new IllegalArgumentException("'" + text + "' does not begin with 'mix'");
    }
    Map<String, String> members = new TreeMap<>();
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("'" + word + "' in a mix is not name=value");
      }
      members.put(word.substring(0, equals), word.substring(equals + 1));
    }
    Network network = new Network(number(members, "latency"), number(members, "jitter"),
        number(members, "segment"), number(members, "coalesce"), number(members, "window"));
    List<Framing> framings = new ArrayList<>();
    for (String word : list(members, "framing")) {
      framings.add(framing(word));
    }
    members.putIfAbsent("disk", DiskClass.FAST.word()); // plans of before there were disks
    Mix mix = new Mix(number(members, "seconds"), number(members, "loops"), network,
        DiskClass.of(take(members, "disk")), framings, list(members, "work"));
    if (!members.isEmpty()) {
      throw new IllegalArgumentException("a mix has no " + members.keySet());
    }
    return mix;
  }

  private static String word(Framing framing) {
    return switch (framing) {
      case FRAMES -> "frames";
      case WEBSOCKET -> "webSocket";
    };
  }

  private static Framing framing(String word) {
    for (Framing framing : Framing.values()) {
      if (word(framing).equals(word)) {
        return framing;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is no framing: frames or webSocket");
  }

  private static List<String> list(Map<String, String> members, String name) {
    String value = take(members, name);
    return value.isEmpty() ? List.of() : Arrays.asList(value.split(",", -1));
  }

  private static int number(Map<String, String> members, String name) {
    return Integer.parseInt(take(members, name));
  }

  private static String take(Map<String, String> members, String name) {
    String value = members.remove(name);
    if (value == null) {
      throw new IllegalArgumentException("a mix needs " + name + "=");
    }
    return value;
  }
}
