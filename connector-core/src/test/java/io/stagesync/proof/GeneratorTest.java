package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WayDraft;
import io.stagesync.vocabulary.Evidence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  @Test
  void whatIsGeneratedMakesSenseAndMeansWhatTheLoaderReads() {
    for (long seed = 0; seed < 400; seed++) {
      Draft draft = Generator.draft(seed);
      String text = DraftYaml.of(draft);
      var loaded = MappingFile.parse("generated.yaml", text);
      assertThat(loaded.mapping()).as("seed %d%n%s%n%s", seed, loaded.render(), text).isPresent();
      Mapping read = loaded.mapping().orElseThrow();
      Mapping meant = DraftMapping.of(draft);
      for (var track : read.tracks()) {
        assertThat(meant.track(track.track()).fingerprint())
            .as("seed %d, track %s%n%s", seed, track.track(), text)
            .isEqualTo(track.fingerprint());
      }
    }
  }

  /** How many of 1,000 drafts say something at least. */
  @Test
  void everythingThatTheLanguageHasIsSaidOftenEnough() {
    Map<String, Predicate<Draft>> features = new TreeMap<>();
    features.put("three tracks", d -> d.tracks.size() == 3);
    features.put("lone", track(TrackDraft::lone));
    features.put("one way", track(t -> !t.direction.equals("two-way")));
    features.put("no ranks", track(t -> !t.ordered()));
    features.put("skips", track(t -> t.policies.containsKey("skips")));
    features.put("corrects", track(t -> t.policies.containsKey("refused-edits")));
    features.put("clears", track(t -> t.policies.containsKey("clears")));
    features.put("ignored", track(t -> !t.ignored.isEmpty()));
    features.put("ways back", track(t -> t.ways.stream().anyMatch(w -> !w.cycle())));
    features.put("cycles", track(t -> t.ways.stream().anyMatch(WayDraft::cycle)));
    features.put("floors", track(t -> t.floor.isPresent()));
    features.put("old words", track(t -> !t.changes.isEmpty()));
    features.put("branches", label(l -> !l.branch.isEmpty()));
    features.put("record types", label(l -> !l.partner.isEmpty()));
    features.put("owners", label(l -> !l.owner.isEmpty()));
    features.put("companions", label(l -> !l.requires.isEmpty()));
    features.put("from opportunity", label(l -> l.fromOpportunity));
    features.put("entry criteria", label(l -> !l.entry.isEmpty()));
    features.put("exit criteria", label(l -> !l.exit.isEmpty()));
    features.put("caps", label(l -> l.cap.isPresent()));
    features.put("caps that stop", label(l -> l.cap.filter(c -> c < 10).isPresent()));
    for (Said said : List.of(Said.OWN, Said.SHARES, Said.NONE, Said.CONVERTED)) {
      features.put(
          "words " + said, label(l -> l.words.values().stream().anyMatch(w -> w.is(said))));
    }
    features.put("rules", d -> !d.rules.isEmpty());
    features.put("first labels", d -> !d.first.isEmpty());
    features.put("conversion", d -> d.conversion.isPresent());
    features.put("never converted", d -> d.neverConverted);
    features.put("scope", d -> d.scope.isPresent());
    features.put("attributes", d -> d.attributes);
    features.put("pilot", d -> d.pilot.isPresent());
    features.put("limits", d -> d.limits.isPresent());
    features.put("external writers", d -> d.external);
    features.put("writers", track(t -> !t.writers.isEmpty()));
    features.put(
        "customers' accounts",
        d ->
            d.conversion
                .filter(c -> c.labels().containsKey(Evidence.EXISTING_CUSTOMER_ACCOUNT))
                .isPresent());
    List<Draft> drafts = LongStream.range(0, 1_000).mapToObj(Generator::draft).toList();
    features.forEach(
        (feature, said) -> {
          long count = drafts.stream().filter(said).count();
          System.out.println("of 1,000 vocabularies, with " + feature + ": " + count);
          assertThat(count).as(feature).isGreaterThan(30);
        });
  }

  private static Predicate<Draft> track(Predicate<TrackDraft> which) {
    return draft -> draft.tracks.stream().anyMatch(which);
  }

  private static Predicate<Draft> label(Predicate<LabelDraft> which) {
    return track(track -> track.labels.stream().anyMatch(which));
  }
}
