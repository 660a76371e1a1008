package dev.cancha.testkit.store;

import dev.cancha.server.journal.MatchContract;
import dev.cancha.server.journal.StoreUnderTest;

class SimStoreMatchContractTest extends MatchContract {
  @Override
  protected StoreUnderTest open() {
    return new SimStoreUnderTest();
  }
}
