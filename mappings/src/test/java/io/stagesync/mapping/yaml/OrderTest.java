package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranks and branches say what comes before what, and of some labels nothing. */
class OrderTest {
  private static final String FORKED;

  static {
    try {
      FORKED = Files.readString(Path.of("src/test/resources/good/forked.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrackMapping track(String text) {
    var loaded = MappingFile.parse("f.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow().tracks().get(0);
  }

  private static Label label(String name) {
    return new Label(name);
  }

  @Test
  void branchesLieBesideEachOtherUntilTheyMeet() {
    var track = track(FORKED);
    assertThat(track.furthest(label("sal"), label("trial"))).isEmpty();
    assertThat(track.furthest(label("meeting"), label("trial"))).isEmpty();
    assertThat(track.beside(label("meeting"), label("trial"))).isTrue();
    assertThat(track.furthest(label("sal"), label("meeting"))).contains(label("meeting"));
    assertThat(track.furthest(label("mql"), label("trial"))).contains(label("trial"));
    assertThat(track.furthest(label("sql"), label("meeting"))).contains(label("sql"));
    assertThat(track.precedes(label("sal"), label("upgrade"))).as("sql lies between").isTrue();
    assertThat(track.backward(label("trial"), label("sal"))).isFalse();
    assertThat(track.backward(label("upgrade"), label("sal"))).isTrue();
    assertThat(track.beside(label("sal"), label("sal"))).isFalse();
  }

  @Test
  void aBranchCountsForTheFingerprintAndItsNameDoesNot() {
    var before = track(FORKED).fingerprint();
    var renamed = FORKED.replace("branch: outreach", "branch: by-hand");
    var joined =
        FORKED.replace(
            "46, salesforce: Meeting, hubspot: meeting, branch: outreach",
            "46, salesforce: Meeting, hubspot: meeting, branch: self-serve");
    var none = FORKED.replaceAll(", branch: [a-z-]+", "");
    assertThat(track(renamed).fingerprint()).isEqualTo(before);
    assertThat(track(joined).fingerprint()).isNotEqualTo(before);
    assertThat(track(none).fingerprint()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 20260911, 77_000_003})
  void whatComesBeforeWhatIsTheTransitiveClosureOfRanksOnOneWay(long seed) {
    System.out.println("partial orders, seed " + seed);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      var text = new StringBuilder(FORKED.substring(0, FORKED.indexOf("      mql:")));
      for (int k = 0; k < 7; k++) {
        int branch = random.nextInt(4);
        text.append("      l" + k + ": { rank: " + random.nextInt(9) + ", salesforce: S" + k);
        text.append(", hubspot: none");
        text.append(branch == 0 ? " }\n" : ", branch: b" + branch + " }\n");
      }
      var loaded = MappingFile.parse("f.yaml", text.toString());
      if (loaded.mapping().isPresent()) {
        closed(loaded.mapping().get().tracks().get(0), "seed " + seed + ", " + i);
      }
    }
  }

  private static void closed(TrackMapping track, String where) {
    Set<List<Label>> before = new HashSet<>();
    for (LabelMapping a : track.labels()) {
      for (LabelMapping b : track.labels()) {
        boolean oneWay =
            a.branch().isEmpty() || b.branch().isEmpty() || a.branch().equals(b.branch());
        if (oneWay && a.rank().orElseThrow() < b.rank().orElseThrow()) {
          before.add(List.of(a.label(), b.label()));
        }
      }
    }
    for (int i = 0; i < track.labels().size(); i++) {
      for (var one : List.copyOf(before)) {
        for (var other : List.copyOf(before)) {
          if (one.get(1).equals(other.get(0))) {
            before.add(List.of(one.get(0), other.get(1)));
          }
        }
      }
    }
    for (LabelMapping a : track.labels()) {
      for (LabelMapping b : track.labels()) {
        assertThat(track.precedes(a.label(), b.label()))
            .as("%s: %s before %s in %s", where, a.label(), b.label(), track.labels())
            .isEqualTo(before.contains(List.of(a.label(), b.label())));
      }
    }
  }
}
