package io.stagesync.app.dictionary;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.vocabulary.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes of the person whose lead was converted. */
record ConversionSection(Mapping mapping) {
  private static final Map<Evidence, List<String>> SAID =
      Map.of(
          Evidence.OPEN, List.of("is open", "as long as it is open"),
          Evidence.WON, List.of("is won", "for good: a customer stays one"),
          Evidence.LOST, List.of("is lost", "said once; after that HubSpot leads"),
          Evidence.NONE, List.of("was never there", "said once; after that HubSpot leads"),
          Evidence.EXISTING_CUSTOMER_ACCOUNT,
              List.of(
                  "is not won, and the account is a customer already",
                  "as long as the account is one"));

  void on(Sheet sheet) {
    mapping.conversion().ifPresent(conversion -> said(conversion, sheet));
    if (!mapping.reads().opportunities()) {
      sheet.say(
          Phrase.of(
              "Leads are never converted here. One that is all the same is left as it is on both"
                  + " sides, and shown."));
    }
  }

  private static void said(Conversion conversion, Sheet sheet) {
    sheet.say(
        Phrase.of("A converted lead is never written. ")
            .name(conversion.track())
            .and(" in HubSpot then comes from the opportunity; of several the furthest speaks."));
    var rows = new ArrayList<List<Phrase>>();
    for (var evidence :
        List.of(
            Evidence.OPEN,
            Evidence.WON,
            Evidence.LOST,
            Evidence.NONE,
            Evidence.EXISTING_CUSTOMER_ACCOUNT)) {
      var said = SAID.getOrDefault(evidence, List.of("", ""));
      conversion
          .label(evidence)
          .ifPresent(
              label ->
                  rows.add(
                      List.of(
                          Phrase.of(said.get(0)), Phrase.named(label), Phrase.of(said.get(1)))));
    }
    sheet.table(List.of("The opportunity", "The person is", "How long"), rows);
    var further = new ArrayList<Phrase>();
    conversion.customerAccount().map(ConversionSection::customers).ifPresent(further::add);
    further.add(
        Phrase.of(
            "HubSpot says something else: "
                + (conversion.hubspotDisagrees() == RefusedEdits.CORRECT
                    ? "it is set back to what the opportunity says."
                    : "it stays, goes no further, and is shown.")));
    sheet.list(further);
  }

  private static Phrase customers(FieldCondition account) {
    var phrase = Phrase.of("An account is a customer already where ").word(account.field().path());
    var joint = " shows ";
    for (var value : account.values().stream().sorted().toList()) {
      phrase = phrase.and(joint).word(value.text());
      joint = " or ";
    }
    return phrase.and(".");
  }
}
