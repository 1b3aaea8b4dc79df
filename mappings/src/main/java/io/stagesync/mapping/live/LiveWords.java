package io.stagesync.mapping.live;

import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.Words;
import io.stagesync.mapping.live.LiveFinding.About;
import io.stagesync.mapping.rename.Guess;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The words of the file: whether the CRM has them and offers them. */
final class LiveWords {
  private static final int SHOWN = 10;

  private final LiveField subject;
  private final FieldCatalog field;
  private final Map<RawValue, Guess> renames;
  private final List<LiveFinding> found = new ArrayList<>();

  LiveWords(LiveField subject) {
    this.subject = subject;
    this.field = subject.field();
    this.renames = LiveRenames.of(subject);
  }

  List<LiveFinding> findings() {
    for (var label : subject.track().labels()) {
      var said = subject.said(label);
      said.values().forEach(v -> word(label, said, v, subject.place(label, v)));
      for (var type : new TreeSet<>(label.variants().keySet())) {
        var variant = subject.said(label, type);
        variant.values().forEach(v -> word(label, variant, v, subject.place(label, type, v)));
        variant(label, type, variant);
      }
    }
    return found;
  }

  private void word(LabelMapping label, Words said, RawValue value, Place place) {
    var about = About.word(label.label(), value);
    if (subject.convertedStatuses().contains(value)) {
      found.add(
          subject.error(
              place,
              about,
              DiagnosticId.LIVE_CONVERTED_WORD,
              says(label, value)
                  + ", which is a converted status: it is set by a conversion and never by us",
              "write `salesforce: { converted-status: any }` for the label that converted leads"
                  + " have"));
    } else if (!field.knows(value)) {
      boolean retired = field.shape().inactive().contains(value);
      var id = retired ? DiagnosticId.LIVE_VALUE_INACTIVE : DiagnosticId.LIVE_VALUE_MISSING;
      var message = says(label, value) + (retired ? inactive() : missing());
      var help = retired ? reactivate() : add(value);
      boolean otherwise = said.values().stream().anyMatch(field::knows);
      found.add(
          otherwise
              ? subject.warning(place, about, id, message, help)
              : subject.error(place, about, id, message, help));
    } else if (field.shape().inactive().contains(value)) {
      found.add(
          subject.warning(
              place,
              about,
              DiagnosticId.LIVE_VALUE_INACTIVE,
              says(label, value) + ", which " + subject.crm() + " hides from people",
              reactivate()));
    }
  }

  private void variant(LabelMapping label, RecordType type, Words said) {
    var offered = field.offered().get(type);
    if (offered == null) {
      if (subject.side() == Side.SALESFORCE && !field.values().isEmpty()) {
        unknown(label, type);
      }
      return;
    }
    for (var value : said.values()) {
      if (field.knows(value) && !offered.contains(value)) {
        found.add(
            subject.warning(
                subject.place(label, type, value),
                About.word(label.label(), value).of(type),
                DiagnosticId.LIVE_NOT_OFFERED,
                says(label, value) + " for record type `" + type + "`, which does not offer it",
                "map another value, or offer it: " + ClickPath.offer(subject.name(), type)));
      }
    }
  }

  private void unknown(LabelMapping label, RecordType type) {
    var types = Nearest.of(new TreeSet<>(field.offered().keySet()));
    found.add(
        subject.warning(
            subject.place("labels", label.label().name(), "for", type.developerName()),
            About.FIELD.of(type),
            DiagnosticId.LIVE_RECORD_TYPE,
            "the label `"
                + label.label()
                + "` has words for record type `"
                + type
                + "`, and Lead has no active one of that name",
            types.advice(
                type.developerName(),
                types.words().isEmpty()
                    ? "Lead has no record types (Setup > Object Manager > Lead > Record Types):"
                        + " delete these words"
                    : "record types of Lead: " + types.list())));
  }

  private static String says(LabelMapping label, RawValue value) {
    return "the label `" + label.label() + "` says `" + value + "`";
  }

  private String missing() {
    if (subject.side() == Side.SALESFORCE && !field.shape().restricted()) {
      return ", which Salesforce does not have: a lead that got it would hold a value that nobody"
          + " can choose";
    }
    return ", which " + subject.crm() + " does not have";
  }

  private String inactive() {
    return ", which is inactive in "
        + subject.crm()
        + ": records may hold it and nobody can choose"
        + " it";
  }

  private String reactivate() {
    return "say another value, or offer it again: " + ClickPath.reviveValue(subject.name(), field);
  }

  private String add(RawValue value) {
    var add = "add `" + value + "`: " + ClickPath.addValue(subject.name(), field);
    var guess = Optional.ofNullable(renames.get(value));
    var near =
        guess
            .filter(g -> g.hint().isOfTheName())
            .map(g -> g.now().text())
            .or(
                () ->
                    guess.isPresent()
                        ? Optional.empty()
                        : Nearest.of(field.values()).to(value.text()));
    var unseen = near.flatMap(n -> Lookalike.difference(value, new RawValue(n), subject.crm()));
    if (unseen.isPresent()) {
      return "copy `" + near.get() + "` from there: the two look the same, and " + unseen.get();
    }
    if (near.isPresent()) {
      return "did you mean `" + near.get() + "`? If not, " + add;
    }
    return guess
            .map(g -> "if it was renamed to `" + g.now() + "`, write that here; if not, ")
            .orElse("values there: " + some() + "; or ")
        + add;
  }

  /** The field's values, as far as a sentence can hold them. */
  private String some() {
    int more = field.values().size() - SHOWN;
    var shown = Nearest.of(field.values().stream().limit(SHOWN).toList()).list();
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
