package io.stagesync.app.dictionary;

import io.stagesync.mapping.live.LiveFact;
import io.stagesync.mapping.live.LiveList;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a track in each CRM's own order, for each record type: the steps of Salesforce's
 * path and the lists from which people choose.
 *
 * @param facts what the CRMs said of the fields of all tracks
 */
record ListedWords(Track track, List<LiveFact> facts) {
  ListedWords {
    facts = List.copyOf(facts);
  }

  /** A sentence for each order that a side has; none where the CRMs were not asked. */
  List<Phrase> all() {
    var said = new ArrayList<Phrase>();
    for (var side : Side.values()) {
      facts.stream()
          .filter(fact -> fact.track().equals(track) && fact.name().side() == side)
          .forEach(fact -> said.addAll(all(fact)));
    }
    return said;
  }

  /** Record types that list the same stand together. */
  private static List<Phrase> all(LiveFact fact) {
    Map<List<LiveList.Entry>, List<RecordType>> types = new LinkedHashMap<>();
    for (var list : fact.lists()) {
      var alike = types.computeIfAbsent(list.entries(), entries -> new ArrayList<>());
      list.type().ifPresent(alike::add);
    }
    var crm = fact.name().side().displayName();
    return types.entrySet().stream()
        .map(
            list ->
                (list.getValue().isEmpty()
                        ? Phrase.of(crm)
                        : Phrase.of(crm + ", for ").names(list.getValue()))
                    .and(": ")
                    .then(words(list.getKey())))
        .toList();
  }

  private static Phrase words(List<LiveList.Entry> entries) {
    var said = Phrase.NONE;
    for (var entry : entries) {
      said = said.and(said.isEmpty() ? "" : ", ").word(entry.value()).and(" (");
      said =
          entry.label().isPresent()
              ? said.name(entry.label().get())
              : said.and(entry.ignored() ? "means nothing here" : "not in the file");
      said = said.and(")");
    }
    return (said.isEmpty() ? Phrase.of("nothing") : said).and(".");
  }
}
