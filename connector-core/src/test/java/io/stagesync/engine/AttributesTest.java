package io.stagesync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Attribute;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.port.Reading;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are, wherever they stand. */
class AttributesTest extends OnTestBed {
  private static final FieldName SEGMENT = new FieldName(Side.SALESFORCE, "Lead", "Segment__c");
  private static final FieldName ORIGIN = new FieldName(Side.HUBSPOT, "contact", "origin");
  private static final String DECLARED =
      MappingFile.presetText("standard")
          + """
            attributes:
              tsm: { kind: segment, salesforce: Lead.Segment__c }
              lso: { kind: first-touch, hubspot: contact.origin }
            """;

  @BeforeEach
  void begin() {
    bed.goesOnWith(DECLARED);
    var text = new FieldCatalog(false, true, true, false, List.of(), Map.of(), Map.of());
    bed.salesforce.offers(SEGMENT, text);
    bed.hubspot.offers(ORIGIN, text);
  }

  private ShownAttribute shown(String name) {
    return new Explain(bed.store, bed.surroundings().emailKey())
        .who("a@x.io").orElseThrow().attributes().stream()
            .filter(a -> a.name().equals(name))
            .findFirst()
            .orElseThrow();
  }

  private static Reading reading(String value) {
    return Reading.of(new RawValue(value));
  }

  @Test
  void aSegmentIsShownAsItIsNow() {
    var p = bed.person("a@x.io", "", "Lead", "", "lead");
    bed.edit(p.lead(), SEGMENT, "Enterprise");
    bed.sync();
    assertThat(shown("tsm").kind()).isEqualTo(Attribute.Kind.SEGMENT);
    assertThat(shown("tsm").now()).isEqualTo(Map.of(Side.SALESFORCE, reading("Enterprise")));
    bed.edit(p.lead(), SEGMENT, "Mid market");
    var report = bed.sync();
    assertThat(shown("tsm").now()).isEqualTo(Map.of(Side.SALESFORCE, reading("Mid market")));
    assertThat(shown("tsm").first()).isEmpty();
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void aFirstTouchIsKeptForEverAndALaterValueIsAFinding() {
    var p = bed.person("a@x.io", "", "Lead", "", "lead");
    assertThat(bed.sync().findings()).isEmpty();
    assertThat(shown("lso").first()).isEmpty();
    bed.edit(p.contact(), ORIGIN, "Webinar");
    assertThat(bed.sync().findings()).isEmpty();

    bed.edit(p.contact(), ORIGIN, "Paid search");
    assertThat(bed.sync().findings()).containsEntry("FIRST_TOUCH_CHANGED", 1L);
    assertThat(shown("lso").first())
        .hasValueSatisfying(
            first -> {
              assertThat(first.value()).isEqualTo(new RawValue("Webinar"));
              assertThat(first.side()).isEqualTo(Side.HUBSPOT);
            });
    assertThat(shown("lso").now()).isEqualTo(Map.of(Side.HUBSPOT, reading("Paid search")));

    bed.edit(p.contact(), ORIGIN, "Webinar");
    assertThat(bed.sync().findings()).isEmpty();
    bed.edit(p.contact(), ORIGIN, "");
    assertThat(bed.sync().findings()).isEmpty();
    assertThat(shown("lso").first().orElseThrow().value()).isEqualTo(new RawValue("Webinar"));
  }

  @Test
  void noAttributeIsEverWrittenOrCountsForADecision() {
    var p = bed.person("a@x.io", "", "Lead", "", "lead");
    bed.edit(p.lead(), SEGMENT, "Enterprise");
    bed.edit(p.contact(), ORIGIN, "Webinar");
    var report = bed.sync();
    assertThat(report.standing()).hasSize(2);
    assertThat(report.writes()).isZero();
    bed.edit(p.contact(), ORIGIN, "Paid search");
    assertThat(bed.sync().writes()).isZero();
    assertThat(bed.salesforce.offered).isEmpty();
    assertThat(bed.hubspot.offered).isEmpty();
  }

  @Test
  void aFieldThatOurUserMayNotSeeCostsTheAttributeAlone() {
    bed.hubspot.lacks(ORIGIN);
    var p = bed.person("a@x.io", "", "Lead", "", "marketingqualifiedlead");
    assertThat(bed.sync().writes()).isEqualTo(1);
    assertThat(bed.value(p.lead(), TestBed.STAGE)).isEqualTo("Marketing qualified lead");
    assertThat(shown("lso").now()).isEmpty();
  }

  @Test
  void whatAFileNoLongerDeclaresIsNoLongerShown() {
    bed.person("a@x.io", "", "Lead", "", "lead");
    bed.sync();
    bed.goesOnWith(MappingFile.presetText("standard"));
    bed.sync();
    var story = new Explain(bed.store, bed.surroundings().emailKey()).who("a@x.io").orElseThrow();
    assertThat(story.attributes()).isEmpty();
  }
}
