package io.stagesync.engine;

import io.stagesync.state.Pair;
import io.stagesync.state.PairId;
import io.stagesync.state.SeenRecord;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the whole story of one person, from the store alone. */
public final class Explain {
  private final Store store;
  private final EmailKey emailKey;

  public Explain(Store store, EmailKey emailKey) {
    this.store = store;
    this.emailKey = emailKey;
  }

  /**
   * Finds a person.
   *
   * @param who a lead's or contact's id, a pair's number as {@code pair-7}, or a whole e-mail
   *     address
   * @return empty when nobody like that is known
   */
  public Optional<Story> who(String who) {
    return store.read(session -> find(session, who.strip()));
  }

  private Optional<Story> find(Session session, String who) {
    if (who.matches("pair-\\d{1,18}")) {
      var states = session.pairs().states(List.of(new PairId(Long.parseLong(who.substring(5)))));
      return states.isEmpty()
          ? Optional.empty()
          : Optional.of(story(session, states.get(0).pair()));
    }
    for (Side side : List.of(Side.HUBSPOT, Side.SALESFORCE)) {
      for (SeenRecord record : records(session, side, who)) {
        var pair = session.pairs().of(side, record.id());
        if (pair.isPresent()) {
          return Optional.of(story(session, pair.get()));
        }
      }
    }
    for (Side side : Side.values()) {
      var alone = records(session, side, who);
      if (!alone.isEmpty()) {
        return Optional.of(alone(session, alone.get(0)));
      }
    }
    return Optional.empty();
  }

  private List<SeenRecord> records(Session session, Side side, String who) {
    if (who.contains("@")) {
      return session.records().withEmailKey(side, emailKey.of(who));
    }
    return who.isBlank()
        ? List.of()
        : session.records().find(side, new RecordId(who)).stream().toList();
  }

  private static Story story(Session session, Pair pair) {
    var lead = session.records().find(Side.SALESFORCE, pair.lead());
    var contact = session.records().find(Side.HUBSPOT, pair.contact());
    return new Story(
        Optional.of(pair),
        lead,
        contact,
        "",
        Attributes.of(session, lead, contact),
        session.pairs().decisions(pair.id()),
        session.corrections().of(pair.id()),
        session.intents().of(pair.id()),
        session.journal().of(pair.id()),
        session.campaignResponses().of(pair.lead()));
  }

  private static Story alone(Session session, SeenRecord record) {
    var lead = Optional.of(record).filter(r -> r.side() == Side.SALESFORCE);
    var contact = Optional.of(record).filter(r -> r.side() == Side.HUBSPOT);
    return new Story(
        Optional.empty(),
        lead,
        contact,
        record.emailKey().isEmpty()
            ? "It has no e-mail address and no id of a partner, so nobody can be matched with it."
            : "No unambiguous partner was found on the other side.",
        Attributes.of(session, lead, contact),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        lead.map(r -> session.campaignResponses().of(r.id())).orElse(List.of()));
  }
}
