package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pilot;
import io.stagesync.state.PairId;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is in the list that a pilot names. Joining and leaving it touches no record, so that what was
 * known is compared with what is, and whoever joined or left is decided anew.
 */
final class PilotList {
  private static final String MEMBERS = "pilot-list";

  private PilotList() {}

  /** Who is in the list now, and known to the store from here; nobody where no list is named. */
  static Set<RecordId> read(Setting setting) {
    var list = list(setting.mapping());
    if (list.isEmpty()) {
      return Set.of();
    }
    var members = setting.crms().lists().members(list.get());
    setting.store().change(session -> notice(session, list.get(), members));
    return members;
  }

  /** Who was in the mapping's list when a run last looked; empty where none looked at it. */
  static Optional<Set<RecordId>> known(Session session, Mapping mapping) {
    var lines = session.belonging().remark(MEMBERS).orElse("").lines().toList();
    return list(mapping)
        .filter(list -> !lines.isEmpty() && lines.get(0).equals(list))
        .map(
            list ->
                lines.stream().skip(1).map(RecordId::new).collect(Collectors.toUnmodifiableSet()));
  }

  private static Optional<String> list(Mapping mapping) {
    return mapping.reads().pilot().flatMap(Pilot::hubspotList);
  }

  private static void notice(Session session, String list, Set<RecordId> members) {
    var lines = new ArrayList<>(List.of(list));
    members.stream().map(RecordId::text).sorted().forEach(lines::add);
    var now = String.join("\n", lines);
    var before = session.belonging().remark(MEMBERS);
    if (before.filter(now::equals).isPresent()) {
      return;
    }
    session.belonging().remark(MEMBERS, now);
    var changed = new HashSet<>(before.orElse("").lines().toList());
    for (String line : lines) {
      if (!changed.remove(line)) {
        changed.add(line);
      }
    }
    session.pairs().decideAgain(pairs(session, changed));
  }

  private static List<PairId> pairs(Session session, Collection<String> contacts) {
    return contacts.stream()
        .flatMap(id -> session.pairs().of(Side.HUBSPOT, new RecordId(id)).stream())
        .map(pair -> pair.id())
        .toList();
  }
}
