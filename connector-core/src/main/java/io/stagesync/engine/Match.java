package io.stagesync.engine;

import io.stagesync.mapping.Pairing;
import io.stagesync.port.Conversion;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.Pair;
import io.stagesync.state.SeenRecord;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds which lead and which contact are one person: the first unambiguous match, never a guess. A
 * pair that exists stays, whatever becomes of an address, but for one case: a lead that is gone, or
 * was converted, gives way to the person's new open lead, or to one that was converted later.
 */
final class Match {
  private static final int PAGE = 500;

  private final Run run;
  private final Chronicle chronicle;
  private final Parting parting;

  Match(Run run) {
    this.run = run;
    this.chronicle = new Chronicle(run);
    this.parting = new Parting(run);
  }

  /** Looks at every record that changed and has no pair. */
  void all() {
    run.progress().step(Progress.Step.MATCH, 0);
    for (Side side : List.of(Side.HUBSPOT, Side.SALESFORCE)) {
      Optional<RecordId> after = Optional.empty();
      int size;
      do {
        var from = after;
        var page =
            run.store()
                .write(
                    session -> {
                      var alone = session.records().toPair(side, from, PAGE);
                      alone.forEach(record -> match(session, record));
                      return alone;
                    });
        size = page.size();
        run.progress().advanced(Progress.Step.MATCH, size);
        run.turn().keep();
        after = page.isEmpty() ? after : Optional.of(page.get(size - 1).id());
      } while (size == PAGE);
    }
    run.progress().done(Progress.Step.MATCH);
  }

  /** What looking for a partner brought. */
  private record Found(Optional<SeenRecord> lead, Optional<SeenRecord> contact, boolean several) {
    static final Found NOBODY = new Found(Optional.empty(), Optional.empty(), false);
    static final Found SEVERAL = new Found(Optional.empty(), Optional.empty(), true);

    static Found of(SeenRecord lead, SeenRecord contact) {
      return new Found(Optional.of(lead), Optional.of(contact), false);
    }
  }

  private void match(Session session, SeenRecord record) {
    if (record.presence() == Presence.GONE
        || session.pairs().of(record.side(), record.id()).isPresent()) {
      session.records().paired(record.side(), record.id(), "");
      return;
    }
    for (Pairing.By by : run.mapping().pairing().by()) {
      var found = by.idField().isPresent() ? byId(session, record) : byAddress(session, record);
      if (found.lead().isPresent() && found.contact().isPresent()) {
        join(session, record, found.lead().get(), found.contact().get(), by);
        return;
      }
      if (found.several()) {
        session.records().paired(record.side(), record.id(), Reason.AMBIGUOUS_MATCH.name());
        return;
      }
    }
    session.records().paired(record.side(), record.id(), Reason.NOT_LINKED.name());
  }

  private Found byId(Session session, SeenRecord record) {
    var lead =
        record.side() == Side.SALESFORCE
            ? Optional.of(record)
            : record.counterpart().flatMap(id -> living(session, id));
    if (lead.isEmpty()) {
      return Found.NOBODY;
    }
    var naming = session.records().naming(lead.get().id());
    if (record.side() == Side.HUBSPOT && naming.size() <= 1) {
      return Found.of(lead.get(), record);
    }
    return switch (naming.size()) {
      case 0 -> Found.NOBODY;
      case 1 -> Found.of(lead.get(), naming.get(0));
      default -> Found.SEVERAL;
    };
  }

  /** A lead, or the one that it was merged into. */
  private static Optional<SeenRecord> living(Session session, RecordId id) {
    var lead = session.records().find(Side.SALESFORCE, id);
    if (lead.isPresent() && lead.get().presence() == Presence.GONE) {
      lead = lead.get().mergedInto().flatMap(s -> session.records().find(Side.SALESFORCE, s));
    }
    return lead.filter(l -> l.presence() == Presence.LIVE);
  }

  private static Found byAddress(Session session, SeenRecord record) {
    if (record.emailKey().isEmpty()) {
      return Found.NOBODY;
    }
    var key = record.emailKey().get();
    var contacts = session.records().withEmailKey(Side.HUBSPOT, key);
    var leads = session.records().withEmailKey(Side.SALESFORCE, key);
    var open = leads.stream().filter(l -> !converted(l)).toList();
    var eligible = open.isEmpty() ? latest(leads) : open;
    if (contacts.isEmpty() || eligible.isEmpty()) {
      return Found.NOBODY;
    }
    if (open.isEmpty() && record.side() == Side.SALESFORCE && !eligible.contains(record)) {
      // The person was converted again since; this lead has had its say.
      return Found.NOBODY;
    }
    return contacts.size() == 1 && eligible.size() == 1
        ? Found.of(eligible.get(0), contacts.get(0))
        : Found.SEVERAL;
  }

  /** The converted lead that was converted last; all, where nobody can tell which that is. */
  private static List<SeenRecord> latest(List<SeenRecord> converted) {
    var latest = converted.stream().map(Match::convertedOn).max(Comparator.naturalOrder());
    boolean known = converted.stream().noneMatch(l -> convertedOn(l).equals(LocalDate.MIN));
    return known
        ? converted.stream().filter(l -> latest.filter(convertedOn(l)::equals).isPresent()).toList()
        : converted;
  }

  /** The day of its conversion; the earliest day of all where it is not known. */
  private static LocalDate convertedOn(SeenRecord lead) {
    return lead.conversion().flatMap(Conversion::on).orElse(LocalDate.MIN);
  }

  private void join(
      Session session, SeenRecord record, SeenRecord lead, SeenRecord contact, Pairing.By by) {
    var ofLead = session.pairs().of(Side.SALESFORCE, lead.id());
    var ofContact = session.pairs().of(Side.HUBSPOT, contact.id());
    if (ofLead.isPresent() && !isGone(session, Side.HUBSPOT, ofLead.get().contact())) {
      session.records().paired(record.side(), record.id(), Reason.AMBIGUOUS_MATCH.name());
      return;
    }
    if (ofContact.isPresent() && !givesWay(session, ofContact.get(), lead)) {
      var reason = converted(lead) ? Reason.NOT_LINKED : Reason.AMBIGUOUS_MATCH;
      session.records().paired(record.side(), record.id(), reason.name());
      return;
    }
    ofLead.ifPresent(pair -> part(session, pair));
    ofContact.ifPresent(pair -> part(session, pair));
    var how = by.idField().isPresent() ? "id" : "email";
    var pair = session.pairs().join(lead.id(), contact.id(), how);
    Parting.takeOver(session, pair);
    chronicle.paired(
        session,
        JournalEntry.Kind.PAIRED,
        pair,
        "Lead " + lead.id() + " and contact " + contact.id() + " are one person, found by " + how);
  }

  private void part(Session session, Pair pair) {
    parting.part(
        session,
        pair,
        "Lead " + pair.lead() + " gave way to the person's later lead, or a record is gone");
  }

  private static boolean givesWay(Session session, Pair pair, SeenRecord newLead) {
    var old = session.records().find(Side.SALESFORCE, pair.lead());
    return old.isEmpty()
        || old.get().presence() == Presence.GONE
        || (converted(old.get())
            && (!converted(newLead) || convertedOn(newLead).isAfter(convertedOn(old.get()))));
  }

  private static boolean isGone(Session session, Side side, RecordId id) {
    return session.records().find(side, id).filter(r -> r.presence() == Presence.LIVE).isEmpty();
  }

  private static boolean converted(SeenRecord lead) {
    return lead.conversion().map(Conversion::converted).orElse(false);
  }
}
