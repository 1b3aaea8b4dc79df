package io.stagesync.state.jdbc;

import io.stagesync.port.CampaignMember;
import io.stagesync.port.Cursor;
import io.stagesync.state.CampaignResponses;
import io.stagesync.vocabulary.CampaignMemberStatus;
import io.stagesync.vocabulary.RecordId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code campaign_member} and {@code campaign_cursor}; no other file names them. */
final class JdbcCampaignResponses implements CampaignResponses {
  private static final String COLUMNS =
      "id, campaign, campaign_name, lead, contact, status, responded, modified";

  private final Sql sql;

  JdbcCampaignResponses(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void see(Collection<CampaignMember> members) {
    List<@Nullable Object[]> rows = new ArrayList<>(members.size());
    for (CampaignMember member : members) {
      rows.add(
          new @Nullable Object[] {
            member.id(),
            member.campaign(),
            member.campaignName(),
            member.lead(),
            member.contact(),
            member.status(),
            member.responded(),
            member.modified()
          });
    }
    sql.batch(
        "INSERT INTO campaign_member ("
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            + " campaign = excluded.campaign, campaign_name = excluded.campaign_name,"
            + " lead = excluded.lead, contact = excluded.contact, status = excluded.status,"
            + " responded = excluded.responded, modified = excluded.modified"
            + " WHERE excluded.modified >= campaign_member.modified",
        rows);
  }

  @Override
  public List<CampaignMember> of(RecordId lead) {
    return sql.list(
        "SELECT " + COLUMNS + " FROM campaign_member WHERE lead = ? ORDER BY modified DESC, id",
        JdbcCampaignResponses::member,
        lead);
  }

  private static CampaignMember member(Row row) throws SQLException {
    return new CampaignMember(
        row.id(),
        row.id(),
        row.text(),
        row.maybeId(),
        row.maybeId(),
        row.maybe().map(CampaignMemberStatus::new),
        row.flag(),
        row.instant());
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    sql.list(
        """
        SELECT COALESCE(status, ''), COUNT(*) FROM campaign_member
        GROUP BY COALESCE(status, '') ORDER BY COUNT(*) DESC, COALESCE(status, '')
        """,
        row -> counts.put(row.text(), row.number()) == null);
    return counts;
  }

  @Override
  public Optional<Cursor> cursor() {
    return sql.one(
        "SELECT text FROM campaign_cursor WHERE place = 1", row -> new Cursor(row.text()));
  }

  @Override
  public void cursor(Cursor cursor) {
    sql.update(
        """
        INSERT INTO campaign_cursor (place, text) VALUES (1, ?)
        ON CONFLICT (place) DO UPDATE SET text = excluded.text
        """,
        cursor.text());
  }
}
