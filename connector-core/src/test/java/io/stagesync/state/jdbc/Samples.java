package io.stagesync.state.jdbc;

import io.stagesync.mapping.Fingerprint;
import io.stagesync.port.Author;
import io.stagesync.port.Conversion;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.Reading;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.OwnWrites;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Correction;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.Pair;
import io.stagesync.state.PairId;
import io.stagesync.state.Pairs.DecidedTrack;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People to store. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  static final Track STATUS = new Track("lead-status");
  static final Track STAGE = new Track("lead-stage");
  static final FieldName LEAD_STATUS = new FieldName(Side.SALESFORCE, "Lead", "Status");
  static final FieldName LEAD_STAGE = new FieldName(Side.SALESFORCE, "Lead", "Lead_Stage__c");
  static final FieldName CONTACT_STATUS = new FieldName(Side.HUBSPOT, "contact", "hs_lead_status");
  static final Fingerprint MAPPING = new Fingerprint("c0ffee");

  private Samples() {}

  static Instant at(long second) {
    return NOW.plusSeconds(second);
  }

  static RecordId id(String text) {
    return new RecordId(text);
  }

  static CrmRecord lead(String id, long second, String status) {
    return lead(id, second, Reading.ofNullable(status), Conversion.NOT_CONVERTED);
  }

  static CrmRecord lead(String id, long second, Reading status, Conversion conversion) {
    return new CrmRecord(
        id(id),
        CrmRecord.Presence.LIVE,
        Optional.empty(),
        at(second),
        Optional.of(new Author("005A", false)),
        Map.of(LEAD_STATUS, status),
        Optional.of("ann@example.com"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(conversion));
  }

  static CrmRecord contact(String id, long second, String status, String lead) {
    return new CrmRecord(
        id(id),
        CrmRecord.Presence.LIVE,
        Optional.empty(),
        at(second),
        Optional.empty(),
        Map.of(CONTACT_STATUS, Reading.ofNullable(status)),
        Optional.empty(),
        lead.isBlank() ? Optional.empty() : Optional.of(id(lead)),
        Optional.empty(),
        Optional.empty());
  }

  static List<RecordId> see(Session session, Side side, CrmRecord... records) {
    return session.records().see(side, List.of(records), Map.of(), NOW);
  }

  /** A pair that nothing was decided for yet. */
  static Pair pair(Session session, String lead, String contact) {
    see(session, Side.SALESFORCE, lead(lead, 0, "Open"));
    see(session, Side.HUBSPOT, contact(contact, 0, "OPEN", lead));
    return session.pairs().join(id(lead), id(contact), "id");
  }

  /** A pair that is decided. */
  static Pair decided(Store store, String lead, String contact) {
    return store.write(
        session -> {
          Pair pair = pair(session, lead, contact);
          session.pairs().decided(pair.id(), Map.of(STATUS, agreed("open", 1)), false, 1);
          return pair;
        });
  }

  static Base base(String label) {
    return new Base(
        new Label(label),
        Optional.of(new RawValue("Open - Ünbekannt \ud83d\ude00")),
        Optional.empty(),
        Optional.of(Evidence.OPEN),
        Optional.of(new Label("open")),
        label.length(),
        MAPPING);
  }

  static Memory memory() {
    Memory.Seen seen =
        new Memory.Seen(MAPPING, Optional.of(new RawValue("Open")), Optional.empty(), "a<b");
    return new Memory(
        Optional.of(seen),
        Optional.of(seen),
        7,
        Optional.of(new RawValue("customer")),
        Optional.of(new Memory.Choice(Side.HUBSPOT, Optional.empty(), Optional.empty())),
        Optional.of(MAPPING),
        new OwnWrites(
            List.of(
                new OwnWrites.Write(
                    Side.SALESFORCE,
                    Optional.of(new Label("working")),
                    Instant.parse("2026-03-01T10:00:00Z")),
                new OwnWrites.Write(
                    Side.HUBSPOT, Optional.empty(), Instant.parse("2026-03-01T11:00:00Z"))),
            Optional.of(new OwnWrites.Bounce(Side.HUBSPOT, Optional.empty()))),
        3);
  }

  static DecidedTrack agreed(String label, long run) {
    return decided(Reason.AGREED, label, label, run);
  }

  static DecidedTrack decided(Reason reason, String from, String to, long run) {
    return new DecidedTrack(reason, from, to, "Because.", "", Optional.of(base(to)), memory(), run);
  }

  static Correction correction(PairId pair, Track track, FieldName field, String value) {
    return new Correction(
        pair,
        track,
        write(field, value),
        Reason.MOVED,
        "open",
        "working",
        "Salesforce moved.",
        1,
        false);
  }

  static FieldWrite write(FieldName field, String value) {
    return new FieldWrite(
        field, Optional.of(new RawValue("before")), Optional.of(new RawValue(value)), true);
  }

  static JournalEntry entry(Optional<PairId> pair, String text) {
    return new JournalEntry(
        0,
        JournalEntry.Kind.WROTE,
        pair,
        Optional.of(Side.HUBSPOT),
        Optional.of(STATUS),
        "501",
        "OPEN",
        "WORKING",
        Optional.of(Reason.MOVED),
        text,
        "005A",
        NOW,
        1,
        "t-1");
  }
}
