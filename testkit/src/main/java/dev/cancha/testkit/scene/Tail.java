package dev.cancha.testkit.scene;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.sim.SimWorld;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Remembers the last things that happened, for the report of a failure. Nothing is made readable before it is asked
 * for, since nearly all runs pass. Owner: the world's thread.
 */
public final class Tail implements Hearer {
  private static final int USUALLY_KEPT = 60;
  private static final int LONGEST = 240;

  private final SimWorld world;
  private final int kept;
  private final Deque<Happening> happenings = new ArrayDeque<>();

  /** {@code what} is a message, its bytes, or a sentence. */
  private record Happening(long millis, String between, Object what) {}

  /** Remembers as many as a report needs. */
  public Tail(SimWorld world) {
    this(world, USUALLY_KEPT);
  }

  /** Remembers the last {@code kept}. */
  public Tail(SimWorld world, int kept) {
    this.world = world;
    this.kept = kept;
  }

  @Override
  public void opened(Conversation conversation) {
    add(conversation + " -- server", "connected");
  }

  @Override
  public void closed(Conversation conversation) {
    add(conversation + " -- server", "connection is gone");
  }

  @Override
  public void said(Conversation conversation, ClientMessage message) {
    add(conversation + " -> server", message);
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    add("server -> " + conversation, body);
  }

  @Override
  public void garbled(Conversation conversation, String why) {
    add("server -> " + conversation, "no message: " + why);
  }

  /** Something that is no message. */
  public void note(String sentence) {
    add("", sentence);
  }

  private void add(String between, Object what) {
    if (happenings.size() == kept) {
      happenings.removeFirst();
    }
    happenings.addLast(new Happening(world.elapsed().toMillis(), between, what));
  }

  /** Oldest first: seconds, from whom to whom, what. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Happening happening : happenings) {
      lines.add(String.format(Locale.ROOT, "%9.3f %s %s", happening.millis / 1_000.0, happening.between,
          text(happening.what)));
    }
    return lines;
  }

  private static String text(Object what) {
    String text = what instanceof byte[] body ? new String(body, StandardCharsets.UTF_8) : what.toString();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
