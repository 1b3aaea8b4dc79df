package io.stagesync.state.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.state.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SqliteTroubleTest {
  /** What the driver says where the file that readers share cannot be made on a full disk. */
  private static final SQLException NO_SHARED_FILE =
      new SQLException("[SQLITE_IOERR_SHMSIZE] I/O error within xShmMap", "", 10);

  private static StoreException told(long room) {
    return new SqliteTrouble("The store x.db", Duration.ofSeconds(5), () -> room)
        .of(NO_SHARED_FILE);
  }

  @Test
  void whoReadsOnAFullDiskIsToldSoAndNotInSqlitesWords() {
    assertThat(told(4_000).kind()).isEqualTo(StoreException.Kind.FULL);
    assertThat(told(4_000))
        .hasMessageStartingWith("The store x.db cannot be opened: its disk is full")
        .hasMessageContaining("Make room")
        .hasMessageNotContaining("SQLITE");
  }

  @Test
  void whereThereIsRoomTheTroubleIsAnotherOne() {
    assertThat(told(10_000_000).kind()).isEqualTo(StoreException.Kind.UNREACHABLE);
    assertThat(told(10_000_000)).hasMessageContaining("SQLITE_IOERR_SHMSIZE");
  }
}
