package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Changes;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.LostLabels;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What became of labels and words that a file used to have. */
class ChangesFileTest {
  private static final Track STAGE = new Track("lead-stage");

  private final String text;
  private final TrackMapping stage;

  ChangesFileTest() throws IOException {
    text = Files.readString(Path.of("src/test/resources/good/changed.yaml"));
    stage = mapping(text).track(STAGE);
  }

  private static Mapping mapping(String text) {
    var loaded = MappingFile.parse("f.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow();
  }

  private ValueTable table(Side side, Set<RawValue> converted) {
    return ValueTable.of(stage, side, Optional.empty(), new Catalog(side, Map.of(), converted));
  }

  @Test
  void everyEntryLandsWithItsTrack() {
    assertThat(stage.changes().labels())
        .containsExactly(
            new Changes.OfLabel(
                new Label("sql"),
                List.of(new Label("sales-qualified")),
                "A name that says whose word it is",
                17),
            new Changes.OfLabel(new Label("inquiry"), List.of(new Label("lead")), "", 18),
            new Changes.OfLabel(
                new Label("mql"),
                List.of(new Label("mql"), new Label("sal")),
                "Sales says now when it takes over",
                19),
            new Changes.OfLabel(new Label("frozen"), List.of(), "", 20));
    assertThat(stage.changes().words()).hasSize(2);
    assertThat(mapping(text).track(new Track("region")).changes()).isEqualTo(Changes.NONE);
  }

  @Test
  void anOldWordMeansWhatTheNewOneMeansAndIsNeverWritten() {
    var salesforce = table(Side.SALESFORCE, Set.of());
    var old = new RawValue("SQL");
    assertThat(salesforce.meanings(Optional.of(old))).containsExactly(new Label("sales-qualified"));
    assertThat(salesforce.own(Optional.of(old))).contains(new Label("sales-qualified"));
    assertThat(salesforce.replacement(old)).contains(new RawValue("Sales Qualified"));
    assertThat(salesforce.written(new Label("sales-qualified")))
        .containsExactly(new RawValue("Sales Qualified"));
    assertThat(salesforce.replacement(new RawValue("Lead"))).isEmpty();
    var hubspot = table(Side.HUBSPOT, Set.of());
    assertThat(hubspot.meanings(Optional.of(new RawValue("SQL")))).isEmpty();
    assertThat(hubspot.meanings(Optional.of(new RawValue("inquiry"))))
        .containsExactly(new Label("lead"));
  }

  @Test
  void aLabelThatPeopleStandAtAndNobodySpeaksOfIsLost() {
    var stored =
        Map.of(
            STAGE,
            Map.of(
                new Label("mql"), 5L,
                new Label("sql"), 4L,
                new Label("sales-qualfied"), 1L,
                new Label("zombie"), 12L),
            new Track("no-such-track"),
            Map.of(new Label("any-label"), 7L));
    assertThat(LostLabels.of(mapping(text), stored).stream().map(Diagnostic::render))
        .containsExactly(
            "f.yaml:6:5: LABEL_DISAPPEARED the track `lead-stage` has no label `sales-qualfied` any"
                + " more, on which 1 pair was last agreed\n  help: say under `changed-labels` what"
                + " became of it: `- { track: lead-stage, label: sales-qualfied, now: ... }`, with"
                + " the label that it is now, or `none` if it was retired",
            "f.yaml:6:5: LABEL_DISAPPEARED the track `lead-stage` has no label `zombie` any more, on"
                + " which 12 pairs were last agreed\n  help: say under `changed-labels` what became"
                + " of it: `- { track: lead-stage, label: zombie, now: ... }`, with the label that"
                + " it is now, or `none` if it was retired");
  }

  @Test
  void whatChangedCountsForItsTrackAndItsReasonDoesNot() {
    var reason = text.replace("The portal's old option", "Cleaned up");
    var word = text.replace("salesforce: SQL, now: Sales Qualified", "salesforce: SQL, now: MQL");
    var label = text.replace("label: frozen, now: none", "label: frozen, now: lead");
    assertThat(mapping(reason).track(STAGE).fingerprint()).isEqualTo(stage.fingerprint());
    assertThat(mapping(word).track(STAGE).fingerprint()).isNotEqualTo(stage.fingerprint());
    assertThat(mapping(label).track(STAGE).fingerprint()).isNotEqualTo(stage.fingerprint());
    var region = new Track("region");
    assertThat(mapping(label).track(region).fingerprint())
        .isEqualTo(mapping(text).track(region).fingerprint());
  }
}
