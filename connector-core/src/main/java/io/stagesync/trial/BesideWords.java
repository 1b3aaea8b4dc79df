package io.stagesync.trial;

import io.stagesync.example.OurWrites;
import io.stagesync.example.Remembered;
import io.stagesync.example.Remembered.Both;
import io.stagesync.example.Shown;
import io.stagesync.example.Terms;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a test says of one track beside the values: memory and fields, in lines for people. */
record BesideWords(Scene scene, TrackMapping track) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    add(lines, "remembered", remembered());
    for (Side side : Side.values()) {
      add(
          lines,
          side.displayName() + "'s field",
          scene.given().terms().field(track.track(), side).map(this::field).orElse(List.of()));
    }
    if (scene.given().terms().paused().contains(track.track())) {
      lines.add(track.track() + " is paused");
    }
    return lines;
  }

  private void add(List<String> lines, String what, List<String> parts) {
    if (!parts.isEmpty()) {
      lines.add(track.track() + ", " + what + ": " + String.join("; ", parts));
    }
  }

  private List<String> remembered() {
    Remembered r = Objects.requireNonNull(scene.given().tracks().get(track.track())).remembered();
    List<String> parts = new ArrayList<>();
    switch (r.file()) {
      case CHANGED -> parts.add("the file has changed since");
      case APPROVED -> parts.add("the file has changed since, and a person approved");
      case SAME -> {}
    }
    r.lastSeen().ifPresent(both -> parts.add("last decided on " + both(both)));
    r.refused()
        .ifPresent(
            refusal ->
                parts.add(
                    "a write was refused on "
                        + both(refusal.on())
                        + (refusal.orderChanged() ? ", and the order has changed" : "")));
    r.choice()
        .ifPresent(
            c ->
                parts.add(
                    "a person chose " + c.winner().displayName() + " on " + both(c.madeOn())));
    r.openClear()
        .ifPresent(s -> parts.add("our clear of " + shown(s, Side.HUBSPOT) + " is not yet set"));
    if (r.blankSeenBefore()) {
      parts.add("an earlier run saw HubSpot blank");
    }
    if (!r.own().lately().isEmpty()) {
      parts.add(
          "written in the last 24 hours: "
              + r.own().lately().stream()
                  .map(BesideWords::write)
                  .collect(Collectors.joining(", ")));
    }
    if (r.cycle() != 0) {
      parts.add("in cycle " + r.cycle() + " before both were blank");
    }
    r.own().bouncing().ifPresent(w -> parts.add("not written any more: " + write(w)));
    return parts;
  }

  private static String write(OurWrites.Write write) {
    return write.label().map(Label::name).orElse("a blank") + " to " + write.side().displayName();
  }

  private String both(Both both) {
    List<String> sides = new ArrayList<>();
    for (Side side : Side.values()) {
      Optional.ofNullable(both.shown().get(side))
          .ifPresent(s -> sides.add(side.displayName() + " " + shown(s, side)));
    }
    return sides.isEmpty() ? "what stands there" : String.join(", ", sides);
  }

  private String shown(Shown shown, Side side) {
    return scene.raw(track, shown, side).map(v -> '"' + v.text() + '"').orElse("blank");
  }

  private List<String> field(Terms.Field field) {
    List<String> parts = new ArrayList<>();
    if (!field.order().isEmpty()) {
      parts.add("begins with " + quoted(field.order()));
    }
    if (!field.inactive().isEmpty()) {
      parts.add("no longer accepts " + quoted(field.inactive().stream().sorted().toList()));
    }
    if (!field.writable()) {
      parts.add("may not be written");
    }
    field.clearable().ifPresent(c -> parts.add(c ? "may be blank" : "may not be blank"));
    if (!field.keepsHistory()) {
      parts.add("keeps no history");
    }
    field.offered().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e ->
                parts.add(
                    "offers "
                        + quoted(e.getValue().stream().sorted().toList())
                        + " to "
                        + e.getKey()));
    return parts;
  }

  private static String quoted(Collection<RawValue> values) {
    return values.stream().map(v -> '"' + v.text() + '"').collect(Collectors.joining(", "));
  }
}
