package dev.cancha.testkit.judge;

import dev.cancha.common.message.ServerMessage;
import dev.cancha.server.room.RoomInput;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Ledger;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * No secret is in any byte of another's. A secret is a run of {@value #DIGITS} hex digits: the seed of a match, which
 * nobody may see, and the words of the test games {@code whispers} and {@code dash}, of which each seat may see its
 * own. (A seed's hash is a run of 64, and no secret.)
 */
final class SecrecyJudge implements Judge, Hearer, Ledger.Witness {
  static final int DIGITS = 32;

  private final Complaints complaints = new Complaints();
  private final Places places = new Places();
  private final Map<String, Set<String>> heardBy = new TreeMap<>();
  private final Set<String> seeds = new TreeSet<>();
  /** The last body without a secret: it is told to many in a row. */
  private byte[] harmless = {};

  @Override
  public String name() {
    return "secrecy";
  }

  @Override
  public void begin(Scene scene) {
    scene.ears().add(places);
    scene.ears().add(this);
    scene.ledger().add(this);
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    if (Arrays.equals(body, harmless)) {
      return;
    }
    boolean secret = false;
    int run = 0;
    for (int i = 0; i <= body.length; i++) {
      if (i < body.length && isHex(body[i])) {
        run++;
      } else {
        if (run == DIGITS) {
          secret = true;
          heard(conversation, new String(body, i - run, run, java.nio.charset.StandardCharsets.US_ASCII));
        }
        run = 0;
      }
    }
    harmless = secret ? harmless : body;
  }

  private void heard(Conversation conversation, String secret) {
    String player = String.valueOf(places.player(conversation));
    Set<String> all = heardBy.computeIfAbsent(secret, unheard -> new TreeSet<>());
    if (all.add(player) && all.size() > 1) {
      complaints.add("the secret " + secret + " was told to " + String.join(" and ", all));
    }
    if (seeds.contains(secret)) {
      complaints.add("the seed of a match was told to " + conversation);
    }
  }

  private static boolean isHex(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f');
  }

  @Override
  public void applied(String room, long position, RoomInput input, byte[] patch) {
    for (RoomInput.Single single : Ledger.singles(input)) {
      RoomInput.Draw draw = draw(single);
      if (draw != null) {
        seeds.add(draw.seed().hex());
      }
    }
  }

  /** The seed that it may start a match with. */
  private static RoomInput.@Nullable Draw draw(RoomInput.Single single) {
    return switch (single) {
      case RoomInput.Ready ready -> ready.draw();
      case RoomInput.Start start -> start.draw();
      case RoomInput.Leave leave -> leave.draw();
      case RoomInput.Kick kick -> kick.draw();
      case RoomInput.Sit sit -> sit.draw();
      case RoomInput.Elapsed elapsed -> elapsed.draw();
      default -> null;
    };
  }

  @Override
  public List<String> complaints(Stage stage) {
    return complaints.all();
  }
}
