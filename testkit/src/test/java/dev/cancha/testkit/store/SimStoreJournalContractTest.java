package dev.cancha.testkit.store;

import dev.cancha.server.journal.JournalContract;
import dev.cancha.server.journal.StoreUnderTest;

class SimStoreJournalContractTest extends JournalContract {
  @Override
  protected StoreUnderTest open() {
    return new SimStoreUnderTest();
  }
}
