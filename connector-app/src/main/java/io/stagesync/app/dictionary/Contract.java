package io.stagesync.app.dictionary;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.WayBack;
import java.util.ArrayList;
import java.util.List;

/** What a person may do with one track, and what becomes of what they may not. */
record Contract(Mapping mapping, TrackMapping track) {

  void on(Sheet sheet) {
    sheet.list(promises());
    sheet.table(
        List.of(again() ? "Way" : "Way back", "From", "To", "Gone by", "Because"), waysBack());
  }

  private List<Phrase> promises() {
    var promises = new ArrayList<Phrase>();
    if (track.ordered()) {
      promises.add(
          Phrase.of(
              track.skipsForward()
                  ? "Forward: along the arrows, past labels in between too."
                  : "Forward: from arrow to arrow; no label may be left out."));
      promises.add(
          Phrase.of(
              (track.waysBack().isEmpty()
                      ? "Back: nowhere. A move back is "
                      : "Back: along the numbered ways alone. Any other move back is ")
                  + refused()));
      if (Order.of(track).anySideBySide()) {
        promises.add(
            Phrase.of(
                "Between labels side by side, where no arrows lead from one to the other: either way."));
      }
    } else {
      promises.add(Phrase.of("From each label to each other one."));
    }
    if (track.labels().stream().anyMatch(label -> label.owner().isPresent())) {
      promises.add(
          Phrase.of(
              "Where a team is named, people come to the label from that team's side alone. The"
                  + " same edit on the other side is "
                  + refused()
                  + (track.waysBack().isEmpty()
                      ? ""
                      : " A way back names who goes it, in place of that team.")));
    }
    var fromOpportunity =
        track.labels().stream()
            .filter(LabelMapping::fromOpportunity)
            .map(LabelMapping::label)
            .toList();
    if (!fromOpportunity.isEmpty()) {
      promises.add(
          Phrase.of("HubSpot alone brings nobody to ")
              .names(fromOpportunity)
              .and(": convert the lead with its opportunity."));
    }
    return promises;
  }

  /** Back anybody goes who is not named; forward who enters the label as always. */
  private String goneBy(WayBack way) {
    return way.from().stream().anyMatch(from -> track.backward(from, way.to()))
        ? "anybody"
        : "whoever enters it";
  }

  /** Whether some of the ways lead forward, to where people enter again. */
  private boolean again() {
    return track.waysBack().stream()
        .anyMatch(way -> way.from().stream().anyMatch(from -> !track.backward(from, way.to())));
  }

  private String refused() {
    return track.refusedEdits() == RefusedEdits.CORRECT
        ? "set back to what both sides agreed on."
        : "held: it stays where it was made, goes no further, and is shown.";
  }

  private static String because(WayBack way) {
    return way.because() + (way.nextCycle() ? " (the next cycle begins)" : "");
  }

  private List<List<Phrase>> waysBack() {
    var rows = new ArrayList<List<Phrase>>();
    for (var way : track.waysBack()) {
      var from =
          track.labels().stream().map(LabelMapping::label).filter(way.from()::contains).toList();
      rows.add(
          List.of(
              Phrase.of(String.valueOf(rows.size() + 1)),
              Phrase.NONE.names(from),
              Phrase.named(way.to()),
              way.by().map(new Entrances(mapping)::team).orElse(Phrase.of(goneBy(way))),
              Phrase.of(because(way))));
    }
    return rows;
  }
}
