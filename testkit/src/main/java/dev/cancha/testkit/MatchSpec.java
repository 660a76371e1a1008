package dev.cancha.testkit;

import dev.cancha.common.game.Game;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Settings;
import dev.cancha.testkit.fault.DiskClass;
import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.fault.Mix;
import dev.cancha.testkit.fault.PlanDraw;
import dev.cancha.testkit.sim.SimRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.platform.commons.support.ReflectionSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all runs of one match test have in common.
 *
 * @param name of the test, {@code Class#method}, as the line that runs it again has it
 * @param game the id of the game
 * @param games all that the server offers
 * @param loops of the server; 0: drawn
 */
record MatchSpec(String name, String game, List<Game<?, ?>> games, Json options, Settings settings, int loops,
    boolean faults, boolean twice) {
  private static final JsonType<Settings> SETTINGS = JsonType.of(Settings.class);

  MatchSpec {
    games = List.copyOf(games);
  }

  static MatchSpec of(MatchTest test, String name) {
    SortedMap<String, Game<?, ?>> games = new TreeMap<>();
    for (Game<?, ?> found : ServiceLoader.load(Game.class)) {
      games.put(found.info().id(), found);
    }
    String id = test.game();
    for (Class<? extends Game<?, ?>> type : test.type()) {
      Game<?, ?> given = ReflectionSupport.newInstance(type);
      games.put(given.info().id(), given);
      id = id.isEmpty() ? given.info().id() : id;
    }
    if (!games.containsKey(id)) {
      throw new IllegalArgumentException("@MatchTest of " + name + ": there is no game '" + id + "' among "
          + games.keySet() + "; a game that ServiceLoader does not find is given as its type");
    }
    return new MatchSpec(name, id, new ArrayList<>(games.values()), json(test.options()),
        SETTINGS.read(json(test.settings())), test.loops(), test.faults(), test.twice());
  }

  private static Json json(String text) {
    JsonMapper mapper = JsonMapper.shared();
    return Json.ofChecked(mapper.writeValueAsBytes(mapper.readTree(text)));
  }

  /** What {@code seed} stands for. Where it is not for the faults, everyone can connect and play in time. */
  FaultPlan plan(long seed) {
    FaultPlan drawn = PlanDraw.plan(new SimRandom(seed).fork("plan"), List.of());
    Mix mix = drawn.mix();
    Mix mine = new Mix(mix.seconds(), loops == 0 ? mix.loops() : loops,
        faults ? mix.network().healthy() : Mix.Network.plain(), faults ? mix.disk() : DiskClass.INSTANT,
        mix.framings(), List.of());
    return new FaultPlan(mine, faults ? drawn.faults() : List.of());
  }

  ClientMessage.Create create(int id) {
    return new ClientMessage.Create(id, game, options, settings, null, null, null, null, null);
  }

  Game<?, ?> rules() {
    for (Game<?, ?> each : games) {
      if (each.info().id().equals(game)) {
        return each;
      }
    }
    throw new IllegalStateException("there is no game '" + game + "'");
  }
}
