package dev.cancha.testkit.sim;

import io.netty.channel.ChannelId;

/** The number of a channel in its process: Netty's own ids are drawn from the machine. */
record SimChannelId(String process, long number) implements ChannelId {
  private static final long serialVersionUID = 1L;

  @Override
  public String asShortText() {
    return process + "/" + number;
  }

  @Override
  public String asLongText() {
    return asShortText();
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SimChannelId id && id.number == number && id.process.equals(process);
  }

  @Override
  public int compareTo(ChannelId other) {
    return asLongText().compareTo(other.asLongText());
  }
}
