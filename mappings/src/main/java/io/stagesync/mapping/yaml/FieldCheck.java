package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Attribute;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.vocabulary.Side;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Each field belongs to one track. */
final class FieldCheck {
  private final Draft draft;

  FieldCheck(Draft draft) {
    this.draft = draft;
  }

  void check() {
    Map<String, String> owner = new HashMap<>();
    for (var track : draft.mapping().tracks()) {
      for (var side : Side.values()) {
        track
            .field(side)
            .ifPresent(
                field -> {
                  // Salesforce takes a field's name in any case.
                  var first =
                      owner.putIfAbsent(
                          field.path().toLowerCase(Locale.ROOT), track.track().name());
                  if (first != null) {
                    draft.senseless(
                        draft.site(track).at(side.key()),
                        DiagnosticId.FIELD_TWICE,
                        "the track `" + first + "` has `" + field.path() + "` already",
                        "keep the field in one track; two would overwrite each other");
                  }
                });
      }
    }
    draft.mapping().reads().attributes().forEach(attribute -> attribute(attribute, owner));
  }

  /** An attribute is only shown; the field of a track is synced, which is more. */
  private void attribute(Attribute attribute, Map<String, String> owner) {
    for (var side : Side.values()) {
      attribute
          .field(side)
          .map(field -> owner.get(field.path().toLowerCase(Locale.ROOT)))
          .ifPresent(
              track ->
                  draft.senseless(
                      draft.site(attribute).at(side.key()),
                      DiagnosticId.FIELD_TWICE,
                      "the track `" + track + "` keeps this field in agreement already",
                      "keep it in the track, or name another field for the attribute"));
    }
  }
}
