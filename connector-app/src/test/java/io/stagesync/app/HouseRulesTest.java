package io.stagesync.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.stagesync.reconcile.WrongOnPurposeUtil;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Which way the arrows run, and who alone may touch a library. */
class HouseRulesTest {
  private static final String JDK = "java..";
  private static final String JSPECIFY = "org.jspecify..";

  private static final ArchRule RECONCILE_IS_PURE =
      classes()
          .that()
          .resideInAPackage("io.stagesync.reconcile..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.stagesync.reconcile..",
              "io.stagesync.vocabulary..",
              "io.stagesync.mapping",
              "java.lang..",
              "java.util..",
              "java.time..",
              "java.math..",
              JSPECIFY);

  private static void holds(ArchRule rule) {
    rule.check(House.CLASSES);
  }

  private static void only(String where, String... packages) {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages(where.split(","))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages)
            .because("of " + String.join(", ", packages) + " only " + where + " may know"));
  }

  private static void knowsOnly(String who, String... packages) {
    holds(
        classes()
            .that()
            .resideInAPackage(who)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(packages)
            .allowEmptyShould(true));
  }

  @Test
  void theRulesSeeTheWholeHouse() {
    assertThat(House.CLASSES.stream().map(c -> c.getPackageName()).distinct())
        .contains(
            "io.stagesync.vocabulary",
            "io.stagesync.mapping",
            "io.stagesync.port",
            "io.stagesync.net",
            "io.stagesync.reconcile",
            "io.stagesync.proof",
            "io.stagesync.state",
            "io.stagesync.engine",
            "io.stagesync.app.cli");
    assertThat(House.CLASSES.stream().map(c -> c.getSimpleName()))
        .doesNotContain("WrongOnPurposeUtil", "InMemoryCrm");
  }

  @Test
  void theWordsNeedTheJdkAlone() {
    knowsOnly("io.stagesync.vocabulary..", "io.stagesync.vocabulary..", JDK, JSPECIFY);
  }

  @Test
  void theMeaningOfAFileNeedsTheWordsOnly() {
    knowsOnly(
        "io.stagesync.mapping", "io.stagesync.mapping", "io.stagesync.vocabulary", JDK, JSPECIFY);
  }

  @Test
  void onlyTheLoaderReadsMappingFiles() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(
                "io.stagesync.vocabulary..",
                "io.stagesync.mapping",
                "io.stagesync.reconcile..",
                "io.stagesync.engine..",
                "io.stagesync.jobs..",
                "io.stagesync.port..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.yaml..", "com.fasterxml.jackson.dataformat.."));
    holds(
        noClasses()
            .that()
            .resideInAnyPackage("io.stagesync.vocabulary..", "io.stagesync.mapping")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.."));
  }

  @Test
  void aDecisionIsPure() {
    holds(RECONCILE_IS_PURE);
    holds(
        noClasses()
            .that()
            .resideInAPackage("io.stagesync.reconcile..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.time.InstantSource.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.random.RandomGenerator.class)
            .because("a decision is made of its inputs alone, never of the time or of chance"));
  }

  @Test
  void testsOfAMappingFileAreValuesAndTheirTrialIsAsPureAsADecision() {
    knowsOnly(
        "io.stagesync.example..",
        "io.stagesync.example..",
        "io.stagesync.mapping",
        "io.stagesync.vocabulary",
        JDK,
        JSPECIFY);
    knowsOnly(
        "io.stagesync.trial..",
        "io.stagesync.trial..",
        "io.stagesync.example",
        "io.stagesync.reconcile",
        "io.stagesync.mapping",
        "io.stagesync.vocabulary",
        "java.lang..",
        "java.util..",
        "java.time..",
        JSPECIFY);
  }

  @Test
  void aProofIsPureAndAsksTheReconcilerItself() {
    knowsOnly(
        "io.stagesync.proof..",
        "io.stagesync.proof..",
        "io.stagesync.reconcile",
        "io.stagesync.mapping",
        "io.stagesync.vocabulary",
        "java.lang..",
        "java.util..",
        "java.time..",
        JSPECIFY);
    holds(
        noClasses()
            .that()
            .resideInAPackage("io.stagesync.reconcile..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.stagesync.proof.."));
  }

  @Test
  void whatBecameOfTheWordsIsJudgedByTheWordsAlone() {
    knowsOnly(
        "io.stagesync.drift..",
        "io.stagesync.drift..",
        "io.stagesync.mapping",
        "io.stagesync.mapping.live",
        "io.stagesync.mapping.rename",
        "io.stagesync.vocabulary",
        "java.lang..",
        "java.util..",
        JSPECIFY);
  }

  @Test
  void theRuleOfPureDecisionsBites() {
    var wrong = new ClassFileImporter().importClasses(WrongOnPurposeUtil.class);
    assertThatThrownBy(() -> RECONCILE_IS_PURE.check(wrong))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("org.slf4j.Logger");
    assertThatThrownBy(() -> HouseShapesTest.NO_CATCH_ALL_NAMES.check(wrong))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("WrongOnPurposeUtil");
    assertThatThrownBy(() -> HouseShapesTest.TIME_IS_HANDED_IN.check(wrong))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Instant.now()");
  }

  @Test
  void thePortsAndTheNetKnowNothingOfDecisions() {
    knowsOnly(
        "io.stagesync.port..", "io.stagesync.port..", "io.stagesync.vocabulary", JDK, JSPECIFY);
    knowsOnly(
        "io.stagesync.net..", "io.stagesync.net..", JDK, "javax.net.ssl", JSPECIFY, "org.slf4j..");
  }

  @Test
  void theMemoryIsInterfacesAndValuesAndSqlStaysBehindThem() {
    holds(
        classes()
            .that()
            .resideInAPackage("io.stagesync.state")
            .and()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameNotContaining("package-info")
            .should()
            .beInterfaces()
            .orShould()
            .beRecords()
            .orShould()
            .beEnums()
            .orShould()
            .beAssignableTo(RuntimeException.class));
    only(
        "io.stagesync.state.jdbc..",
        "java.sql..",
        "javax.sql..",
        "org.flywaydb..",
        "com.zaxxer..",
        "org.sqlite..",
        "org.postgresql..");
  }

  @Test
  void theEngineKnowsNoToolAndNoAdapter() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("io.stagesync.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.quartz..",
                "java.sql..",
                "picocli..",
                "io.javalin..",
                "io.stagesync.state.jdbc..",
                "io.stagesync.jobs..",
                "io.stagesync.salesforce..",
                "io.stagesync.hubspot..",
                "io.stagesync.mapping.yaml.."));
  }

  @Test
  void eachToolHasOneRoom() {
    only("io.stagesync.jobs..", "org.quartz..");
    only("io.stagesync.app.web..", "io.javalin..");
    only("io.stagesync.app.cli..", "picocli..", "me.tongfei..");
    only("..simulator..", "com.github.tomakehurst..", "wiremock..", "org.wiremock..");
    only("io.stagesync.salesforce..", "com.sforce..");
    only("io.stagesync.hubspot..", "io.stagesync.hubspot.client..");
    only("io.stagesync.app.log..", "ch.qos.logback..");
  }

  @Test
  void nobodyUsesTheRepackedLibrariesOfWireMock() {
    holds(noClasses().should().dependOnClassesThat().resideInAnyPackage("wiremock.."));
  }

  @Test
  void theAdaptersDoNotKnowEachOther() {
    for (var one : new String[] {"salesforce", "hubspot"}) {
      var other = one.equals("salesforce") ? "hubspot" : "salesforce";
      holds(
          noClasses()
              .that()
              .resideInAPackage("io.stagesync." + one + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  "io.stagesync." + other + "..",
                  "io.stagesync.reconcile..",
                  "io.stagesync.state..",
                  "io.stagesync.engine..",
                  "io.stagesync.jobs..",
                  "io.stagesync.mapping..",
                  "io.stagesync.app..")
              .allowEmptyShould(true));
    }
  }

  @Test
  void nothingDependsOnTheFrontDoor() {
    only("io.stagesync.app..", "io.stagesync.app..");
  }

  @Test
  void insideTheFrontDoorTheArrowsRunTowardTheConfig() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(
                "io.stagesync.app.wiring..",
                "io.stagesync.app.web..",
                "io.stagesync.app.simulator..",
                "io.stagesync.app.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.stagesync.app.cli..", "io.stagesync.app"));
    holds(
        noClasses()
            .that()
            .resideInAPackage("io.stagesync.app.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.stagesync.app.wiring..",
                "io.stagesync.app.web..",
                "io.stagesync.app.simulator.."));
  }

  @Test
  void noPackagesRunInCircles() {
    slices()
        .matching("io.stagesync.(**)")
        .should()
        .beFreeOfCycles()
        .check(House.CLASSES.that(com.tngtech.archunit.base.DescribedPredicate.not(generated())));
  }

  static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass>
      generated() {
    return com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
        "io.stagesync.hubspot.client..");
  }

  @Test
  void onlyTheWiringAsksForTheTime() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages("io.stagesync.app.wiring..", "..simulator..")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone"));
  }
}
