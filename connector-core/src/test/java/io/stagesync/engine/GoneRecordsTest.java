package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.engine.TestBed.Person;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A search index that still lists who is gone brings nobody back (I13). */
class GoneRecordsTest extends OnTestBed {
  private Person person;
  private CrmRecord before;

  @BeforeEach
  void begin() {
    person = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    before = bed.hubspot.fetch(List.of(person.contact())).get(0);
  }

  private Presence known(RecordId contact) {
    return bed.store.read(s -> s.records().find(Side.HUBSPOT, contact)).orElseThrow().presence();
  }

  private void theIndexShowsWhatWas() {
    bed.hubspot.fed = page -> List.of(before);
  }

  @Test
  void aLatePageDoesNotBringADeletedContactBack() {
    bed.hubspot.delete(person.contact());
    assertThat(bed.sync().at(Reason.GONE)).isEqualTo(2);
    theIndexShowsWhatWas();
    bed.edit(person.lead(), STATUS, "Working - Contacted");
    assertThat(bed.sync().at(Reason.GONE)).isEqualTo(2);
    assertThat(known(person.contact())).isEqualTo(Presence.GONE);
    assertThat(bed.hubspot.offered).isEmpty();
  }

  @Test
  void aLatePageDoesNotBringAMergedContactBackAsASecondOne() {
    var survivor = bed.hubspot.create("a@x.io", Map.of(HUBSPOT_STATUS, new RawValue("NEW")));
    bed.hubspot.merge(person.contact(), survivor);
    bed.sync();
    theIndexShowsWhatWas();
    bed.edit(person.lead(), STATUS, "Working - Contacted");
    var report = bed.sync();
    assertThat(known(person.contact())).isEqualTo(Presence.GONE);
    assertThat(report.alone().get(Side.HUBSPOT)).isNullOrEmpty();
    assertThat(bed.value(survivor, HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void whoIsTakenBackIsSeenAgainByTheNextChange() {
    bed.hubspot.delete(person.contact());
    bed.sync();
    bed.hubspot.undelete(person.contact());
    bed.edit(person.lead(), STATUS, "Working - Contacted");
    bed.sync();
    assertThat(bed.value(person.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void whoIsTakenBackWithTheStampOfBeforeIsSeenAgainByASweep() {
    bed.hubspot.delete(person.contact());
    bed.sync();
    bed.hubspot.undelete(person.contact());
    bed.hubspot.fed = page -> List.of();
    bed.edit(person.lead(), STATUS, "Working - Contacted");
    bed.engine().run(new RunRequest("full", Reads.EVERYTHING, Set.of(Side.values())));
    assertThat(bed.value(person.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
  }
}
