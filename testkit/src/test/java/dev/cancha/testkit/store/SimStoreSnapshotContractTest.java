package dev.cancha.testkit.store;

import dev.cancha.server.journal.SnapshotContract;
import dev.cancha.server.journal.StoreUnderTest;

class SimStoreSnapshotContractTest extends SnapshotContract {
  @Override
  protected StoreUnderTest open() {
    return new SimStoreUnderTest();
  }
}
