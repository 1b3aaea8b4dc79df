package io.stagesync.state.jdbc;

import io.stagesync.state.Session;
import io.stagesync.state.Store;

/** The store that a contract is held against. */
interface StoreFixture {
  /** An open store, empty at the beginning of each test. */
  Store store();

  /** What is stored at this moment. */
  default Session now() {
    return LastCommit.of(store());
  }

  /** The same store, opened once more as another process would. */
  Store another();

  /** Changes the tables behind the store's back. */
  void tamper(String sql);
}
