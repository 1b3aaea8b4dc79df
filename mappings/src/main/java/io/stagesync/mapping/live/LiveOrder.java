package io.stagesync.mapping.live;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.live.LiveFinding.About;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the CRM's own order of a field's values is that of the ranks. */
final class LiveOrder {
  private final LiveField subject;
  private final FieldCatalog field;

  LiveOrder(LiveField subject) {
    this.subject = subject;
    this.field = subject.field();
  }

  /**
   * Labels that the CRM lists before one that ranks below them. Only where its order is taken for
   * the way forward: by HubSpot itself for its stage, and by people who look at Salesforce's path.
   */
  List<LiveFinding> findings() {
    var found = new ArrayList<LiveFinding>();
    if (!field.forwardOnly() && subject.side() != Side.SALESFORCE) {
      return found;
    }
    for (var label : subject.track().labels()) {
      if (first(label) >= 0) {
        before(label).ifPresent(lower -> found.add(inverted(label, lower)));
      }
    }
    return found;
  }

  /** The furthest label that ranks below a label and that the CRM lists behind it. */
  private Optional<LabelMapping> before(LabelMapping label) {
    return subject.track().labels().stream()
        .filter(lower -> subject.track().backward(label.label(), lower.label()))
        .filter(lower -> last(lower) > first(label))
        .max((a, b) -> Integer.compare(last(a), last(b)));
  }

  private LiveFinding inverted(LabelMapping label, LabelMapping lower) {
    return subject.warning(
        subject.place("labels", label.label().name(), "rank"),
        About.FIELD,
        DiagnosticId.LIVE_ORDER,
        "`"
            + label.label()
            + "` ranks above `"
            + lower.label()
            + "`, and "
            + subject.crm()
            + " lists it before: "
            + (field.forwardOnly()
                ? "each move between them costs two writes there"
                : "its path shows people the other way round"),
        "put both in one order, here or in "
            + subject.crm()
            + ": "
            + ClickPath.order(subject.name(), field));
  }

  /** The place of the word that is written; -1 where the CRM has none of the label's words. */
  private int first(LabelMapping label) {
    return subject.said(label).values().stream()
        .mapToInt(field::order)
        .filter(place -> place >= 0)
        .findFirst()
        .orElse(-1);
  }

  private int last(LabelMapping label) {
    return subject.said(label).values().stream().mapToInt(field::order).max().orElse(-1);
  }
}
