package dev.cancha.testkit.store;

import dev.cancha.server.journal.HistoryContract;
import dev.cancha.server.journal.StoreUnderTest;

class SimStoreHistoryContractTest extends HistoryContract {
  @Override
  protected StoreUnderTest open() {
    return new SimStoreUnderTest();
  }
}
