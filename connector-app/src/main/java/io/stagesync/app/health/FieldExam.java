package io.stagesync.app.health;

import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether our user may do to the mapped fields of a side what the mapping asks for. */
record FieldExam(Mapping mapping, Catalog catalog) {

  List<Finding> findings() {
    var found = new ArrayList<Finding>();
    for (var track : mapping.tracks()) {
      track.field(catalog.side()).ifPresent(field -> found.addAll(exam(track, field)));
    }
    return found;
  }

  private List<Finding> exam(TrackMapping track, FieldName name) {
    var about = name.toString();
    var field = catalog.field(name);
    if (field.isEmpty()) {
      return List.of(
          Finding.problem(
              about,
              "does not exist, or our user may not see it",
              name.side() == Side.SALESFORCE
                  ? "create it in Setup > Object Manager > Lead > Fields & Relationships, and give"
                      + " the permission set read and edit access"
                  : "create it in Settings > Properties, and give the service key"
                      + " crm.objects.contacts.read"));
    }
    if (track.direction().writes(name.side()) && !field.get().writable()) {
      return List.of(locked(about, name, field.get().shape().lock()));
    }
    var found = new ArrayList<Finding>();
    found.add(
        Finding.ok(
            about,
            (track.direction().writes(name.side()) ? "read and written" : "read")
                + ", "
                + field.get().values().size()
                + " values"));
    history(track, name, field.get()).ifPresent(found::add);
    return found;
  }

  private static Finding locked(String about, FieldName name, FieldShape.Lock lock) {
    boolean salesforce = name.side() == Side.SALESFORCE;
    var key = "give the service key crm.objects.contacts.write";
    return switch (lock) {
      case CALCULATED ->
          Finding.problem(
              about, "is computed, so nobody writes it", "name a field that people fill");
      case READ_ONLY ->
          Finding.problem(
              about,
              "is set by " + name.side().displayName() + " alone",
              "name a field that people fill");
      case RECORD_PERMISSION ->
          Finding.problem(
              about,
              "may not be written: our user may not edit leads at all",
              "give the permission set edit access to Lead");
      case FIELD_PERMISSION, NONE ->
          Finding.problem(
              about,
              "may be read but not written by our user",
              salesforce ? "give the permission set edit access to the field" : key);
    };
  }

  private Optional<Finding> history(TrackMapping track, FieldName name, FieldCatalog field) {
    boolean watched =
        mapping
            .hands()
            .of(track.track())
            .filter(writers -> writers.allowed().containsKey(name.side()))
            .isPresent();
    boolean written = track.direction().writes(name.side());
    if (field.keepsHistory() || !(written || watched)) {
      return Optional.empty();
    }
    boolean latest =
        track.conflict() == ConflictRule.LATEST_WINS || track.firstSync() == FirstSync.LATEST_WINS;
    return Optional.of(
        Finding.note(
            name.toString(),
            "keeps no history: "
                + (written
                    ? "an edit made in the moment between our look and our write can be"
                        + " overwritten unseen"
                        + (latest ? ", and latest-wins holds conflicts whose times overlap" : "")
                        + (watched ? ", and " : "")
                    : "")
                + (watched ? "nobody can see whether its `writers` alone change it" : ""),
            "Setup > Object Manager > Lead > Fields & Relationships > Set History Tracking"));
  }
}
