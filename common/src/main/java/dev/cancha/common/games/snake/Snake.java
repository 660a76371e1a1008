package dev.cancha.common.games.snake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snake as everyone sees it. While it lives its length is one more than the letters of its body.
 *
 * @param head its cell, {@code [x, y]}
 * @param body the way from the head to the tail, a letter ({@code u}, {@code d}, {@code l}, {@code r}) a cell: a snake
 *     that goes to the right in a straight line has {@code ll}
 * @param alive whether it is on the board; one that is not stays as it was before its last step, and is in nobody's way
 * @param fate what it died of; null while it lives
 */
public record Snake(List<Integer> head, String body, boolean alive, @Nullable Fate fate) {
  /** How a snake dies. */
  public enum Fate {
    /** It left the board. */
    WALL,
    /** It ran into a snake, another one or itself. */
    BODY,
    /** Its head met another one, of a snake at least as long. */
    HEAD,
    /** Its player is gone. */
    GONE
  }

  public Snake {
    head = List.copyOf(head);
  }

  int x() {
    return head.get(0);
  }

  int y() {
    return head.get(1);
  }

  int length() {
    return body.length() + 1;
  }

  /** Where it goes: away from its neck. */
  Heading heading() {
    return Heading.of(body.charAt(0)).opposite();
  }

  /** One step further; the tail follows, unless the snake grows. */
  Snake moved(Heading heading, boolean grows) {
    String rest = grows ? body : body.substring(0, body.length() - 1);
    return new Snake(List.of(x() + heading.dx(), y() + heading.dy()), body(heading.opposite(), rest), true,
        null);
  }

  /** The same text where the snake goes straight on, so that it need not be compared and is not sent. */
  private String body(Heading neck, String rest) {
    String next = neck.letter() + rest;
    return next.equals(body) ? body : next;
  }

  Snake dead(Fate cause) {
    return new Snake(head, body, false, cause);
  }
}
