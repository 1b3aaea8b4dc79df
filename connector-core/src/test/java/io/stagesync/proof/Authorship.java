package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.World.Person;
import io.stagesync.state.JournalEntry;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Who changed what since the last look, and whether those who may not are told of. */
final class Authorship {
  private final List<String> unauthorised = new ArrayList<>();

  void changed(Person person, TrackDraft track, Hand by) {
    if (!by.may(track)) {
      unauthorised.add(told(person, track.name, by.side, by.id));
    }
  }

  /** Each of them is told once, and nobody else; how many there are. */
  int judge(List<JournalEntry> since, Person person, Supplier<String> where) {
    List<String> told =
        since.stream()
            .filter(e -> e.kind() == JournalEntry.Kind.FOUND)
            .filter(e -> e.text().startsWith("UNAUTHORISED_CHANGE"))
            .map(
                e ->
                    told(
                        person,
                        e.track().map(Track::name).orElseThrow(),
                        e.side().orElseThrow(),
                        e.text()))
            .toList();
    List<String> expected =
        unauthorised.stream().filter(u -> u.startsWith(person.lead() + " ")).toList();
    assertThat(told).as(where).hasSize(expected.size());
    for (String one : expected) {
      String[] parts = one.split(" ", 4);
      assertThat(told)
          .as(where)
          .anyMatch(
              t ->
                  t.startsWith(parts[0] + " " + parts[1] + " " + parts[2]) && t.contains(parts[3]));
    }
    return told.size();
  }

  void forget() {
    unauthorised.clear();
  }

  private static String told(Person person, String track, Side side, String what) {
    return person.lead() + " " + track + " " + side + " " + what;
  }
}
