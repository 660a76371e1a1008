package dev.cancha.server.session;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage.Failure;
import dev.cancha.common.message.ServerMessage.Left;
import dev.cancha.server.host.Delivery;

/** What a session does with what rooms have for it. Owner: the event loop of the session's connection. */
final class Deliveries {
  private final Session session;
  private final Desk desk;
  private final Outlet outlet;

  Deliveries(Session session, Desk desk, Outlet outlet) {
    this.session = session;
    this.desk = desk;
    this.outlet = outlet;
  }

  void take(Delivery delivery) {
    switch (delivery) {
      case Delivery.Patch patch -> {
        outlet.update(patch.patch());
        session.settle(patch.answers());
      }
      case Delivery.Note note -> outlet.update(note.message());
      case Delivery.Whole whole -> {
        outlet.whole(whole);
        session.settle(whole.answers());
      }
      case Delivery.Done done -> {
        outlet.answer(done.done());
        session.settle(true);
      }
      case Delivery.Refusal refusal -> refused(refusal);
      case Delivery.Duplicate duplicate -> {
        outlet.want();
        session.settle(true);
      }
      case Delivery.Broken broken ->
        session.send(new Failure(null, null, ErrorCode.INTERNAL, broken.message()));
      case Delivery.Settled settled -> session.settle(true);
      case Delivery.Entered entered -> entered(entered);
      case Delivery.Left left -> left(left);
      case Delivery.Resumed resumed -> resumed(resumed);
      case Delivery.NotHere notHere -> {
        desk.welcomeWithoutPlace(session.identified());
        session.settle(true);
      }
    }
  }

  private void refused(Delivery.Refusal refusal) {
    if (!desk.refused(refusal)) {
      desk.found();
      session.send(new Failure(refusal.re(), refusal.seq(), refusal.code(), refusal.message()));
      session.settle(true);
    }
  }

  private void entered(Delivery.Entered entered) {
    desk.found();
    session.enter(entered.host());
    outlet.whole(entered.whole());
    session.settle(true);
  }

  private void left(Delivery.Left left) {
    session.left();
    session.send(new Left(left.answers() ? left.re() : null, left.reason()));
    session.settle(left.answers());
  }

  private void resumed(Delivery.Resumed resumed) {
    session.enter(resumed.host());
    desk.welcome(session.identified(), true, resumed.code());
    resumed.missed().forEach(outlet::answer);
    session.settle(true);
  }
}
