package io.stagesync.reconcile;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a decision says to people. Raw values stand in quotes, labels do not. */
final class Sentences {
  static final String SET_BOTH = "Or set both sides to what is right.";
  static final String AGREE_OR_SET_BOTH =
      "Make the same edit on the other side, or set both sides to what is right.";

  private Sentences() {}

  /** {@code HubSpot moved from mql to sql ("salesqualifiedlead").} */
  static String moved(TrackCase c, Candidate push) {
    Side source = push.source();
    String name = source.displayName();
    Optional<Label> from = c.baseLabel();
    if (push.label().isEmpty()) {
      return name + " was cleared" + from.map(f -> " (it was " + f + ")").orElse("") + ".";
    }
    String to = push.label().get() + " (" + shown(c, source) + ")";
    boolean movedFrom = from.isPresent() && !from.equals(push.label());
    if (movedFrom && MappingChange.unchangedData(c)) {
      // Nobody moved: the file means something else by the same value.
      return c.mapping().fileName()
          + " now calls "
          + name
          + "'s "
          + shown(c, source)
          + " "
          + push.label().get()
          + "; both last agreed on "
          + from.get()
          + ".";
    }
    return movedFrom
        ? name + " moved from " + from.get() + " to " + to + "."
        : name + " says " + to + ".";
  }

  /** What moved, what the other side shows, and what becomes of it. */
  static String pushed(TrackCase c, Candidate push) {
    String moved = moved(c, push);
    Side target = push.target();
    String there = target.displayName() + " still says " + shown(c, target);
    if (c.on(target).blank()) {
      there = target.displayName() + " is blank";
    }
    String line =
        c.baseLabel()
            .flatMap(b -> push.label().flatMap(l -> OwnerGuard.way(c, push.source(), b, l)))
            .map(w -> " The way back is declared in " + at(c, w.line()) + ": " + w.because() + ".")
            .orElse("");
    String head = moved.substring(0, moved.length() - 1);
    return switch (push.reason()) {
      case CHOSEN ->
          "A person chose "
              + push.source().displayName()
              + ". "
              + head
              + "; "
              + there
              + " and follows.";
      case WON ->
          head
              + "; "
              + there
              + ". Both moved, and "
              + push.source().displayName()
              + " wins ("
              + push.rule()
              + ")."
              + line;
      case FIRST_SIGHT ->
          head
              + "; "
              + there
              + ". At first sight "
              + push.source().displayName()
              + " wins ("
              + push.rule()
              + ").";
      case REFILLED ->
          target.displayName()
              + " was cleared; "
              + push.label().map(Label::name).orElse("")
              + " is put back, as "
              + push.source().displayName()
              + " still says "
              + shown(c, push.source())
              + ".";
      default -> head + "; " + there + " and follows." + line;
    };
  }

  static String agreed(TrackCase c, Label label) {
    return "Both sides mean "
        + label
        + ": Salesforce shows "
        + shown(c, Side.SALESFORCE)
        + ", HubSpot "
        + shown(c, Side.HUBSPOT)
        + ".";
  }

  static String differ(TrackCase c) {
    return "Salesforce says "
        + said(c, Side.SALESFORCE)
        + ", HubSpot says "
        + said(c, Side.HUBSPOT)
        + c.baseLabel().map(b -> "; they last agreed on " + b).orElse("")
        + ".";
  }

  static String restored(TrackCase c, Verdict decided) {
    return "HubSpot is blank by our own unfinished step back and is set"
        + " again to "
        + shown(c, Side.HUBSPOT)
        + ". "
        + decided.why();
  }

  static String sameEditOr(TrackCase c, Candidate push) {
    return "Make the same edit in "
        + push.target().displayName()
        + ", or set "
        + push.source().displayName()
        + " back"
        + c.baseLabel().map(b -> " to " + b).orElse("")
        + ". "
        + SET_BOTH;
  }

  static String said(TrackCase c, Side side) {
    return c.label(side).map(l -> l + " (" + shown(c, side) + ")").orElseGet(() -> shown(c, side));
  }

  /** The raw value in quotes, or what stands in its place. */
  static String shown(TrackCase c, Side side) {
    Reading reading = c.on(side);
    if (!reading.bound()) {
      return "no field";
    }
    return reading
        .raw()
        .map(Sentences::quoted)
        .orElse(reading.blank() ? "nothing" : "something unreadable");
  }

  static String quoted(RawValue value) {
    return '"' + value.text() + '"';
  }

  static String quoted(Collection<RawValue> values) {
    return values.stream().map(Sentences::quoted).collect(Collectors.joining(" or "));
  }

  static String field(TrackCase c, Side side) {
    return c.track()
        .field(side)
        .map(FieldName::toString)
        .orElse("a field of " + side.displayName());
  }

  static String at(TrackCase c, int line) {
    return c.mapping().fileName() + ":" + line;
  }
}
