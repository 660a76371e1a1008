package dev.cancha.testkit.scene;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.sim.SimProcess;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Hands on everything that passes between clients and the server. Owner: the world's thread. */
public final class Ears {
  private final List<Hearer> hearers = new ArrayList<>();
  private final Hearer all = new All();
  private final Set<Conversation> open = new LinkedHashSet<>();
  private final WireTap.Latest latest = new WireTap.Latest();
  private int conversations;

  public void add(Hearer hearer) {
    hearers.add(hearer);
  }

  /** Who tells it all of them, in the order in which they were added. */
  public Hearer everyone() {
    return all;
  }

  /** Channels as {@code channels} makes them, each with a tap at the bottom of its pipeline. */
  public ChannelFactory<Channel> tapped(SimProcess client, ChannelFactory<? extends Channel> channels) {
    return () -> {
      Channel channel = channels.newChannel();
      channel.pipeline().addFirst("tap", new WireTap(new Conversation(client, ++conversations), all, latest));
      return channel;
    };
  }

  /** A process that was killed tells nobody that its connections are gone: whoever killed it does. */
  void ended(SimProcess client) {
    for (Conversation conversation : List.copyOf(open)) {
      if (conversation.client() == client) {
        all.closed(conversation);
      }
    }
  }

  private final class All implements Hearer {
    @Override
    public void said(Conversation conversation, ClientMessage message) {
      for (Hearer hearer : hearers) {
        hearer.said(conversation, message);
      }
    }

    @Override
    public void heard(Conversation conversation, ServerMessage message, byte[] body) {
      for (Hearer hearer : hearers) {
        hearer.heard(conversation, message, body);
      }
    }

    @Override
    public void garbled(Conversation conversation, String why) {
      hearers.forEach(hearer -> hearer.garbled(conversation, why));
    }

    @Override
    public void opened(Conversation conversation) {
      open.add(conversation);
      hearers.forEach(hearer -> hearer.opened(conversation));
    }

    @Override
    public void closed(Conversation conversation) {
      open.remove(conversation);
      hearers.forEach(hearer -> hearer.closed(conversation));
    }
  }
}
