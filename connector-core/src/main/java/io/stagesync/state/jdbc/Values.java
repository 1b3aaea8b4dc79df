package io.stagesync.state.jdbc;

import io.stagesync.state.PairId;
import io.stagesync.vocabulary.CampaignMemberStatus;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Track;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How values of ours stand in a statement. */
final class Values {
  private Values() {}

  static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object plain = plain(values[i]);
      if (plain instanceof String text) {
        statement.setString(i + 1, text);
      } else if (plain instanceof Long number) {
        statement.setLong(i + 1, number);
      } else if (plain instanceof Integer number) {
        statement.setInt(i + 1, number);
      } else if (plain == null) {
        statement.setObject(i + 1, null);
      } else {
        throw new IllegalArgumentException("no column takes a " + plain.getClass());
      }
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Optional<?> maybe) {
      return maybe.isPresent() ? plain(maybe.get()) : null;
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (value instanceof RecordId id) {
      return id.text();
    } else if (value instanceof RawValue raw) {
      return raw.text();
    } else if (value instanceof Track track) {
      return track.name();
    } else if (value instanceof Label label) {
      return label.name();
    } else if (value instanceof RecordType type) {
      return type.developerName();
    } else if (value instanceof CampaignMemberStatus status) {
      return status.text();
    } else if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    } else if (value instanceof PairId pair) {
      return pair.number();
    } else if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return value;
  }
}
