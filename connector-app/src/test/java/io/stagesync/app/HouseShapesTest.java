package io.stagesync.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.stagesync.mapping.Approval;
import io.stagesync.mapping.Attribute;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Criteria;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Hands;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pairing;
import io.stagesync.mapping.Pilot;
import io.stagesync.mapping.Reads;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.SideEffects;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.WayBack;
import io.stagesync.net.Pause;
import io.stagesync.port.CampaignMember;
import io.stagesync.port.CampaignMembers;
import io.stagesync.state.CampaignResponses;
import io.stagesync.vocabulary.CampaignMemberStatus;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How classes look: names, visibility, values, time, and what may never be mixed up. */
class HouseShapesTest {
  private static final String[] VALUES = {
    "io.stagesync.vocabulary",
    "io.stagesync.mapping",
    "io.stagesync.example",
    "io.stagesync.port",
    "io.stagesync.reconcile",
    "io.stagesync.state",
    "io.stagesync.app.config"
  };

  static final ArchRule NO_CATCH_ALL_NAMES =
      noClasses()
          .that(not(HouseRulesTest.generated()))
          .should()
          .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Constants|DTO|Dto)($|\\$.*)");

  static final ArchRule TIME_IS_HANDED_IN =
      noClasses()
          .that(not(HouseRulesTest.generated()))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.OffsetDateTime.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random");

  @Test
  void noNameHidesWhatAClassIsFor() {
    NO_CATCH_ALL_NAMES.check(House.CLASSES);
  }

  @Test
  void timeAndChanceAreHandedIn() {
    TIME_IS_HANDED_IN.check(House.CLASSES);
  }

  @Test
  void sleepingHasOnePlace() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Pause.class)
        .and(not(HouseRulesTest.generated()))
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class)
        .check(House.CLASSES);
  }

  @Test
  void valuesNeverChange() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(VALUES)
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should()
        .beFinal()
        .check(House.CLASSES);
  }

  @Test
  void valuesCopyTheirCollectionsAtBirth() {
    var careless =
        House.CLASSES.stream()
            .filter(JavaClass::isRecord)
            .filter(not(HouseRulesTest.generated()))
            .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(c -> collections(c) > copies(c))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(careless).as("records that keep a collection that others may change").isEmpty();
  }

  private static long collections(JavaClass record) {
    return record.getFields().stream()
        .filter(f -> !f.getModifiers().contains(JavaModifier.STATIC))
        .filter(
            f ->
                f.getRawType().isAssignableTo(Collection.class)
                    || f.getRawType().isAssignableTo(Map.class))
        .count();
  }

  private static long copies(JavaClass record) {
    return record.getConstructors().stream()
        .flatMap(c -> c.getCallsFromSelf().stream())
        .filter(
            call ->
                call.getName().equals("copyOf")
                    || call.getName().startsWith("unmodifiable")
                    || call.getName().equals("copy"))
        .count();
  }

  @Test
  void noConstructorAsksForMoreThanFiveCollaborators() {
    var greedy =
        House.CLASSES.stream()
            .filter(not(HouseRulesTest.generated()))
            .filter(c -> !c.isRecord() && !c.isEnum())
            .flatMap(c -> c.getConstructors().stream())
            .filter(
                c -> c.getRawParameterTypes().stream().filter(HouseShapesTest::works).count() > 5)
            .map(c -> c.getOwner().getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(greedy).isEmpty();
  }

  private static boolean works(JavaClass type) {
    return type.getPackageName().startsWith("io.stagesync")
        && !type.isRecord()
        && !type.isEnum()
        && !type.isAssignableTo(Throwable.class);
  }

  @Test
  void anAdapterShowsItsGatewayItsConfigAndItsSimulator() {
    var shown =
        House.CLASSES.stream()
            .filter(
                c ->
                    Set.of("io.stagesync.salesforce", "io.stagesync.hubspot")
                        .contains(c.getPackageName()))
            .filter(c -> c.isTopLevelClass() && c.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.matches("(Salesforce|HubSpot)(Crm|Settings|Credentials|Limits)"))
            .filter(name -> !name.equals("SalesforceCampaignMembers"))
            .toList();
    assertThat(shown).isEmpty();
  }

  @Test
  void campaignMemberStatusIsNoInputOfADecision() {
    noClasses()
        .that()
        .resideInAnyPackage("io.stagesync.reconcile..", "io.stagesync.mapping..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(CampaignMemberStatus.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(CampaignMember.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(CampaignMembers.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(CampaignResponses.class)
        .check(House.CLASSES);
  }

  @Test
  void whatDecidesAndWritesNeverMeetsCampaignMemberStatus() {
    noClasses()
        .that()
        .resideInAnyPackage("io.stagesync.engine..", "io.stagesync.state", "io.stagesync.port..")
        .and()
        .haveNameNotMatching(".*(Campaign|Story|Explain|Session|Crms|\\.Engine|SalesforceCrm).*")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(CampaignMemberStatus.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(CampaignMember.class)
        .check(House.CLASSES);
  }

  @Test
  void nothingTurnsACampaignMemberStatusIntoAnotherWord() {
    var words = List.of("RawValue", "Label", "FieldName", "Track", "FieldWrite", "RecordWrite");
    var bridges =
        House.CLASSES.stream()
            .flatMap(c -> c.getMethods().stream())
            .filter(m -> mentions(m, "CampaignMemberStatus"))
            .filter(m -> words.stream().anyMatch(word -> mentions(m, word)))
            .map(JavaMethod::getFullName)
            .toList();
    assertThat(bridges).isEmpty();
    assertThat(CampaignMemberStatus.class.getInterfaces()).containsExactly(Comparable.class);
  }

  private static boolean mentions(JavaMethod method, String simpleName) {
    return method.getAllInvolvedRawTypes().stream()
        .anyMatch(type -> type.getSimpleName().equals(simpleName));
  }

  /**
   * Whoever gives a mapping a new part gives the page of `docs` a sentence, and this list a name.
   */
  @Test
  void everyPartOfAMappingIsOnThePageOfDocsOrIsNotForReaders() {
    parts(
        Mapping.class,
        "name places limits teams pairing scope tracks rules firstLabels conversion reads"
            + " approved hands");
    parts(Hands.class, "external writers");
    parts(Hands.External.class, "name ids means");
    parts(Hands.Writers.class, "allowed line");
    parts(Approval.class, "by on meaning");
    parts(
        TrackMapping.class,
        "track fields direction conflict firstSync refusedEdits clears skipsForward labels"
            + " ignored waysBack floor changes fingerprint");
    parts(
        LabelMapping.class,
        "label rank branch words variants owner requires companionDefault fromOpportunity"
            + " criteria counting guide");
    parts(Criteria.class, "entry exit");
    parts(LabelMapping.Counting.class, "inPipeline sideEffects");
    parts(LabelMapping.Guide.class, "means enteredWhen nextAction onIntroduce aliases");
    parts(SideEffects.class, "cap in because");
    parts(WayBack.class, "from to by nextCycle because line");
    parts(Rule.class, "when enters then onlyIf line");
    parts(Conversion.class, "track labels customerAccount hubspotDisagrees");
    parts(FieldCondition.class, "field values");
    parts(Scope.class, "track notBelow");
    parts(Pairing.By.class, "idField");
    parts(Reads.class, "opportunities attributes pilot");
    parts(Attribute.class, "name kind fields means");
    parts(Pilot.class, "conditions hubspotList people");
  }

  private static void parts(Class<?> type, String names) {
    assertThat(Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList())
        .as(type.getSimpleName() + ": say the new part in io.stagesync.app.dictionary")
        .isEqualTo(List.of(names.split(" ")));
  }
}
