package io.stagesync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.proof.Counterexample;
import io.stagesync.proof.Law;
import io.stagesync.proof.OwnWords;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a run does when a law is broken. No file that loads is known to break one between whatever
 * two CRMs, so what breaks is said here.
 */
class LawsTest {
  private static final Track STATUS = new Track("lead-status");
  private static final Track STAGE = new Track("lead-stage");
  private static final Mapping MAPPING = MappingFile.preset("standard").mapping().orElseThrow();
  private static final Catalogs OWN = OwnWords.of(MAPPING);

  /** What both accept once a picklist has changed. */
  private static final Catalogs CHANGED =
      new Catalogs(OWN.salesforce(), new Catalog(Side.HUBSPOT, Map.of(), Set.of()), Map.of());

  private static Map<Track, String> paused(Predicate<Catalogs> breaks, Track... together) {
    return new Laws(
            MAPPING,
            CHANGED,
            (mapping, catalogs) ->
                breaks.test(catalogs)
                        && Stream.of(together).allMatch(t -> mapping.find(t).isPresent())
                    ? Optional.of(broken(together))
                    : Optional.empty())
        .paused();
  }

  private static Counterexample broken(Track... together) {
    return new Counterexample(
        Law.NO_CYCLE,
        "It begins with both sides blank.",
        List.of("Salesforce is written.", "It is written again."),
        "",
        Stream.of(together).collect(Collectors.toMap(t -> t, t -> Set.of(new Label("open")))),
        List.of());
  }

  @Test
  void theTrackThatTakesPartIsPausedAndTheOtherOneGoesOn() {
    assertThat(paused(c -> c.equals(CHANGED), STATUS))
        .isEqualTo(
            Map.of(
                STATUS,
                "between what both CRMs accept now the mapping would break a law (The law that"
                    + " nothing goes round is broken. It begins with both sides blank. Salesforce"
                    + " is written. It is written again)"));
  }

  @Test
  void tracksThatBreakALawTogetherArePausedTogether() {
    assertThat(new TreeMap<>(paused(c -> c.equals(CHANGED), STATUS, STAGE)))
        .containsOnlyKeys(STAGE, STATUS);
  }

  @Test
  void aFileThatBreaksALawByItsOwnWordsIsRefused() {
    assertThatThrownBy(() -> paused(c -> true, STATUS))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("The mapping does not keep its laws. Nothing was written.")
        .hasMessageContaining("LAW_BROKEN");
  }

  @Test
  void whatIsPausedAlreadyIsNotLookedAtAndWhatKeepsItsLawsIsNotPaused() {
    assertThat(Laws.paused(MAPPING, OWN)).isEmpty();
    var paused = new Catalogs(OWN.salesforce(), OWN.hubspot(), Map.of(STATUS, "a word is gone"));
    var laws =
        new Laws(
            MAPPING,
            paused,
            (mapping, catalogs) -> {
              assertThat(mapping.find(STATUS)).isEmpty();
              assertThat(catalogs.paused()).isEmpty();
              return Optional.empty();
            });
    assertThat(laws.paused()).isEqualTo(Map.of(STATUS, "a word is gone"));
  }
}
