package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.WayBack;
import io.stagesync.vocabulary.Side;
import java.util.List;

/** Every way back leads back, and somebody may go it. */
final class WayBackCheck {
  private final Draft draft;
  private final TrackMapping track;

  WayBackCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
  }

  void check() {
    for (var way : track.waysBack()) {
      var site = draft.site(way);
      var to = draft.label(site.at("to"), track, way.to());
      for (var from : way.from().stream().sorted().toList()) {
        var named = site.at("from").saying(from.name());
        var label = draft.label(named, track, from);
        if (to.isPresent() && label.isPresent()) {
          backward(way, named, label.get(), to.get());
        }
      }
      to.ifPresent(label -> somebody(way, site, label));
      cycles(way);
    }
  }

  /** A move begins the next cycle or it does not, whoever makes it. */
  private void cycles(WayBack way) {
    var site = draft.site(way);
    for (var other : track.waysBack().subList(0, track.waysBack().indexOf(way))) {
      var both =
          way.from().stream().filter(from -> other.leads(from, way.to())).sorted().findFirst();
      if (both.isPresent() && site.has("cycle") != draft.site(other).has("cycle")) {
        draft.senseless(
            site.at("from").saying(both.get().name()),
            DiagnosticId.BAD_VALUE,
            "`"
                + both.get()
                + "` to `"
                + way.to()
                + "` begins the next cycle by one way and not by another one, see line "
                + other.line(),
            "say `cycle: next` in both, or keep one of them");
        return;
      }
    }
  }

  private void backward(WayBack way, Site site, LabelMapping from, LabelMapping to) {
    boolean leadsOn = draft.site(way).has("cycle") && !from.label().equals(to.label());
    boolean ranked = from.rank().isPresent() && to.rank().isPresent();
    if (ranked && !leadsOn && !track.backward(from.label(), to.label())) {
      draft.senseless(
          site,
          DiagnosticId.NOT_BACKWARD,
          ranked(from) + " to " + ranked(to) + " does not lead back",
          "delete it: ways forward"
              + (from.branch().isPresent() && to.branch().isPresent() ? " and sideways" : "")
              + " need not be declared");
    }
  }

  private static String ranked(LabelMapping label) {
    return "`"
        + label.label()
        + "` (rank "
        + label.rank().map(String::valueOf).orElse("-")
        + label.branch().map(branch -> ", branch " + branch).orElse("")
        + ")";
  }

  private void somebody(WayBack way, Site site, LabelMapping to) {
    var by = way.by().flatMap(team -> draft.side(site.at("by"), team));
    if (way.by().isPresent() && by.isEmpty()) {
      return;
    }
    // A way without `by` is open to everybody, whoever owns the label.
    var entering = new Entering(track);
    boolean possible =
        by.map(side -> entering.possible(side, to)).orElseGet(() -> entering.possible(to));
    var sides = by.map(List::of).orElse(List.of(Side.values()));
    boolean readable =
        sides.stream().allMatch(s -> draft.wordsReadable(to, s) && draft.leadsReadably(track, s));
    if (!possible && readable) {
      var who = by.map(side -> "nobody in " + side.displayName()).orElse("nobody");
      draft.senseless(
          site.at(way.by().isPresent() ? "by" : "to"),
          DiagnosticId.BACKWARD_BY_NOBODY,
          who
              + " can bring a record back to `"
              + to.label()
              + "`: the track is not led from there, or has no word of its own for it there",
          "name with `by` a team whose side leads the track and has a word for `"
              + to.label()
              + "`, or delete this way");
    }
  }
}
